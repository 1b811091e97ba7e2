/** The overlap of each pair of schemes, by name: what both would save of the same pot. */
import type { Pot, PotKind } from './claims';

export interface Overlap {
  /** Ids of the two schemes, in the order of the document. */
  readonly schemes: readonly [string, string];
  readonly kind: PotKind;
  /** £m in the year. */
  readonly amount: number;
  /** True where the model has taken it off; false where two declared savings stand side by side. */
  readonly removed: boolean;
}

/** Pots whose claims the model compounds, so that what is counted is already without the overlap. */
const COMPOUNDED: readonly PotKind[] = ['activity', 'beds', 'spend', 'trust_cost'];
/** Pots whose claims stand as declared. */
const DECLARED: readonly PotKind[] = ['cost_line', 'service'];

/**
 * Overlaps of every pair, largest first. In a compounded pot the pairs add up to what was taken off, shared
 * by the product of their claims; in a declared one a pair's overlap is that product over what the pot holds.
 */
export function nameOverlaps(pots: readonly Pot[]): Overlap[] {
  const found = new Map<string, Overlap>();
  for (const pot of pots) {
    const compounded = COMPOUNDED.includes(pot.kind);
    if (!compounded && !DECLARED.includes(pot.kind)) continue;
    const pairs = pairsOf(pot);
    const products = pairs.reduce((sum, pair) => sum + pair.product, 0);
    if (products <= 0) continue;
    const removed = Math.max(0, pot.claimed - pot.counted);
    for (const { a, b, product } of pairs) {
      const amount = compounded ? (removed * product) / products : product / pot.holds;
      if (!(amount > 0) || !Number.isFinite(amount)) continue;
      const key = JSON.stringify([pot.kind, a, b]);
      const sum = (found.get(key)?.amount ?? 0) + amount;
      found.set(key, { schemes: [a, b], kind: pot.kind, amount: sum, removed: compounded });
    }
  }
  return [...found.values()].sort((x, y) => y.amount - x.amount);
}

interface Pair {
  readonly a: string;
  readonly b: string;
  readonly product: number;
}

function pairsOf(pot: Pot): Pair[] {
  const lists = pot.claims.filter((claim) => claim.claimed > 0);
  return lists.flatMap((a, i) =>
    lists.slice(i + 1).flatMap((b) => {
      // Two releases of cost from activity overlap in the pot of activity, where they have been compounded.
      const cut = a.claimed - a.counted + (b.claimed - b.counted);
      if (pot.kind === 'trust_cost' && cut <= 0) return [];
      // Two efficiencies on one part of cost have been compounded with trusts' cost; a declared saving has not.
      if (pot.kind === 'cost_line' && a.counted <= 0 && b.counted <= 0) return [];
      return [{ a: a.scheme, b: b.scheme, product: a.claimed * b.claimed }];
    }),
  );
}
