/** Positions by sector: where the books stand in a year, and the difference between two. */
import type { Reader } from './read-projection';

/** £m, a shortfall negative. */
export interface Position {
  readonly nhs: number;
  readonly socialCare: number;
  readonly total: number;
}

/** Position by sector in a year index of one draw. */
export function positionAt(reader: Reader, year: number, draw: number): Position {
  return {
    nhs: reader.value('sector_position', { sector: 'nhs' }, year, draw),
    socialCare: reader.value('sector_position', { sector: 'social_care' }, year, draw),
    total: reader.value('system_position', {}, year, draw),
  };
}

export const addUp = (positions: readonly Position[]): Position =>
  positions.reduce(
    (sum, each) => ({
      nhs: sum.nhs + each.nhs,
      socialCare: sum.socialCare + each.socialCare,
      total: sum.total + each.total,
    }),
    { nhs: 0, socialCare: 0, total: 0 },
  );

export const minus = (a: Position, b: Position): Position => ({
  nhs: a.nhs - b.nhs,
  socialCare: a.socialCare - b.socialCare,
  total: a.total - b.total,
});
