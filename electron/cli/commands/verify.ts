/** `verify`: the model against a table of worked cases. */
import type { Library } from '../../../shared/domain/library';
import { describeProblem } from '../../../shared/errors/problem';
import { readCases } from '../../../shared/library/case-rows';
import { toJson } from '../../../shared/report/json-shapes';
import { TOLERANCE, type Verification, verifyCases } from '../../../shared/report/verify-cases';
import { toCsv } from '../csv';
import { readTextFile } from '../open-input';
import { type Outcome, refused } from '../outcome';
import { terminalTable, wrap } from '../terminal-table';
import type { OutputOptions } from './output';

const LARGEST_CASES = 5_000_000;

export async function verify(
  library: Library,
  path: string,
  only: readonly string[],
  output: OutputOptions,
): Promise<Outcome> {
  const text = await readTextFile(path, LARGEST_CASES);
  if (!text.ok) return refused(text.problems);
  const cases = readCases(text.value, path);
  if (!cases.ok) return refused(cases.problems);
  return report(verifyCases(library, cases.value, path, only), output);
}

function report(result: Verification, output: OutputOptions): Outcome {
  const { comparisons, notes, problems } = result;
  const different = comparisons.filter((each) => !each.agrees);
  const agrees = different.length === 0 && problems.length === 0 && comparisons.length > 0;
  const code = agrees ? 0 : 1;
  const errors = problems.map(describeProblem).join('\n');
  if (output.json) {
    const finite = comparisons.map((each) => ({
      ...each,
      actual: Number.isFinite(each.actual) ? each.actual : null,
    }));
    const agreed = comparisons.length - different.length;
    const shape = {
      agreed,
      differed: different.length,
      tolerance: TOLERANCE,
      notes,
      problems,
      comparisons: finite,
    };
    return { code, text: toJson('verify', shape), errors };
  }
  if (output.csv) {
    const rows = comparisons.map((each) => [
      each.row,
      each.example,
      each.name,
      each.unit,
      each.expected,
      each.actual,
      each.agrees ? 'agrees' : 'differs',
    ]);
    return {
      code,
      text: toCsv(['row', 'example', 'name', 'unit', 'expected', 'actual', 'result'], rows),
      errors,
    };
  }
  return {
    code,
    text: [...summary(result), ...notes.map((note) => wrap(note))].join('\n'),
    errors,
  };
}

function summary({ comparisons, problems }: Verification): string[] {
  const examples = [...new Set(comparisons.map((each) => each.example))];
  if (examples.length === 0) return ['The table has no outputs to compare.'];
  const rows = examples.map((example) => {
    const own = comparisons.filter((each) => each.example === example);
    return [example, String(own.length), String(own.filter((each) => !each.agrees).length)];
  });
  const columns = [
    { title: 'Example' },
    { title: 'Outputs', right: true },
    { title: 'Differ', right: true },
  ];
  const different = comparisons.filter((each) => !each.agrees);
  if (different.length === 0) {
    const which =
      problems.length === 0
        ? `All ${comparisons.length} outputs agree`
        : `The ${comparisons.length} outputs that could be compared agree`;
    return [terminalTable(columns, rows), '', `${which} within ${TOLERANCE.toFixed(6)}.`];
  }
  const list = different.map((each) => [
    String(each.row),
    each.example,
    each.name,
    each.expected.toFixed(6),
    each.actual.toFixed(6),
    (each.actual - each.expected).toFixed(6),
  ]);
  const heads = ['Row', 'Example', 'Output', 'In the file', 'By the model', 'Difference'];
  return [
    terminalTable(columns, rows),
    '',
    `${different.length} of ${comparisons.length} outputs differ by more than ${TOLERANCE.toFixed(6)}:`,
    '',
    terminalTable(
      heads.map((title, i) => ({ title, right: i === 0 || i > 2 })),
      list,
    ),
  ];
}
