/** The YAML shape of lines, and how a line's values are tied to the tables of assumptions. */
import { z } from 'zod';
import type { GivenCell } from '../domain/cell';
import { isMark, MARKS, type Mark, weaker } from '../domain/mark';
import type { LineDefinition } from '../domain/model-text';
import { didYouMean } from '../errors/nearest';
import type { Problem } from '../errors/problem';
import { parseYear } from '../units/financial-year';

const formulaText = z.union([z.string(), z.number()]).transform(String);

const inlineValue = z.strictObject({
  at: z.record(z.string(), z.string()).optional(),
  /** Like 2016/17; every year when absent. */
  year: z.string().optional(),
  value: z.number().optional(),
  preset: z.string().optional(),
  mark: z.string().optional(),
  source: z.string().optional(),
  note: z.string().optional(),
});

/** A line as written; the reader fills in what is understood. */
export const lineText = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_]*$/, 'An id is lower case words joined by _'),
  label: z.string().min(1),
  unit: z.string(),
  over: z.array(z.string()).optional(),
  formula: formulaText.optional(),
  opening: formulaText.optional(),
  input: z.boolean().optional(),
  parameter: z.boolean().optional(),
  collects: z.boolean().optional(),
  contributes_to: z.string().optional(),
  extend: z.enum(['hold', 'onward', 'zero', 'none']).optional(),
  /** Row of the national table, or one for each element of the line's only dimension. */
  from: z.union([z.string(), z.record(z.string(), z.string())]).optional(),
  /** Row of the preset table of the scheme type. */
  preset: z.string().optional(),
  values: z.array(inlineValue).optional(),
  /** The strongest mark the line's table values can carry: a rate used for another thing is derived. */
  mark: z.enum(MARKS).optional(),
  replaces: z.boolean().optional(),
  /** What every value must be, within a millionth: shares add up to 1. */
  must_be: z.number().optional(),
  note: z.string().optional(),
  source: z.string().optional(),
});

export type LineText = z.infer<typeof lineText>;

/** The definition of a line; scheme lines also range over their scheme type. */
export function toDefinition(
  text: LineText,
  section: string,
  file: string,
  schemeType?: string,
): LineDefinition {
  return {
    id: text.id,
    label: text.label,
    unit: text.unit,
    over: [...(schemeType ? [schemeType] : []), ...(text.over ?? [])],
    input: text.input ?? text.parameter ?? false,
    collects: text.collects ?? false,
    extend: text.extend ?? 'hold',
    section,
    file,
    ...(text.formula === undefined ? {} : { formula: text.formula }),
    ...(text.opening === undefined ? {} : { opening: text.opening }),
    ...(text.contributes_to === undefined ? {} : { contributesTo: text.contributes_to }),
    ...(text.note === undefined ? {} : { note: text.note }),
    ...(text.source === undefined ? {} : { source: text.source }),
    ...(text.replaces ? { replaces: true } : {}),
    ...(text.must_be === undefined ? {} : { mustBe: text.must_be }),
  };
}

/** A row of an assumption table, by year or for all years. */
export interface TableValues {
  readonly cells: readonly Pick<GivenCell, 'year' | 'value'>[];
  readonly mark: Mark;
  readonly source: string;
  readonly note?: string;
  readonly low?: number;
  readonly high?: number;
}

/** The cells that a line's `from`, `preset` and `values` stand for. */
export function cellsOf(
  text: LineText,
  file: string,
  national: ReadonlyMap<string, TableValues>,
  presets: ReadonlyMap<string, TableValues>,
  problems: Problem[],
): GivenCell[] {
  const cells: GivenCell[] = [];
  const take = (
    row: string,
    table: ReadonlyMap<string, TableValues>,
    at: Readonly<Record<string, string>>,
  ) => {
    const found = table.get(row);
    if (!found) {
      problems.push({
        code: 'library.unknown-row',
        message: `There is no row '${row}' in the table of assumptions.`,
        place: { file, line: text.label },
        remedy: didYouMean(row, table.keys()),
      });
      return;
    }
    const { mark, source, note, low, high } = found;
    for (const cell of found.cells) {
      cells.push({
        line: text.id,
        at,
        ...cell,
        mark: text.mark ? weaker(mark, text.mark) : mark,
        source,
        ...(note === undefined ? {} : { note }),
        ...(low === undefined ? {} : { low }),
        ...(high === undefined ? {} : { high }),
      });
    }
  };
  if (typeof text.from === 'string') take(text.from, national, {});
  else if (text.from) {
    const [dimension = ''] = text.over ?? [];
    for (const [element, row] of Object.entries(text.from))
      take(row, national, { [dimension]: element });
  }
  if (text.preset !== undefined) take(text.preset, presets, {});
  for (const each of text.values ?? []) {
    if (each.preset !== undefined) take(each.preset, presets, each.at ?? {});
    if (each.value === undefined) continue;
    const mark = each.mark ?? '';
    if (!isMark(mark) || !each.source) {
      problems.push({
        code: 'library.no-source',
        message: 'A value has no mark or no source.',
        place: { file, line: text.label },
        remedy:
          'Give it a mark (verified, recalled, derived, calibrated, assumption) and a source.',
      });
      continue;
    }
    const year = each.year === undefined ? undefined : parseYear(each.year);
    if (each.year !== undefined && year === undefined) {
      const message = `'${each.year}' is not a financial year.`;
      const place = { file, line: text.label };
      problems.push({ code: 'cell.year', message, place, remedy: 'Write it like 2018/19.' });
      continue;
    }
    cells.push({
      line: text.id,
      at: each.at ?? {},
      value: each.value,
      mark,
      source: each.source,
      ...(each.note === undefined ? {} : { note: each.note }),
      ...(year === undefined ? {} : { year }),
    });
  }
  return cells;
}
