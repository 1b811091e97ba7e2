/** A new document for a footprint, with the schemes and scenarios that ship. */
import type { FootbridgeDocument } from '../domain/document';
import type { Footprint } from '../domain/footprint';
import type { Library } from '../domain/library';
import { didYouMean } from '../errors/nearest';
import { failure, type Result, success } from '../errors/problem';

/** The template's own years: signed-off 2015/16 to 2020/21. */
export const FIRST_YEAR = 2015;
export const LAST_YEAR = 2020;

/** Finds the footprint by id, number, name or initials (NCL), in any case of letters. */
export function createDocument(library: Library, footprint: string): Result<FootbridgeDocument> {
  const wanted = footprint.trim().toLowerCase();
  const found =
    library.footprints.find(
      (each) =>
        each.id === wanted || each.name.toLowerCase() === wanted || String(each.number) === wanted,
    ) ?? byInitials(library, wanted);
  if (!found) {
    const known = library.footprints.map((each) => each.id);
    return failure({
      code: 'footprint.unknown',
      message: `There is no footprint called '${footprint.slice(0, 120)}'.`,
      remedy: didYouMean(wanted, known) || "See all 44 with 'footbridge list'.",
    });
  }
  const worked = library.workedScenarios?.get(found.id);
  return success({
    title: found.name,
    footprint: found,
    horizon: { first: FIRST_YEAR, last: LAST_YEAR },
    cells: [...(library.startingCells ?? []), ...(worked?.cells ?? [])],
    lines: [],
    schemes: [...library.startingSchemes, ...(worked?.schemes ?? [])],
    scenarios: [...library.startingScenarios, ...(worked?.scenarios ?? [])],
  });
}

/** `ncl` -> North Central London, where only one footprint has those initials. */
function byInitials(library: Library, wanted: string): Footprint | undefined {
  const found = library.footprints.filter((each) => initials(each.name) === wanted);
  return found.length === 1 ? found[0] : undefined;
}

const initials = (name: string): string =>
  name
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => !['and', 'the', 'of', ''].includes(word))
    .map((word) => word[0])
    .join('');
