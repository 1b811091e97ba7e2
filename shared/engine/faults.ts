/** What a run could not calculate, and what came out as it must not be. */
import type { Problem } from '../errors/problem';
import { referencesOf } from '../formula/typed-tree';
import { type FinancialYear, yearLabel } from '../units/financial-year';
import { formatValue } from '../units/format';
import { elementName } from './elements';
import { lineOf, type Program, type ProgramLine } from './program';

/** Lines that say what they must be, and are not: told once a line, at the first value that strays. */
export function findStrays(
  program: Program,
  firstYear: FinancialYear,
  blocks: readonly (readonly (Float64Array | undefined)[])[],
  widths: readonly number[],
): Problem[] {
  return program.lines.flatMap((line) => {
    const { mustBe, label, note } = line.definition;
    if (mustBe === undefined || line.broken) return [];
    for (const [year, block] of (blocks[line.index] ?? []).entries()) {
      // What is no number at all has been told where it starts.
      const strays = (value: number) => Number.isFinite(value) && Math.abs(value - mustBe) > 1e-6;
      const at = block?.findIndex(strays) ?? -1;
      if (at < 0) continue;
      const value = block?.[at] as number;
      const element = elementName(line, Math.floor(at / (widths[line.index] as number)), program);
      return [
        {
          code: 'value.check',
          message: `${label} comes to ${formatValue(value, line.unit)} and must be ${formatValue(mustBe, line.unit)}.`,
          place: { line: label, year: yearLabel(firstYear + year), element },
          remedy: note ?? 'Change one of the parts.',
        },
      ];
    }
    return [];
  });
}

/** Finds values that are not numbers, tells each at the line where it starts, and marks what needs it. */
export function findFaults(
  program: Program,
  firstYear: FinancialYear,
  blocks: readonly (readonly (Float64Array | undefined)[])[],
  widths: readonly number[],
): { problems: Problem[]; marked: Set<number> } {
  const problems: Problem[] = [];
  const faults = program.lines.map((line) =>
    line.broken ? undefined : firstFault(blocks[line.index] ?? []),
  );
  const marked = new Set(faults.flatMap((fault, index) => (fault ? [index] : [])));
  for (const line of program.lines) {
    const fault = faults[line.index];
    if (!fault || isHandedOn(line, program, fault.year, faults)) continue;
    const element = Math.floor(fault.at / (widths[line.index] as number));
    const isInput = line.formula === undefined && line.contributors.length === 0;
    problems.push({
      code: isInput ? 'value.missing' : 'value.not-a-number',
      message: isInput
        ? 'A value is missing.'
        : 'The formula gives no number here: it divides by nothing, looks at a year that is not there, or grows beyond what a number can hold.',
      place: {
        line: line.definition.label,
        year: yearLabel(firstYear + fault.year),
        element: elementName(line, element, program),
        ...(line.definition.formula && !isInput ? { formula: line.definition.formula } : {}),
      },
      remedy: isInput
        ? `Give '${line.definition.id}' a value for that year.`
        : 'Use ratio(a, b) where b can be nothing.',
    });
  }
  return { problems, marked };
}

type Fault = { readonly year: number; readonly at: number };

/** True when the fault came from a line that was read, in the year it was read, and did not start here. */
function isHandedOn(
  line: ProgramLine,
  program: Program,
  year: number,
  faults: readonly (Fault | undefined)[],
): boolean {
  const faultyBy = (need: number, last: number): boolean => {
    const fault = faults[need];
    return fault !== undefined && fault.year <= last;
  };
  const tree = year === 0 ? (line.opening ?? line.formula) : line.formula;
  const read = (tree ? referencesOf(tree) : []).some(({ line: id, when }) => {
    const need = lineOf(program, id).index;
    if (when === 'now') return faultyBy(need, year);
    if (when === 'previous') return faultyBy(need, year - 1);
    return faultyBy(need, when === 'first' ? 0 : year);
  });
  return read || line.contributors.some((need) => faultyBy(need, year));
}

function firstFault(years: readonly (Float64Array | undefined)[]): Fault | undefined {
  for (const [year, block] of years.entries()) {
    for (let at = 0; block && at < block.length; at += 1) {
      if (!Number.isFinite(block[at])) return { year, at };
    }
  }
  return undefined;
}
