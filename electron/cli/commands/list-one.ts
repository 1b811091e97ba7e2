/** What lists of findings and of sites share: the one that is named, and how it is shown in full. */
import { didYouMean } from '../../../shared/errors/nearest';
import { type Outcome, refused } from '../outcome';
import { wrap } from '../terminal-table';

/** The named one, all when none is named, or a problem. */
export function chosen<T extends { readonly id: string }>(
  all: readonly T[],
  name: string,
  what: string,
): readonly T[] | Outcome {
  if (name === '') return all;
  const found = all.filter((each) => each.id.toLowerCase() === name.toLowerCase());
  if (found.length > 0) return found;
  const ids = all.map((each) => each.id);
  return refused([
    {
      code: 'list.unknown',
      message: `There is no ${what} called '${name.slice(0, 60)}'.`,
      remedy: didYouMean(name, ids) || 'See the list without a name.',
    },
  ]);
}

export const isOutcome = (either: readonly unknown[] | Outcome): either is Outcome =>
  'code' in either;

/** As exact as the table: 77.8, -0.0355. */
export const exactly = (value: number): string => String(value).replace('-', '−');

/** Labels to the left, text wrapped beside them; what is empty is left out. */
export function inFull(title: string, fields: readonly (readonly [string, string])[]): string {
  const lines = fields
    .filter(([, text]) => text !== '')
    .map(
      ([label, text]) =>
        `  ${label.padEnd(13)}${wrap(text, 80).replaceAll('\n', `\n${' '.repeat(15)}`)}`,
    );
  return [title, ...lines].join('\n');
}
