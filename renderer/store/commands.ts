/** Every edit a person can make, as `(document, what) -> document`. None reads anything but its arguments. */
import { clearCell, setCell } from '../../shared/document/edit-cells';
import type { FootbridgeDocument } from '../../shared/domain/document';
import type { Scenario } from '../../shared/domain/scenario';

/** One value of one line. `scenario` null means the whole document, so do nothing moves too. */
export interface CellTarget {
  readonly scenario: string | null;
  readonly line: string;
  readonly at: Readonly<Record<string, string>>;
  readonly year?: number;
}

export interface CellEdit extends CellTarget {
  readonly value: number;
}

export const setCells = (
  document: FootbridgeDocument,
  edits: readonly CellEdit[],
): FootbridgeDocument => edits.reduce(setCell, document);

export const clearCells = (
  document: FootbridgeDocument,
  targets: readonly CellTarget[],
): FootbridgeDocument => targets.reduce(clearCell, document);

/** The schemes a scenario runs: its parent's, less what it switches off, plus what it switches on. */
export function schemesOn(document: FootbridgeDocument, scenarioId: string): ReadonlySet<string> {
  const scenario = document.scenarios.find(({ id }) => id === scenarioId);
  if (!scenario) return new Set();
  const inherited = scenario.parent ? schemesOn(document, scenario.parent) : new Set<string>();
  const kept = [...inherited].filter((scheme) => !scenario.off.includes(scheme));
  return new Set([...kept, ...scenario.on]);
}

/** Turns a scheme on or off in one scenario, saying only what differs from its parent. */
export function switchScheme(
  document: FootbridgeDocument,
  scenarioId: string,
  schemeId: string,
  on: boolean,
): FootbridgeDocument {
  const without = (ids: readonly string[]) => ids.filter((id) => id !== schemeId);
  const change = (scenario: Scenario): Scenario => {
    const inherited = scenario.parent ? schemesOn(document, scenario.parent).has(schemeId) : false;
    return {
      ...scenario,
      on: on && !inherited ? [...without(scenario.on), schemeId] : without(scenario.on),
      off: !on && inherited ? [...without(scenario.off), schemeId] : without(scenario.off),
    };
  };
  return {
    ...document,
    scenarios: document.scenarios.map((item) => (item.id === scenarioId ? change(item) : item)),
  };
}
