/** `explain`: one number, its formula with values, and where each came from. */
import type { FootbridgeDocument } from '../../../shared/domain/document';
import type { Library } from '../../../shared/domain/library';
import { parseAddress } from '../../../shared/engine/values';
import { openModel } from '../../../shared/finance/open-model';
import { explain as explainCell } from '../../../shared/report/explain';
import { toJson } from '../../../shared/report/json-shapes';
import type { Explanation, SavingStory } from '../../../shared/report/view-types';
import { formatValue, shortUnit } from '../../../shared/units/format';
import { parseUnit } from '../../../shared/units/unit';
import { toCsv } from '../csv';
import { done, type Outcome, refused } from '../outcome';
import { wrap } from '../terminal-table';
import type { OutputOptions } from './output';
import { findAllProblems } from './validate';

export interface ExplainOptions {
  readonly scenario: string;
  readonly depth: number;
}

export function explain(
  library: Library,
  document: FootbridgeDocument,
  cell: string,
  options: ExplainOptions,
  output: OutputOptions,
): Outcome {
  const model = openModel(library, document);
  if (!model.ok) return refused(model.problems);
  const wrong = findAllProblems(library, document).problems;
  if (wrong.length > 0) return refused(wrong);
  const { address, problems } = parseAddress(cell, model.value.program);
  if (!address) return refused(problems);
  const year = address.year ?? document.horizon.last;
  const result = explainCell(library, document, {
    scenario: options.scenario,
    line: address.line,
    at: address.at,
    year,
    depth: options.depth,
  });
  if (!result.ok) return refused(result.problems);
  if (output.json) return done(toJson('explain', finite(result.value)));
  if (output.csv) {
    const rows = flatten(result.value, 0).map(({ depth, each }) => [
      depth,
      each.title,
      each.value,
      each.unit,
      each.formula ?? '',
      each.mark ?? '',
      each.source ?? '',
    ]);
    return done(toCsv(['depth', 'number', 'value', 'unit', 'formula', 'mark', 'source'], rows));
  }
  return done(text(result.value));
}

/** A number that is an error is null in JSON. */
const finite = (each: Explanation): unknown => ({
  ...each,
  value: each.value !== null && Number.isFinite(each.value) ? each.value : null,
  inputs: each.inputs.map(finite),
});

const flatten = (each: Explanation, depth: number): { depth: number; each: Explanation }[] => [
  { depth, each },
  ...each.inputs.flatMap((input) => flatten(input, depth + 1)),
];

function text(explanation: Explanation): string {
  const head = [wrap(explanation.sentence)];
  if (explanation.formula) head.push('', `  ${explanation.lineLabel} = ${explanation.formula}`);
  if (explanation.note) head.push(wrap(explanation.note));
  if (explanation.mark) head.push(`${explanation.mark}: ${explanation.source ?? ''}`);
  else if (explanation.source) head.push(explanation.source);
  return [
    ...head,
    ...outside(explanation),
    ...(explanation.savings ?? []).flatMap(story),
    '',
    ...explanation.inputs.flatMap((input, i) => tree(input, 1, explanation.inputs[i - 1])),
  ]
    .join('\n')
    .trimEnd();
}

/** Beside what plans assumed and what was delivered elsewhere. */
function outside({ outside: found }: Explanation): string[] {
  if (!found) return [];
  const ids = (label: string, list: readonly string[]) =>
    list.length > 0 ? [`${label} ${list.join(', ')}`] : [];
  const rows = [...ids('planned', found.planned), ...ids('delivered', found.delivered)].join('; ');
  return ['', wrap(`Elsewhere: ${found.sentence}${rows ? ` Evidence: ${rows}.` : ''}`)];
}

/** Pot, block, lag and evidence behind a saving. */
function story(each: SavingStory): string[] {
  const evidence = each.evidence.map(
    ({ id, for: labels, finding }) => `${id} (${labels.join('; ')}): ${finding}`,
  );
  const part = (title: string, lines: readonly string[]) =>
    lines.flatMap((line, i) => indented(`${i === 0 ? title : ''}${line}`, i === 0 ? '  ' : '    '));
  return [
    '',
    `Behind ${each.name}`,
    ...part('Pot: ', each.pots.length > 0 ? each.pots : ['It draws on none.']),
    ...part('Block: ', [each.blocks]),
    ...part('Lag: ', [each.timing]),
    ...part('Evidence: ', evidence.length > 0 ? evidence : ['None is cited.']),
  ];
}

/** Below the number: each input on a line, and a formula once for a run of the same line. */
function tree(each: Explanation, depth: number, before?: Explanation): string[] {
  const pad = '  '.repeat(depth);
  const mark = each.mark ? ` [${each.mark}${each.overridden ? ', changed here' : ''}]` : '';
  const head = `${pad}${show(each)}  ${each.title}${mark}`;
  const told = [
    each.kind === 'given' ? (each.source ?? '') : '',
    each.kind === 'formula' && before?.line !== each.line ? `= ${each.formula ?? ''}` : '',
  ].filter((text) => text !== '');
  return [
    head,
    ...told.flatMap((text) => indented(text, `${pad}    `)),
    ...each.inputs.flatMap((input, i) => tree(input, depth + 1, each.inputs[i - 1])),
  ];
}

const indented = (text: string, pad: string): string[] =>
  wrap(text, 100 - pad.length)
    .split('\n')
    .map((line) => pad + line);

function show(each: Explanation): string {
  if (each.value === null) return 'several';
  const unit = parseUnit(each.unit);
  if (!unit.ok) return String(each.value);
  const short = shortUnit(unit.value);
  const plain =
    short.startsWith('%') || ['index', 'number', 'yes or no', 'proportion'].includes(short);
  return plain
    ? formatValue(each.value, unit.value)
    : `${formatValue(each.value, unit.value)} ${short}`;
}
