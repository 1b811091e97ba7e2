/** What a footprint published of its own bridge: beside our results, never among them. */
import type { PublishedStep } from '../../shared/domain/footprint';
import type { Library } from '../../shared/domain/library';
import { formatNumber } from '../../shared/units/format';
import { idInWords } from '../../shared/units/words';
import { terminalTable, wrap } from './terminal-table';

export const publishedOf = (library: Library, footprint: string): readonly PublishedStep[] =>
  library.publishedSteps.filter((step) => step.footprint === footprint);

const words = (id: string): string => idInWords(id).replace('nhs', 'NHS');

/** Nothing where nothing was published. */
export function publishedText(steps: readonly PublishedStep[]): string[] {
  if (steps.length === 0) return [];
  const columns = [
    { title: 'Published, to compare with' },
    { title: '£m', right: true },
    { title: 'Year' },
    { title: 'Scope' },
    { title: 'Figure' },
  ];
  const rows = steps.map((step) => [
    `published: ${words(step.step)}`,
    formatNumber(step.value),
    step.year,
    step.scope === 'unknown' ? 'not stated' : words(step.scope),
    step.mark,
  ]);
  const notes = steps
    .filter((step) => step.note !== '')
    .map((step) => wrap(`On ${words(step.step)}, ${step.year}: ${step.note}.`));
  return [
    '',
    terminalTable(columns, rows),
    ...notes,
    wrap("These are the footprint's own figures as published, not results of this model."),
  ];
}
