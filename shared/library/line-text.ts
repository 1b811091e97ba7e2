/** The YAML shape of lines, and how a line's values are tied to the tables of assumptions. */
import { z } from 'zod';
import type { GivenCell } from '../domain/cell';
import { isMark, type Mark } from '../domain/mark';
import type { LineDefinition } from '../domain/model-text';
import { didYouMean } from '../errors/nearest';
import type { Problem } from '../errors/problem';

const formulaText = z.union([z.string(), z.number()]).transform(String);

const inlineValue = z.strictObject({
  at: z.record(z.string(), z.string()).optional(),
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
  extend: z.enum(['hold', 'zero', 'none']).optional(),
  /** Row of the national table, or one for each element of the line's only dimension. */
  from: z.union([z.string(), z.record(z.string(), z.string())]).optional(),
  /** Row of the preset table of the scheme type. */
  preset: z.string().optional(),
  values: z.array(inlineValue).optional(),
  replaces: z.boolean().optional(),
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
        mark,
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
    const note = each.note === undefined ? {} : { note: each.note };
    cells.push({
      line: text.id,
      at: each.at ?? {},
      value: each.value,
      mark,
      source: each.source,
      ...note,
    });
  }
  return cells;
}
