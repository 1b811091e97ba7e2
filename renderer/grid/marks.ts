/** How each mark shows: a figure seen in its source needs no chip; the rest say what they are. */
import { isMark, MARK_MEANING } from '../../shared/domain/mark';

export function markChip(mark: string | undefined): { text: string; meaning: string } | undefined {
  if (!mark || !isMark(mark) || mark === 'verified') return undefined;
  return { text: mark, meaning: MARK_MEANING[mark] };
}
