/**
 * An order-proof split of a difference among what makes it: each part gets its average effect over every
 * order in which the parts could come (the Shapley value). The parts add up to the whole, always. The causes
 * of the gap are split so; what schemes do is lines of the model.
 */

/** Coalition `mask` has part i when bit i is set; the first is none, the last all. */
export function coalitions(parts: number): number[] {
  return Array.from({ length: 2 ** parts }, (_, mask) => mask);
}

/**
 * Splits `values[all] − values[none]` among the parts.
 * @param values one for each coalition, indexed by mask
 */
export function splitFairly(values: readonly number[], parts: number): number[] {
  const weights = coalitionWeights(parts);
  const shares = new Array<number>(parts).fill(0);
  for (let mask = 0; mask < values.length; mask += 1) {
    for (let part = 0; part < parts; part += 1) {
      const bit = 1 << part;
      if (mask & bit) continue;
      const gain = (values[mask | bit] as number) - (values[mask] as number);
      shares[part] = (shares[part] as number) + (weights[countBits(mask)] as number) * gain;
    }
  }
  return shares;
}

/** |S|!(n−|S|−1)!/n! for each size of coalition. */
function coalitionWeights(parts: number): number[] {
  const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1));
  return Array.from(
    { length: parts },
    (_, size) => (factorial(size) * factorial(parts - size - 1)) / factorial(parts),
  );
}

function countBits(mask: number): number {
  let bits = 0;
  for (let rest = mask; rest > 0; rest >>= 1) bits += rest & 1;
  return bits;
}
