/** Dimensions with their elements, and the index maps from each to the wholes and groups it belongs to. */
import type { ElementDefinition } from '../domain/model-text';
import { failure, type Problem, type Result, success } from '../errors/problem';
import type { DimensionLattice } from '../formula/typed-tree';

/** A dimension ready to be calculated over: its elements are known. */
export interface Dimension {
  readonly id: string;
  readonly label: string;
  readonly elements: readonly ElementDefinition[];
  /** The dimension this one is a part of; its elements keep their ids there. */
  readonly partOf?: string;
  /** The dimension this one groups; an element belongs to the group that lists its type. */
  readonly groups?: string;
}

export interface Dimensions extends DimensionLattice {
  readonly get: (dimension: string) => Dimension;
  /** How many elements a product of dimensions has. */
  readonly size: (over: readonly string[]) => number;
  /** Position of an element in its dimension, or undefined. */
  readonly indexOf: (dimension: string, element: string) => number | undefined;
  /** For each element of `from`, the index of its element in `to`. */
  readonly map: (from: string, to: string) => Int32Array;
  /**
   * For each element of the product `from`, the index of its element in the product `to`; null when the
   * two are the same product, so that callers can skip the look-up. Every dimension of `to` must be
   * reached by one of `from`, which the check has settled.
   */
  readonly indexMap: (from: readonly string[], to: readonly string[]) => Int32Array | null;
}

/** Builds the lattice of dimensions; problems are elements that belong nowhere or twice. */
export function buildDimensions(all: readonly Dimension[]): Result<Dimensions> {
  const problems: Problem[] = [];
  const byId = new Map(all.map((dimension) => [dimension.id, dimension]));
  const indexes = new Map(
    all.map((each) => [each.id, new Map(each.elements.map((element, i) => [element.id, i]))]),
  );
  const maps = new Map<string, Int32Array>();
  const key = (from: string, to: string) => `${from}>${to}`;

  for (const dimension of all) {
    if (indexes.get(dimension.id)?.size !== dimension.elements.length) {
      problems.push({
        code: 'dimension.duplicate-element',
        message: `${dimension.label} names an element twice.`,
        remedy: 'Give each element an id of its own.',
      });
    }
    maps.set(
      key(dimension.id, dimension.id),
      Int32Array.from(dimension.elements, (_, i) => i),
    );
    if (dimension.partOf) addStep(dimension, dimension.partOf, partIndex);
    const grouped = dimension.groups ? byId.get(dimension.groups) : undefined;
    if (grouped) addStep(grouped, dimension.id, groupIndex);
  }

  function addStep(
    from: Dimension,
    to: string,
    find: (element: ElementDefinition, target: Dimension) => number,
  ): void {
    const target = byId.get(to);
    if (!target) return;
    const map = Int32Array.from(from.elements, (element) => find(element, target));
    const lost = from.elements.find((_, i) => (map[i] ?? -1) < 0);
    if (lost) {
      problems.push({
        code: 'dimension.no-group',
        message: `${lost.label} belongs to nothing in ${target.label}.`,
        remedy: `Give it a type that ${target.label} lists.`,
      });
    }
    maps.set(key(from.id, to), map);
  }

  function partIndex(element: ElementDefinition, whole: Dimension): number {
    return indexes.get(whole.id)?.get(element.id) ?? -1;
  }

  function groupIndex(element: ElementDefinition, groups: Dimension): number {
    return groups.elements.findIndex((group) =>
      (group.types ?? [group.id]).includes(element.type ?? element.id),
    );
  }

  closeMaps(all, maps, key);
  if (problems.length > 0) return failure(...problems);
  return success(lattice(byId, indexes, maps, key));
}

/** Steps compose: CCG to commissioner to organisation to sector. */
function closeMaps(
  all: readonly Dimension[],
  maps: Map<string, Int32Array>,
  key: (from: string, to: string) => string,
): void {
  for (const via of all) {
    for (const from of all) {
      const head = maps.get(key(from.id, via.id));
      if (!head) continue;
      for (const to of all) {
        const tail = maps.get(key(via.id, to.id));
        if (!tail || maps.has(key(from.id, to.id))) continue;
        maps.set(
          key(from.id, to.id),
          head.map((index) => tail[index] ?? -1),
        );
      }
    }
  }
}

function lattice(
  byId: ReadonlyMap<string, Dimension>,
  indexes: ReadonlyMap<string, ReadonlyMap<string, number>>,
  maps: ReadonlyMap<string, Int32Array>,
  key: (from: string, to: string) => string,
): Dimensions {
  const get = (id: string): Dimension => {
    const dimension = byId.get(id);
    if (!dimension) throw new Error(`Unknown dimension: ${id}`);
    return dimension;
  };
  // A model has a few dozen pairs of products and asks for each many times.
  const known = new Map<string, Int32Array | null>();
  const dimensions: Dimensions = {
    get,
    indexMap: (from, to) => {
      const pair = `${from.join()}>${to.join()}`;
      let found = known.get(pair);
      if (found === undefined) {
        found = productMap(dimensions, from, to);
        known.set(pair, found);
      }
      return found;
    },
    names: [...byId.keys()],
    has: (id) => byId.has(id),
    label: (id) => byId.get(id)?.label ?? id,
    elements: (id) => get(id).elements.map((element) => element.id),
    maps: (from, to) => maps.has(key(from, to)),
    isPart: (part, whole) => {
      for (let at = byId.get(part); at?.partOf; at = byId.get(at.partOf)) {
        if (at.partOf === whole) return true;
      }
      return false;
    },
    size: (over) => over.reduce((size, id) => size * get(id).elements.length, 1),
    indexOf: (dimension, element) => indexes.get(dimension)?.get(element),
    map: (from, to) => {
      const map = maps.get(key(from, to));
      if (!map) throw new Error(`No map from ${from} to ${to}`);
      return map;
    },
  };
  return dimensions;
}

function productMap(
  dimensions: Dimensions,
  from: readonly string[],
  to: readonly string[],
): Int32Array | null {
  if (from.length === to.length && from.every((id, i) => id === to[i])) return null;
  const sizes = from.map((id) => dimensions.get(id).elements.length);
  const total = sizes.reduce((product, size) => product * size, 1);
  const steps = to.map((target) => {
    const axis = from.indexOf(target);
    const finer = axis >= 0 ? axis : from.findIndex((own) => dimensions.maps(own, target));
    if (finer < 0) throw new Error(`Nothing in ${from.join(', ')} reaches ${target}`);
    return {
      axis: finer,
      map: dimensions.map(from[finer] as string, target),
      size: dimensions.get(target).elements.length,
    };
  });
  const position = new Int32Array(from.length);
  const result = new Int32Array(total);
  for (let flat = 0; flat < total; flat += 1) {
    let rest = flat;
    for (let axis = from.length - 1; axis >= 0; axis -= 1) {
      const size = sizes[axis] as number;
      position[axis] = rest % size;
      rest = Math.floor(rest / size);
    }
    let index = 0;
    for (const step of steps) {
      index = index * step.size + (step.map[position[step.axis] as number] as number);
    }
    result[flat] = index;
  }
  return result;
}
