/** `bridge`: what lies between two scenarios, or what makes the do-nothing gap. */
import type { FootbridgeDocument } from '../../../shared/domain/document';
import type { Library } from '../../../shared/domain/library';
import { buildViews } from '../../../shared/report/build-views';
import { toJson } from '../../../shared/report/json-shapes';
import type { GapView } from '../../../shared/report/table';
import { formatNumber } from '../../../shared/units/format';
import { toCsv } from '../csv';
import { done, type Outcome, refused } from '../outcome';
import { replacedNote, viewName } from '../print-comparison';
import { terminalTable, wrap } from '../terminal-table';
import type { OutputOptions } from './output';

/** The order of schemes never matters; why differs between the two bridges. */
const HOW_SHARED = {
  causes: 'Each step is its average effect over every order in which the steps could be taken.',
  schemes:
    'Each step is what the model says the scheme does: overlaps are shared by what each scheme leaves, and productivity is taken on the cost that is left.',
};

export interface BridgeOptions {
  readonly scenario: string;
  readonly against: string;
  readonly causes: boolean;
  readonly view?: GapView;
}

export function bridge(
  library: Library,
  document: FootbridgeDocument,
  options: BridgeOptions,
  output: OutputOptions,
): Outcome {
  const views = buildViews(library, document, {
    scenario: options.scenario,
    comparator: options.against,
    ...(options.view ? { view: options.view } : {}),
  });
  if (!views.ok) return refused(views.problems);
  if (views.value.problems.length > 0) return refused(views.value.problems);
  const shown = options.causes ? views.value.causes : views.value.bridge;
  if (output.json)
    return done(
      toJson('bridge', {
        footprint: views.value.footprint,
        ...shown,
        replaced: views.value.replaced,
      }),
    );
  if (output.csv) {
    const rows = shown.steps.map(({ id, label, kind, value, start, end }) => [
      id,
      label,
      kind,
      value,
      start,
      end,
    ]);
    return done(toCsv(['id', 'label', 'kind', 'value', 'start', 'end'], rows));
  }
  const rows = shown.steps.map((step) => [
    step.label,
    formatNumber(step.value, { signed: step.kind === 'step' }),
    formatNumber(step.end),
    step.mark ?? '',
  ]);
  const columns = [
    { title: `${shown.title}, £m, ${viewName[shown.scope]}, ${shown.year}` },
    { title: 'Step', right: true },
    { title: 'Reached', right: true },
    { title: '' },
  ];
  return done(
    [
      views.value.footprint.name,
      '',
      terminalTable(columns, rows, [1, rows.length - 1]),
      '',
      wrap(shown.sentence),
      ...(shown.steps.length > 2
        ? [wrap(options.causes ? HOW_SHARED.causes : HOW_SHARED.schemes)]
        : []),
      ...replacedNote(views.value),
    ].join('\n'),
  );
}
