/** A section of lines with the values that stand beside them, as a file of the calculation or a scheme type has it. */
import type { GivenCell } from '../domain/cell';
import type { LineDefinition } from '../domain/model-text';
import type { LibraryReader } from './library-reader';
import { cellsOf, type LineText, type TableValues, toDefinition } from './line-text';

export interface Section {
  readonly lines: LineDefinition[];
  readonly cells: GivenCell[];
}

export function addLines(
  section: Section,
  lines: readonly LineText[],
  title: string,
  path: string,
  reader: LibraryReader,
  national: ReadonlyMap<string, TableValues>,
  presets: ReadonlyMap<string, TableValues>,
  schemeType?: string,
): void {
  for (const line of lines) {
    section.lines.push(toDefinition(line, title, path, schemeType));
    section.cells.push(...cellsOf(line, path, national, presets, reader.problems));
  }
}
