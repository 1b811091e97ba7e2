/** A table of cases beside the library it is for, and what was taken for granted while reading it. */
import type { CaseRow, Example } from '../../domain/example';
import type { Library } from '../../domain/library';
import { didYouMean } from '../../errors/nearest';
import type { Problem } from '../../errors/problem';
import { numberedName, spell } from '../../library/example-names';
import { type FinancialYear, yearLabel } from '../../units/financial-year';

export interface CaseTable {
  readonly library: Library;
  readonly rows: readonly CaseRow[];
  readonly file: string;
  /** Sentences; grows as examples are run. */
  readonly notes: string[];
}

/** Inputs of an example: from the file, or as shipped when the file has none of one that `asking` leans on. */
export function inputRows(table: CaseTable, wanted: string, asking: string): readonly CaseRow[] {
  const isInput = (row: CaseRow) => row.example === wanted && row.kind === 'input';
  const own = table.rows.filter(isInput);
  if (own.length > 0 || wanted === asking) return own;
  const shipped = table.library.shippedCases.filter(isInput);
  const note = `${asking} leans on ${wanted}; the file gives no inputs for it, so the shipped ones were used.`;
  if (shipped.length > 0 && !table.notes.includes(note)) table.notes.push(note);
  return shipped;
}

export interface Meant<T> {
  readonly entry: T;
  readonly year?: FinancialYear;
}

/** Which entry a name of the cases means, and for which year. */
export function nameReader<T extends { readonly name: string }>(
  entries: readonly T[],
  horizon: Example['horizon'],
): (name: string) => Meant<T> | undefined {
  const exact = new Map<string, Meant<T>>();
  const numbered: { pattern: RegExp; meant: Meant<T> }[] = [];
  for (const entry of entries) {
    for (const { name, year } of spell(entry.name, horizon)) {
      const meant = { entry, ...(year === undefined ? {} : { year }) };
      const pattern = numberedName(name);
      if (pattern) numbered.push({ pattern, meant });
      else if (!exact.has(name)) exact.set(name, meant);
    }
  }
  return (name) => exact.get(name) ?? numbered.find(({ pattern }) => pattern.test(name))?.meant;
}

/** Looking for the nearest name takes time: a table of a hundred thousand strange names gets it for some. */
const MOST_SUGGESTIONS = 50;

/** Rows whose name is none of the example's, or whose unit is not the one the example speaks in. */
export function strangers(table: CaseTable, example: Example, kind: CaseRow['kind']): Problem[] {
  const isOwn = (row: CaseRow) => row.example === example.id && row.kind === kind;
  const entries: readonly Named[] =
    kind === 'input' ? example.inputs.filter((each) => !each.of) : example.outputs;
  const read = nameReader(entries, example.horizon);
  const shipped = table.library.shippedCases.filter(isOwn);
  const units = new Map<Named, string>();
  for (const { name, unit } of shipped) {
    const entry = read(name)?.entry;
    if (entry && !units.has(entry)) units.set(entry, unit);
  }
  for (const entry of entries) if (entry.unit !== undefined) units.set(entry, entry.unit);
  const known = [
    ...shipped.map((row) => row.name),
    ...entries.flatMap((each) => spell(each.name, example.horizon)).map((each) => each.name),
  ].filter((name) => read(name) && !name.includes('{number}'));
  let suggestions = 0;
  return table.rows.filter(isOwn).flatMap((row): Problem[] => {
    const place = { file: table.file, row: row.row };
    const entry = read(row.name)?.entry;
    if (!entry) {
      suggestions += 1;
      const near = suggestions > MOST_SUGGESTIONS ? '' : didYouMean(row.name, known);
      const message = `${example.id} has no ${kind} called '${row.name.slice(0, 80)}'.`;
      const remedy = near || whatIsKnown(example);
      return [{ code: 'cases.unknown-name', message, place, remedy }];
    }
    const unit = units.get(entry);
    if (unit !== undefined && unit !== row.unit) {
      const message = `'${row.name}' is in ${unit}, and the file says ${row.unit.slice(0, 40) || 'nothing'}.`;
      return [{ code: 'cases.unit', message, place, remedy: `Give the value in ${unit}.` }];
    }
    if (kind === 'input' && row.unit === 'boolean' && row.value !== 0 && row.value !== 1) {
      const message = `'${row.name}' is yes or no, and the file says ${row.value}.`;
      return [{ code: 'cases.boolean', message, place, remedy: 'Write 1 for yes or 0 for no.' }];
    }
    return [];
  });
}

interface Named {
  readonly name: string;
  readonly unit?: string;
}

function whatIsKnown({ id, horizon }: Example): string {
  const years = `${yearLabel(horizon.first)} to ${yearLabel(horizon.last)}`;
  return `See the rows of ${id} in the shipped worked examples; its years are ${years}.`;
}
