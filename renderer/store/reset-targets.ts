/** Which given values stand between a cell and the value it had before anybody edited it. */
import type { GivenCell } from '../../shared/domain/cell';
import type { FootbridgeDocument } from '../../shared/domain/document';
import type { CellTarget } from './commands';

type Address = Pick<CellTarget, 'line' | 'at'>;

/** The scenario's own value goes first; only when it has none, its parents', then the document's. */
export function resetTargets(
  document: FootbridgeDocument,
  scenarioId: string,
  address: Address,
  year: number | undefined,
): readonly CellTarget[] {
  const target = (scenario: string | null, cell: GivenCell): CellTarget => ({
    ...address,
    scenario,
    ...(cell.year !== undefined && { year: cell.year }),
  });
  let scenario = document.scenarios.find(({ id }) => id === scenarioId);
  while (scenario) {
    const own = scenario.cells.filter((cell) => matches(cell, address, year));
    const { id, parent } = scenario;
    if (own.length > 0) return own.map((cell) => target(id, cell));
    scenario = document.scenarios.find((other) => other.id === parent);
  }
  return document.cells
    .filter((cell) => matches(cell, address, year))
    .map((cell) => target(null, cell));
}

const matches = (cell: GivenCell, address: Address, year: number | undefined): boolean =>
  cell.line === address.line &&
  (cell.year === undefined || year === undefined || cell.year === year) &&
  Object.keys(cell.at).length === Object.keys(address.at).length &&
  Object.entries(cell.at).every(([dimension, element]) => address.at[dimension] === element);
