/** One-click children of a scenario: the same plan at its track record, or with capital refused. */
import type { FootbridgeDocument } from '../domain/document';
import type { Library } from '../domain/library';
import type { Scenario } from '../domain/scenario';
import { didYouMean } from '../errors/nearest';
import { failure, type Result, success } from '../errors/problem';

export interface WithScenario {
  readonly document: FootbridgeDocument;
  /** Id of the scenario that was added, or was there already. */
  readonly scenario: string;
}

export const childId = (parent: string, child: string): string => `${parent}-${child}`;

/** Adds the child below the scenario; where it is there already, nothing changes. */
export function addChild(
  library: Library,
  document: FootbridgeDocument,
  parent: string,
  child: string,
): Result<WithScenario> {
  const found = library.childScenarios.find((each) => each.id === child);
  const known = library.childScenarios.map((each) => each.id);
  const above = document.scenarios.find((each) => each.id === parent);
  if (!found || !above) {
    return failure({
      code: 'scenario.unknown',
      message: found
        ? `There is no scenario '${parent}' in this document.`
        : `There is no child scenario '${child}'.`,
      remedy: found ? 'Name a scenario of the document.' : didYouMean(child, known),
    });
  }
  const id = childId(parent, child);
  if (document.scenarios.some((each) => each.id === id)) return success({ document, scenario: id });
  const scenario: Scenario = {
    id,
    name: `${above.name}: ${found.name.toLowerCase()}`,
    description: found.description,
    parent,
    on: [],
    off: [],
    cells: found.cells,
  };
  const at = document.scenarios.indexOf(above) + 1;
  const scenarios = [...document.scenarios.slice(0, at), scenario, ...document.scenarios.slice(at)];
  return success({ document: { ...document, scenarios }, scenario: id });
}
