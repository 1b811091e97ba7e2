/** `validate`: everything that is wrong with a document or with the shipped model, at once. */
import type { FootbridgeDocument } from '../../../shared/domain/document';
import type { Library } from '../../../shared/domain/library';
import type { Problem } from '../../../shared/errors/problem';
import { describeProblem } from '../../../shared/errors/problem';
import { openModel, runScenarios } from '../../../shared/finance/open-model';
import { toJson } from '../../../shared/report/json-shapes';
import { toCsv } from '../csv';
import { done, type Outcome } from '../outcome';
import type { OutputOptions } from './output';

/** Checks names, dimensions, units and cycles, then runs every scenario to find values that are missing. */
export function findAllProblems(
  library: Library,
  document: FootbridgeDocument,
): { problems: readonly Problem[]; lines: number } {
  const model = openModel(library, document);
  if (!model.ok) return { problems: model.problems, lines: 0 };
  const run = runScenarios(model.value, document.scenarios);
  return {
    problems: [...model.value.problems, ...run.problems],
    lines: model.value.program.lines.length,
  };
}

export function validate(
  found: { problems: readonly Problem[]; lines: number },
  name: string,
  output: OutputOptions,
): Outcome {
  const { problems, lines } = found;
  const valid = problems.length === 0;
  const code = valid ? 0 : 1;
  if (output.json)
    return { code, text: toJson('validate', { valid, lines, problems }), errors: '' };
  if (output.csv) {
    const rows = problems.map((each) => [
      each.code,
      each.place?.line ?? each.place?.path ?? '',
      each.message,
      each.remedy ?? '',
    ]);
    return { code, text: toCsv(['code', 'place', 'message', 'remedy'], rows), errors: '' };
  }
  if (valid) return done(`${name}: ${lines} lines checked, no problems.`);
  const count = problems.length === 1 ? 'One problem' : `${problems.length} problems`;
  return {
    code,
    text: '',
    errors: [`${name}: ${count}.`, ...problems.map(describeProblem)].join('\n'),
  };
}
