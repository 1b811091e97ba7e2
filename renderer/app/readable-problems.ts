/** A problem with its place in words: names and years, never a path of this machine. */
import type { Problem } from '../../shared/errors/problem';
import type { ReadableProblem } from '../ui/problem-list';

export function readable({ message, remedy, place }: Problem): ReadableProblem {
  const where = [
    place?.file && (place.row ? `${place.file}, row ${place.row}` : place.file),
    place?.path,
    place?.line,
    place?.element,
    place?.year,
  ]
    .filter(Boolean)
    .join(' · ');
  return { message, remedy, where: where || undefined };
}
