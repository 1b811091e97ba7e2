/** Where the lines of a gap chart end, and where their names stand so that none covers another. */

export interface Scale {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

const STEPS = [1, 2, 2.5, 5, 10];

/** Round bounds about the values and zero, in about five steps. */
export function niceScale(values: readonly number[]): Scale {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const rough = Math.max(high - low, 0.5) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = (STEPS.find((each) => each * power >= rough) ?? 10) * power;
  // The small allowance keeps 0.6000000001 steps from becoming another whole one.
  const min = Math.floor(low / step + 1e-9) * step;
  const max = Math.ceil(high / step - 1e-9) * step + 0;
  return { min, max: max === min ? min + step : max, step };
}

/** How far each name moves from its line's end, in pixels, for names at least `room` apart. */
export function spreadNames(
  ends: readonly number[],
  room: number,
  top: number,
  bottom: number,
): readonly number[] {
  const order = ends.map((_, index) => index).sort((a, b) => (ends[a] ?? 0) - (ends[b] ?? 0));
  const placed = new Map<number, number>();
  let free = top;
  for (const index of order) {
    const at = Math.max(ends[index] ?? 0, free);
    placed.set(index, at);
    free = at + room;
  }
  // What ran over the bottom is pushed back up, as little as the names below it allow.
  let limit = bottom;
  for (const index of [...order].reverse()) {
    const at = Math.min(placed.get(index) ?? 0, limit);
    placed.set(index, at);
    limit = at - room;
  }
  return ends.map((end, index) => (placed.get(index) ?? end) - end);
}
