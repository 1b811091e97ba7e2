/** Pairs of schemes on the same pot, where what they share is worth telling. */
import { samePair } from '../overlaps';
import { type Finding, type Look, WORTH_TELLING } from './finding';

export function sharedPots({ overlaps, shared }: Look): Finding[] {
  const worth = overlaps.filter((overlap) => overlap.amount >= WORTH_TELLING);
  return worth.flatMap((overlap): Finding[] => {
    if (!overlap.removed) return [{ code: 'shared_line', ...overlap }];
    if (overlap.kind !== 'trust_cost') return [{ code: 'overlap', ...overlap }];
    // Compounding takes a little off any two savings on one trust; only those on the same part are told.
    const part = shared.find((each) => samePair(each.schemes, overlap.schemes));
    const told = worth.some(
      (each) => each.kind === 'cost_line' && samePair(each.schemes, overlap.schemes),
    );
    if (!part || part.amount < WORTH_TELLING || told) return [];
    return [{ code: 'overlap', ...overlap, place: [part.costLine] }];
  });
}
