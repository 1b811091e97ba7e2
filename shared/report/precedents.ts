/** What a number is read from: the cells behind a cell, along the maps between dimensions. */

import { elementIds } from '../engine/elements';
import type { ProgramLine } from '../engine/program';
import type { Model } from '../finance/open-model';
import type { FindGiven } from '../finance/provenance';
import type { Reader } from '../finance/read-projection';
import { referencesOf, type When } from '../formula/typed-tree';

/** One scenario's projection, ready to be explained. */
export interface Context {
  readonly model: Model;
  readonly reader: Reader;
  readonly draw: number;
  readonly find: FindGiven;
}

/** Flat indexes of the elements an address means. */
export function elementsAt(
  context: Context,
  line: ProgramLine,
  at: Readonly<Record<string, string>>,
): number[] {
  const { program } = context.model;
  return Array.from({ length: line.size }, (_, i) => i).filter((element) =>
    elementIds(line, element, program).every(
      ({ dimension, id }) => at[dimension] === undefined || at[dimension] === id,
    ),
  );
}

/** Sum of a line over elements in a year index. */
export const sumAt = (
  context: Context,
  line: ProgramLine,
  elements: readonly number[],
  year: number,
): number =>
  elements.reduce(
    (sum, element) =>
      sum + context.reader.projection.value(line.index, year, element, context.draw),
    0,
  );

/** A cell that another is made of; dimensions left out of `at` are summed over. */
export interface Precedent {
  readonly line: ProgramLine;
  readonly at: Readonly<Record<string, string>>;
  /** Year index. */
  readonly year: number;
}

/** What a cell's formula reads, or what a collector collects, in the order of the text. */
export function precedentsOf(
  context: Context,
  line: ProgramLine,
  ids: Readonly<Record<string, string>>,
  year: number,
): Precedent[] {
  const { program, document } = context.model;
  if (line.definition.collects) {
    return line.contributors.flatMap((index) => {
      const contributor = program.lines[index] as ProgramLine;
      const own = narrow(context, ids, contributor);
      if (!own || sumAt(context, contributor, elementsAt(context, contributor, own), year) === 0)
        return [];
      return [{ line: contributor, at: own, year }];
    });
  }
  const tree = year === 0 ? (line.opening ?? line.formula) : line.formula;
  const seen = new Set<string>();
  const references = tree ? referencesOf(tree) : [];
  return references.flatMap(({ line: id, when, picked }) => {
    const target = program.byId.get(id) as ProgramLine;
    const narrowed = narrow(context, ids, target);
    // Outside the part that a widened line covers there is nothing to show.
    if (!narrowed) return [];
    const at = { ...narrowed, ...pickedOf(context, picked, target) };
    const then = yearOf(when, year, document.horizon.first);
    const key = JSON.stringify([id, then, picked]);
    if (seen.has(key) || then < 0) return [];
    seen.add(key);
    return membersOf(context, ids, target, at)
      .map((each) => ({ each, size: Math.abs(sumOf(context, target, each, then)) }))
      .sort((a, b) => b.size - a.size)
      .map(({ each }) => ({ line: target, at: each, year: then }));
  });
}

const sumOf = (
  context: Context,
  line: ProgramLine,
  at: Readonly<Record<string, string>>,
  year: number,
): number => sumAt(context, line, elementsAt(context, line, at), year);

/**
 * A group reads its members one by one: the address for each element that belongs to the group explained,
 * or the address itself where no dimension of the target is grouped by one of ours.
 */
function membersOf(
  context: Context,
  ids: Readonly<Record<string, string>>,
  target: ProgramLine,
  at: Readonly<Record<string, string>>,
): Readonly<Record<string, string>>[] {
  const { dimensions } = context.model.program;
  for (const dimension of target.over.filter((each) => at[each] === undefined)) {
    const group = Object.keys(ids).find(
      (own) => own !== dimension && dimensions.maps(dimension, own),
    );
    if (group === undefined) continue;
    const wanted = dimensions.indexOf(group, ids[group] ?? '');
    const map = dimensions.map(dimension, group);
    return dimensions
      .get(dimension)
      .elements.filter((_, i) => map[i] === wanted)
      .map((element) => ({ ...at, [dimension]: element.id }));
  }
  return [at];
}

/** Elements a formula picks by name, along the line's own dimensions: of the part, or of the whole it is in. */
function pickedOf(
  context: Context,
  picked: Readonly<Record<string, string>>,
  target: ProgramLine,
): Record<string, string> {
  const { dimensions } = context.model.program;
  const at: Record<string, string> = {};
  for (const [dimension, element] of Object.entries(picked)) {
    const own = target.over.find(
      (each) => each === dimension || dimensions.isPart(dimension, each),
    );
    if (own) at[own] = element;
  }
  return at;
}

function yearOf(when: When, year: number, first: number): number {
  if (when === 'now') return year;
  if (when === 'previous') return year - 1;
  if (when === 'first') return 0;
  return when - first;
}

/**
 * The elements of another line that go with an element of this one, along the maps between dimensions, up
 * (a trust to its type) or down (an organisation to the trust it is). Undefined where it is none of a part.
 */
function narrow(
  context: Context,
  ids: Readonly<Record<string, string>>,
  target: ProgramLine,
): Record<string, string> | undefined {
  const { dimensions } = context.model.program;
  const at: Record<string, string> = {};
  for (const dimension of target.over) {
    for (const [own, id] of Object.entries(ids)) {
      const index = dimensions.indexOf(own, id);
      if (index === undefined) continue;
      if (own === dimension || dimensions.maps(own, dimension)) {
        const mapped = dimensions.map(own, dimension)[index] ?? -1;
        const element = dimensions.get(dimension).elements[mapped];
        if (element) at[dimension] = element.id;
      } else if (dimensions.isPart(dimension, own)) {
        if (dimensions.indexOf(dimension, id) === undefined) return undefined;
        at[dimension] = id;
      }
    }
  }
  return at;
}
