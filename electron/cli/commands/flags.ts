/** `flags`: what makes a plan hard to believe, scenario by scenario. */
import type { FootbridgeDocument } from '../../../shared/domain/document';
import type { Library } from '../../../shared/domain/library';
import type { Scenario } from '../../../shared/domain/scenario';
import { describeProblem, type Result, success } from '../../../shared/errors/problem';
import { findScenario, openModel, runScenarios } from '../../../shared/finance/open-model';
import { readProjection } from '../../../shared/finance/read-projection';
import { type FlagRow, type FlagTable, flagTable } from '../../../shared/report/flag-table';
import { toJson } from '../../../shared/report/json-shapes';
import { toCsv } from '../csv';
import { done, type Outcome, refused } from '../outcome';
import { wrap } from '../terminal-table';
import type { OutputOptions } from './output';

/** Judges one scenario, or every scenario where none is named. */
export function flags(
  library: Library,
  document: FootbridgeDocument,
  scenario: string | undefined,
  output: OutputOptions,
): Outcome {
  const model = openModel(library, document);
  if (!model.ok) return refused(model.problems);
  const chosen = scenariosOf(document, scenario);
  if (!chosen.ok) return refused(chosen.problems);
  if (model.value.problems.length > 0) return refused(model.value.problems);
  // A number that cannot be calculated is told by the flag that needs it.
  const projection = runScenarios(model.value, chosen.value);
  const reader = readProjection(projection);
  const tables = chosen.value.map((each, draw) => flagTable(model.value, each, reader, draw));
  const { id, name, region, population } = document.footprint;
  const footprint = { id, name, region, population: population.value };
  const { problems } = projection;
  if (output.json) return done(toJson('flags', { footprint, scenarios: tables, problems }));
  if (output.csv) {
    const columns = ['scenario', 'flag', 'level', 'element', 'year', 'value', 'threshold', 'unit'];
    return done(toCsv([...columns, 'sentence', 'evidence'], tables.flatMap(csvRows)));
  }
  const faults = problems.map((problem) => wrap(describeProblem(problem)));
  return done([`${name} · ${region}`, ...tables.map(text), ...faults].join('\n\n'));
}

function scenariosOf(
  document: FootbridgeDocument,
  id: string | undefined,
): Result<readonly Scenario[]> {
  if (id === undefined) return success(document.scenarios);
  const found = findScenario(document, id);
  return found.ok ? success([found.value]) : found;
}

const csvRows = ({ scenario, rows }: FlagTable) =>
  rows.map((row) => [
    scenario,
    row.id,
    row.level,
    row.element,
    row.year,
    row.value,
    row.threshold,
    row.unit,
    row.sentence,
    row.evidence.map((each) => each.id).join(' '),
  ]);

const LEVELS = { red: 'Red', amber: 'Amber', unjudged: 'Cannot be judged' } as const;

function text(table: FlagTable): string {
  const parts = [`${table.name} (${table.scenario})`, wrap(table.summary)];
  for (const [level, word] of Object.entries(LEVELS)) {
    const rows = table.rows.filter((row) => row.level === level);
    if (rows.length > 0) parts.push('', word, ...rulesOf(rows).flatMap(ruleText));
  }
  return parts.join('\n');
}

/** The rows of one rule stand together. */
const rulesOf = (rows: readonly FlagRow[]): FlagRow[][] =>
  [...new Set(rows.map((row) => row.id))].map((id) => rows.filter((row) => row.id === id));

function ruleText(rows: readonly FlagRow[]): string[] {
  const [first] = rows;
  if (!first) return [];
  const evidence = [...new Set(rows.flatMap((row) => row.evidence.map((each) => each.id)))];
  return [
    `  ${first.id.padEnd(4)}${first.title}`,
    ...rows.flatMap((row) => indented(row.sentence)),
    ...indented(`${first.why} Evidence ${evidence.join(', ')}.`),
  ];
}

const indented = (sentence: string): string[] =>
  wrap(sentence, 94)
    .split('\n')
    .map((line) => `      ${line}`);
