/** Where things stand on a strip: places from 0 at its left to 1 at its right. */
import type { OutsideStanding, Range } from '../../../shared/stress/outside-view';

export interface Strip {
  readonly value: number;
  readonly zero: number;
  readonly delivered?: Range;
  readonly planned?: Range;
}

/** Room beyond the outermost, as a share of the strip. */
const SPARE = 0.06;

/** Zero is always on the strip: how far a value is from doing nothing is what it tells. */
export function stripOf(value: number, standing: OutsideStanding): Strip {
  const { delivered, planned } = standing;
  const ends = [delivered, planned].flatMap((range) => (range ? [range.low, range.high] : []));
  const low = Math.min(0, value, ...ends);
  const high = Math.max(0, value, ...ends);
  const spread = high - low || 1;
  const place = (at: number) => SPARE + ((at - low) / spread) * (1 - 2 * SPARE);
  const span = ({ low: from, high: to }: Range): Range => ({ low: place(from), high: place(to) });
  return {
    value: place(value),
    zero: place(0),
    ...(delivered && { delivered: span(delivered) }),
    ...(planned && { planned: span(planned) }),
  };
}
