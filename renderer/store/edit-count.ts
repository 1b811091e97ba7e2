/** How much work the history holds. The opening of a footprint is undone like an edit, but is none. */
import type { Edit } from './app-state';

/** Edits of the document on show. */
export const editsOfShown = (past: readonly Edit[]): number =>
  past.length - (past.findLastIndex(({ opens }) => opens === true) + 1);

/** True when closing the page would lose something. */
export const holdsEdits = (past: readonly Edit[]): boolean =>
  past.some(({ opens }) => opens !== true);
