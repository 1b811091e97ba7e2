/** Which given value stands in a cell, and who gave it: the library, the footprint, the document, a scenario. */
import type { GivenCell } from '../domain/cell';
import type { Scenario } from '../domain/scenario';
import { isReplacement } from '../engine/values';
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
    const definition = model.program.byId.get(line)?.definition;
    if (definition && isReplacement(definition)) return undefined;
    const fits = byLine.flatMap(({ layer, index }) => {
      const cells = (index.get(line) ?? []).filter((cell) => fitsAt(cell, at));
      return cells.length > 0 ? [{ layer, cells }] : [];
    });
    // A value for the year or for every year, the topmost first; else one carried, the lowest first.
    for (const { layer, cells } of [...fits].reverse()) {
      const cell = pickExact(cells, year);
      if (cell) return { cell, layer, exact: true };
    }
    for (const { layer, cells } of fits) {
      const cell = pickCarried(cells, year, definition?.extend ?? 'hold');
      if (cell) return { cell, layer, exact: false };
    }
    return undefined;
  };
}

/** Within a layer: the last cell of the year, else the last for every year. */
function pickExact(cells: readonly GivenCell[], year: number): GivenCell | undefined {
  return (
    cells.filter((cell) => cell.year === year).at(-1) ??
    cells.filter((cell) => cell.year === undefined).at(-1)
  );
}

/** What the line's extend rule carries from the years that have a value. */
function pickCarried(
  cells: readonly GivenCell[],
  year: number,
  extend: 'hold' | 'onward' | 'zero' | 'none',
): GivenCell | undefined {
  if (extend === 'none') return undefined;
  const sorted = [...cells].sort((a, b) => (a.year ?? 0) - (b.year ?? 0));
  const before = sorted.filter((cell) => (cell.year ?? 0) < year).at(-1);
  const carried = extend === 'onward' ? before : (before ?? sorted[0]);
  return carried && extend === 'zero' ? { ...carried, value: 0 } : carried;
}

function fitsAt(cell: GivenCell, at: Readonly<Record<string, string>>): boolean {
  for (const dimension in cell.at) if (cell.at[dimension] !== at[dimension]) return false;
  return true;
}
