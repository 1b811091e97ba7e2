/** Takes a vanguard's care model to this footprint: its schemes, with what was measured at the site. */
import type { GivenCell } from '../domain/cell';
import type { FootbridgeDocument } from '../domain/document';
import type { Library } from '../domain/library';
import { DO_NOTHING, type Scheme } from '../domain/scenario';
import { didYouMean } from '../errors/nearest';
import { failure, type Result, success } from '../errors/problem';
import { freeId } from './free-id';

/**
 * Adds the site's schemes to the document and switches them on in a scenario; in do nothing, which has no
 * schemes, a scenario of the site's own is made. A second time adds a second set.
 */
export function scaleUp(
  library: Library,
  document: FootbridgeDocument,
  site: string,
  scenario: string,
): Result<{ readonly document: FootbridgeDocument; readonly scenario: string }> {
  const found = library.vanguardSites.find((each) => each.id === site);
  if (!found) {
    const known = library.vanguardSites.map((each) => each.id);
    return failure({
      code: 'vanguard.unknown',
      message: `There is no vanguard site '${site.slice(0, 80)}'.`,
      remedy: didYouMean(site, known) || "See all 50 with 'footbridge list vanguards'.",
    });
  }
  const taken = new Set(document.schemes.map((each) => each.id));
  const schemes: Scheme[] = [];
  const cells: GivenCell[] = [];
  for (const part of found.schemes) {
    const id = freeId(`${found.id}-${part.schemeType.replaceAll('_', '-')}`, taken);
    taken.add(id);
    const type = library.schemeTypes.find((each) => each.id === part.schemeType);
    schemes.push({
      id,
      name: `${type?.label ?? part.schemeType}, as ${found.name}`,
      type: part.schemeType,
    });
    cells.push(
      ...part.cells.map((cell) => ({ ...cell, at: { [part.schemeType]: id, ...cell.at } })),
    );
  }
  const on = schemes.map((each) => each.id);
  const withSchemes = {
    ...document,
    schemes: [...document.schemes, ...schemes],
    cells: [...document.cells, ...cells],
  };
  if (scenario !== DO_NOTHING) {
    const scenarios = withSchemes.scenarios.map((each) =>
      each.id === scenario ? { ...each, on: [...each.on, ...on] } : each,
    );
    return success({ document: { ...withSchemes, scenarios }, scenario });
  }
  const id = freeId(found.id, new Set(document.scenarios.map((each) => each.id)));
  const own = {
    id,
    name: `${found.name} scaled up`,
    description: `What was measured at ${found.name}, across this footprint.`,
    parent: DO_NOTHING,
    on,
    off: [],
    cells: [],
  };
  return success({
    document: { ...withSchemes, scenarios: [...withSchemes.scenarios, own] },
    scenario: id,
  });
}
