/** One output of an example, read from its projection. */
import type { Example, ExampleCell, ExampleOutput } from '../../domain/example';
import type { ProgramLine } from '../../engine/program';
import type { Projection } from '../../engine/run';
import { addressedElements, parseAddress } from '../../engine/values';
import { failure, type Problem, type Result, success } from '../../errors/problem';
import type { Model } from '../../finance/open-model';
import { evaluatePlain, parsePlainFormula } from '../../formula/plain-formula';
import { cellIn } from '../../library/example-names';
import type { FinancialYear } from '../../units/financial-year';
import { sumOf } from '../../units/sum';
import { counters } from './read-derived';

export interface ExampleRun {
  readonly example: Example;
  readonly model: Model;
  readonly projection: Projection;
  /** Draw i is variant i; the first, '', is the example itself. */
  readonly variants: readonly string[];
}

/** The value as the model has it, percent as a proportion; NaN where it cannot be calculated. */
export function readOutput(
  run: ExampleRun,
  output: ExampleOutput,
  year: FinancialYear | undefined,
): Result<number> {
  const { horizon } = run.example;
  const at = year ?? horizon.first;
  const parsed = parsePlainFormula(output.formula, Object.keys(output.cells));
  if (!parsed.ok) return parsed;
  const values = new Map<string, number>(Object.entries(counters(at, horizon)));
  const problems: Problem[] = [];
  for (const [alias, cell] of Object.entries(output.cells)) {
    const value = readCell(run, cell, at);
    if (value.ok) values.set(alias, value.value);
    else problems.push(...value.problems);
  }
  if (problems.length > 0) return failure(...problems);
  return success(evaluatePlain(parsed.value, (name) => values.get(name) ?? Number.NaN));
}

function readCell(
  { example, model, projection, variants }: ExampleRun,
  { cell, variant }: ExampleCell,
  year: FinancialYear,
): Result<number> {
  const { address, problems } = parseAddress(cellIn(cell, year), model.program);
  if (!address) return failure(...problems);
  const { first } = example.horizon;
  const line = model.program.byId.get(address.line) as ProgramLine;
  const draw = Math.max(0, variants.indexOf(variant ?? ''));
  const value = (element: number) =>
    projection.value(line.index, (address.year ?? first) - first, element, draw);
  const elements = addressedElements(line, address, model.program);
  return success(sumOf(elements, value));
}
