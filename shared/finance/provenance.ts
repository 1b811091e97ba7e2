/** Which given value stands in a cell, and who gave it: the library, the footprint, the document, a scenario. */
import type { GivenCell } from '../domain/cell';
import type { Scenario } from '../domain/scenario';
import { lineage, type Model, schemesOn, switchCell } from './open-model';

export type Layer = 'library' | 'footprint' | 'document' | 'scenario';

export interface Provenance {
  readonly cell: GivenCell;
  readonly layer: Layer;
  /** False when the value is carried from another year by the line's extend rule. */
  readonly exact: boolean;
}

/** Finds the value given to a cell, or undefined when its formula stands. */
export type FindGiven = (
  line: string,
  at: Readonly<Record<string, string>>,
  year: number,
) => Provenance | undefined;

/** Indexes the given cells of a scenario once, for any number of look-ups. */
export function indexProvenance(model: Model, scenario: Scenario): FindGiven {
  const { library, document } = model;
  const layers: { layer: Layer; cells: readonly GivenCell[] }[] = [
    { layer: 'library', cells: library.cells },
    { layer: 'footprint', cells: document.footprint.cells },
    { layer: 'document', cells: document.cells },
    ...lineage(document, scenario).map((step) => ({
      layer: 'scenario' as const,
      cells: step.cells,
    })),
  ];
  const on = new Set(schemesOn(document, scenario));
  const byLine = layers.map(({ layer, cells }) => {
    const index = new Map<string, GivenCell[]>();
    for (const cell of cells) {
      const list = index.get(cell.line);
      if (list) list.push(cell);
      else index.set(cell.line, [cell]);
    }
    return { layer, index };
  });
  return (line, at, year) => {
    if (line === 'scheme_on' && on.has(at.scheme ?? '')) {
      return { cell: switchCell(at.scheme ?? ''), layer: 'scenario', exact: true };
    }
    const extend = model.program.byId.get(line)?.definition.extend ?? 'hold';
    for (let i = byLine.length - 1; i >= 0; i -= 1) {
      const { layer, index } = byLine[i] as (typeof byLine)[number];
      const found = pick(index.get(line) ?? [], at, year, extend);
      if (found) return { ...found, layer };
    }
    return undefined;
  };
}

/** Within a layer: the last cell of the year, else the last for every year, else one carried over. */
function pick(
  cells: readonly GivenCell[],
  at: Readonly<Record<string, string>>,
  year: number,
  extend: 'hold' | 'zero' | 'none',
): { cell: GivenCell; exact: boolean } | undefined {
  const fits = cells.filter((cell) => fitsAt(cell, at));
  if (fits.length === 0) return undefined;
  const dated = fits.filter((cell) => cell.year !== undefined);
  const exact =
    dated.filter((cell) => cell.year === year).at(-1) ??
    fits.filter((cell) => cell.year === undefined).at(-1);
  if (exact) return { cell: exact, exact: true };
  if (extend === 'none' || dated.length === 0) return undefined;
  const sorted = [...dated].sort((a, b) => (a.year ?? 0) - (b.year ?? 0));
  const before = sorted.filter((cell) => (cell.year ?? 0) < year).at(-1);
  const carried = before ?? sorted[0];
  return carried ? { cell: carried, exact: false } : undefined;
}

function fitsAt(cell: GivenCell, at: Readonly<Record<string, string>>): boolean {
  for (const dimension in cell.at) if (cell.at[dimension] !== at[dimension]) return false;
  return true;
}
