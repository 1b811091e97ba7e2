/**
 * Tests the model against a table of cases: inputs are laid into the shipped model text, outputs compared.
 * Nothing here knows an answer; the same lines run as on screen.
 */
import type { CaseRow, Example } from '../domain/example';
import type { Library } from '../domain/library';
import { didYouMean } from '../errors/nearest';
import { failure, type Problem, type Result, success } from '../errors/problem';
import { type CaseTable, nameReader, strangers } from './verify/case-table';
import { type ExampleRun, readOutput } from './verify/read-output';
import { exampleRunner, type RunExample } from './verify/run-examples';

/** An output may differ by this much: cases are printed to six decimals. */
export const TOLERANCE = 0.000001;

export interface Comparison {
  readonly row: number;
  readonly example: string;
  readonly name: string;
  readonly unit: string;
  readonly expected: number;
  readonly actual: number;
  readonly agrees: boolean;
}

export interface Verification {
  readonly comparisons: readonly Comparison[];
  /** What was taken for granted, in sentences. */
  readonly notes: readonly string[];
  /** Cases that cannot be understood; an example with one is not compared, the others are. */
  readonly problems: readonly Problem[];
}

/** Runs every example named in the cases, or only those asked for. */
export function verifyCases(
  library: Library,
  cases: readonly CaseRow[],
  file: string,
  only: readonly string[] = [],
): Verification {
  const problems: Problem[] = [];
  const comparisons: Comparison[] = [];
  const table: CaseTable = { library, rows: cases, file, notes: [] };
  const run = exampleRunner(table);
  const present = [...new Set(cases.map((row) => row.example))];
  for (const name of only.filter((each) => !present.includes(each))) {
    problems.push({
      code: 'cases.absent-example',
      message: `The table has no example '${name.slice(0, 40)}'.`,
      place: { file },
      remedy: didYouMean(name, present) || `It has: ${present.join(', ')}.`,
    });
  }
  const names = only.length === 0 ? present : present.filter((name) => only.includes(name));
  for (const name of names) {
    const example = library.examples.find((each) => each.id === name);
    if (!example) {
      const known = library.examples.map((each) => each.id);
      problems.push({
        code: 'cases.unknown-example',
        message: `There is no worked example '${name.slice(0, 40)}' in this model.`,
        place: { file, row: cases.find((row) => row.example === name)?.row ?? 0 },
        remedy: `Examples that can be verified: ${known.join(', ')}.`,
      });
      continue;
    }
    const compared = compareExample(table, example, run);
    if (compared.ok) comparisons.push(...compared.value);
    else problems.push(...compared.problems);
  }
  return { comparisons, notes: table.notes, problems: withoutRepeats(problems) };
}

/** What is wrong with one example also stands in the way of those that take its results. */
function withoutRepeats(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((each) => [JSON.stringify(each), each])).values()];
}

function compareExample(
  table: CaseTable,
  example: Example,
  run: RunExample,
): Result<readonly Comparison[]> {
  const strange = strangers(table, example, 'output');
  const ran = run(example);
  if (!ran.ok) return failure(...strange, ...ran.problems);
  if (strange.length > 0) return failure(...strange);
  return compareOutputs(table, ran.value);
}

function compareOutputs(table: CaseTable, run: ExampleRun): Result<readonly Comparison[]> {
  const { id, outputs, horizon } = run.example;
  const problems: Problem[] = [];
  const read = nameReader(outputs, horizon);
  const rows = table.rows.filter((row) => row.example === id && row.kind === 'output');
  const comparisons = rows.flatMap(({ row, example, name, unit, value: expected }) => {
    const meant = read(name);
    if (!meant) return [];
    const value = readOutput(run, meant.entry, meant.year);
    if (!value.ok) {
      const place = { file: table.file, row };
      problems.push(
        ...value.problems.map((each) => ({ ...each, place: { ...each.place, ...place } })),
      );
      return [];
    }
    const actual = unit.startsWith('percent') ? value.value * 100 : value.value;
    const agrees = Math.abs(actual - expected) <= TOLERANCE;
    return [{ row, example, name, unit, expected, actual, agrees }];
  });
  return problems.length > 0 ? failure(...problems) : success(comparisons);
}
