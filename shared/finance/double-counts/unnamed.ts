/** Savings that draw on no named pot, and so could be anybody's. */
import { eachCell } from '../line-cells';
import { type Finding, type Look, WORTH_TELLING } from './finding';

export function unnamed({ reader, year, draw }: Look): Finding[] {
  return eachCell(reader, 'unnamed_claim', year, draw)
    .filter(({ value }) => value >= WORTH_TELLING)
    .map(({ at, value }) => ({
      code: 'unnamed',
      schemes: [at.scheme ?? ''],
      place: [],
      amount: value,
      removed: false,
    }));
}
