/** Ids of findings that nothing is known of. */
import { didYouMean } from '../errors/nearest';
import type { Place, Problem } from '../errors/problem';

/** Ids of the findings; undefined where they could not be read, and then none is told as unknown. */
export type KnownEvidence = ReadonlySet<string> | undefined;

/** A problem for each id that no finding has. */
export function unknownEvidence(
  ids: readonly string[],
  known: KnownEvidence,
  place: Place,
): Problem[] {
  if (!known) return [];
  return ids
    .filter((id) => !known.has(id))
    .map((id) => ({
      code: 'evidence.unknown',
      message: `There is no evidence called '${id.slice(0, 60)}'.`,
      place,
      remedy: didYouMean(id, known) || 'Use an id of evidence/evidence.csv.',
    }));
}
