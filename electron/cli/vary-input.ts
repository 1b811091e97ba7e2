/** Variations of the command line: a child below a scenario, and vanguards' schemes scaled up. */
import { addChild, childId, type WithScenario } from '../../shared/document/add-child';
import { scaleUp } from '../../shared/document/scale-up';
import type { FootbridgeDocument } from '../../shared/domain/document';
import type { Library } from '../../shared/domain/library';
import { DO_NOTHING, type Scenario } from '../../shared/domain/scenario';
import { didYouMean } from '../../shared/errors/nearest';
import { failure, type Problem, type Result, success } from '../../shared/errors/problem';
import { findScenario, schemesOn } from '../../shared/finance/open-model';

export interface Variations {
  /** Id of a child scenario, such as track-record. */
  readonly child?: string;
  /** Ids of vanguard sites. */
  readonly scaleUp: readonly string[];
}

/** The document with what was asked for, and the scenario to show: the chosen one, or its child. */
export function varyScenario(
  library: Library,
  document: FootbridgeDocument,
  chosen: string,
  { child, scaleUp: sites }: Variations,
): Result<WithScenario> {
  // A wrong name is told by the command itself, in its own words.
  const known = sites.length === 0 && child === undefined;
  const found = known ? undefined : findScenario(document, chosen);
  if (found && !found.ok) return found;
  let state: WithScenario = { document, scenario: chosen };
  for (const site of sites) {
    const scaled = scaleUp(library, state.document, site, state.scenario);
    if (!scaled.ok) return scaled;
    state = scaled.value;
  }
  if (chosen === DO_NOTHING && sites.length > 1) state = nameAfterAll(library, state, sites);
  if (child === undefined) return success(state);
  const problem = checkChild(library, child) ?? checkHasSchemes(state);
  if (problem) return failure(problem);
  return addChild(library, state.document, state.scenario, child);
}

/** Every scenario that has schemes with its child beside it; each site as a scenario of its own. */
export function varyEvery(
  library: Library,
  document: FootbridgeDocument,
  { child, scaleUp: sites }: Variations,
): Result<FootbridgeDocument> {
  let varied = document;
  for (const site of sites) {
    const scaled = scaleUp(library, varied, site, DO_NOTHING);
    if (!scaled.ok) return scaled;
    varied = scaled.value.document;
  }
  if (child === undefined) return success(varied);
  const problem = checkChild(library, child);
  if (problem) return failure(problem);
  for (const parent of parentsOf(library, varied)) {
    const added = addChild(library, varied, parent.id, child);
    if (!added.ok) return added;
    varied = added.value.document;
  }
  return success(varied);
}

/** Scenarios with schemes that are not children themselves. */
function parentsOf(library: Library, document: FootbridgeDocument): Scenario[] {
  const isChild = ({ id, parent }: Scenario) =>
    parent !== undefined && library.childScenarios.some((each) => id === childId(parent, each.id));
  return document.scenarios.filter(
    (each) => !isChild(each) && schemesOn(document, each).length > 0,
  );
}

/** What is wrong with the name of a child; undefined when it is one. */
export function checkChild(library: Library, child: string): Problem | undefined {
  const known = library.childScenarios.map((each) => each.id);
  if (known.includes(child)) return undefined;
  return {
    code: 'scenario.unknown',
    message: `There is no child scenario '${child.slice(0, 80)}'.`,
    remedy: didYouMean(child, known) || `Use one of: ${known.join(', ')}.`,
  };
}

function checkHasSchemes({ document, scenario }: WithScenario): Problem | undefined {
  const found = document.scenarios.find((each) => each.id === scenario);
  if (!found || schemesOn(document, found).length > 0) return undefined;
  return {
    code: 'scenario.no-schemes',
    message: `'${found.name}' has no schemes, so no child can deliver them otherwise.`,
    remedy: 'Choose a scenario with schemes by --scenario, or add some by --scale-up.',
  };
}

/** One scenario of several sites: named after all of them. */
function nameAfterAll(
  library: Library,
  { document, scenario }: WithScenario,
  sites: readonly string[],
): WithScenario {
  const names = [...new Set(sites)].map(
    (id) => library.vanguardSites.find((each) => each.id === id)?.name ?? id,
  );
  const all = `${names.slice(0, -1).join(', ')}${names.length > 1 ? ' and ' : ''}${names.at(-1)}`;
  const text = {
    name: `${all} scaled up`,
    description: `What was measured at ${all}, across this footprint.`,
  };
  const scenarios = document.scenarios.map((each) =>
    each.id === scenario ? { ...each, ...text } : each,
  );
  return { document: { ...document, scenarios }, scenario };
}
