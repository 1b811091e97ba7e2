/** A new document for a footprint, with the schemes and scenarios that ship. */
import type { FootbridgeDocument } from '../domain/document';
import type { Library } from '../domain/library';
import { didYouMean } from '../errors/nearest';
import { failure, type Result, success } from '../errors/problem';

/** The template's own years: signed-off 2015/16 to 2020/21. */
export const FIRST_YEAR = 2015;
export const LAST_YEAR = 2020;

/** Finds the footprint by id, by number or by name, in any case of letters. */
export function createDocument(library: Library, footprint: string): Result<FootbridgeDocument> {
  const wanted = footprint.trim().toLowerCase();
  const found = library.footprints.find(
    (each) =>
      each.id === wanted || each.name.toLowerCase() === wanted || String(each.number) === wanted,
  );
  if (!found) {
    const known = library.footprints.map((each) => each.id);
    return failure({
      code: 'footprint.unknown',
      message: `There is no footprint called '${footprint.slice(0, 120)}'.`,
      remedy: didYouMean(wanted, known) || "See all 44 with 'footbridge list'.",
    });
  }
  return success({
    title: found.name,
    footprint: found,
    horizon: { first: FIRST_YEAR, last: LAST_YEAR },
    cells: [],
    lines: [],
    schemes: library.startingSchemes,
    scenarios: library.startingScenarios,
  });
}
