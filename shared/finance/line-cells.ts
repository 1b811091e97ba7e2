/** The cells of a line that are not nothing, with the names of their elements. */
import type { Reader } from './read-projection';

/** Dimension id -> element id. */
export type Place = Readonly<Record<string, string>>;

export interface LineCell {
  readonly at: Place;
  readonly value: number;
}

/** Cells of a line in a year index of a draw that are not zero; none where the line is not in the model. */
export function eachCell(reader: Reader, line: string, year: number, draw: number): LineCell[] {
  const { program } = reader.projection;
  const found = program.byId.get(line);
  if (!found) return [];
  const elements = found.over.map((id) => program.dimensions.get(id).elements);
  const cells: LineCell[] = [];
  for (let index = 0; index < found.size; index += 1) {
    const value = reader.projection.value(found.index, year, index, draw);
    if (value === 0 || !Number.isFinite(value)) continue;
    const at: Record<string, string> = {};
    let rest = index;
    for (let i = found.over.length - 1; i >= 0; i -= 1) {
      const list = elements[i] ?? [];
      at[found.over[i] as string] = list[rest % list.length]?.id ?? '';
      rest = Math.floor(rest / list.length);
    }
    cells.push({ at, value });
  }
  return cells;
}
