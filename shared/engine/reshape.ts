/** Kernels that change what a value ranges over: reductions, shares, groups, parts and single elements. */
import type { TypedTree } from '../formula/typed-tree';
import type { Kernel, KernelWorld } from './kernel-world';

const START: Readonly<Record<string, number>> = {
  sum: 0,
  product: 1,
  largest: Number.NEGATIVE_INFINITY,
};

export function reduce(
  tree: Extract<TypedTree, { kind: 'reduce' }>,
  arg: Kernel,
  world: KernelWorld,
): Kernel {
  const { over, space } = tree;
  const { width } = arg;
  const size = world.dimensions.size(space);
  const out = new Float64Array(world.dimensions.size(over) * width);
  const source = world.dimensions.indexMap(space, arg.over);
  const target = world.dimensions.indexMap(space, over);
  const start = START[tree.name] ?? 0;
  return {
    over,
    width,
    run: (year) => {
      const values = arg.run(year);
      out.fill(start);
      for (let element = 0; element < size; element += 1) {
        const from = (source ? (source[element] as number) : element) * width;
        const to = (target ? (target[element] as number) : element) * width;
        for (let draw = 0; draw < width; draw += 1) {
          const value = values[from + draw] as number;
          const before = out[to + draw] as number;
          if (tree.name === 'sum') out[to + draw] = before + value;
          else if (tree.name === 'product') out[to + draw] = before * value;
          else out[to + draw] = Math.max(before, value);
        }
      }
      if (size === 0 && tree.name === 'largest') out.fill(0);
      return out;
    },
  };
}

export function share(
  tree: Extract<TypedTree, { kind: 'share' }>,
  arg: Kernel,
  world: KernelWorld,
): Kernel {
  const { space } = tree;
  const { width } = arg;
  const size = world.dimensions.size(space);
  const rest = space.filter((own) => own !== tree.dimension);
  const totals = new Float64Array(world.dimensions.size(rest) * width);
  const out = new Float64Array(size * width);
  const source = world.dimensions.indexMap(space, arg.over);
  const target = world.dimensions.indexMap(space, rest);
  const at = (map: Int32Array | null, element: number) =>
    (map ? (map[element] as number) : element) * width;
  return {
    over: space,
    width,
    run: (year) => {
      const values = arg.run(year);
      totals.fill(0);
      for (let element = 0; element < size; element += 1) {
        for (let draw = 0; draw < width; draw += 1) {
          const total = at(target, element) + draw;
          totals[total] =
            (totals[total] as number) + (values[at(source, element) + draw] as number);
        }
      }
      for (let element = 0; element < size; element += 1) {
        for (let draw = 0; draw < width; draw += 1) {
          const total = totals[at(target, element) + draw] as number;
          const value = values[at(source, element) + draw] as number;
          out[element * width + draw] = total === 0 ? 0 : value / total;
        }
      }
      return out;
    },
  };
}

export function pick(
  tree: Extract<TypedTree, { kind: 'pick' }>,
  arg: Kernel,
  world: KernelWorld,
): Kernel {
  const { over, space, dimension } = tree;
  const { width } = arg;
  const { dimensions } = world;
  const wanted = dimensions.indexOf(dimension, tree.element) ?? -1;
  const axis = space.indexOf(dimension);
  const after = dimensions.size(space.slice(axis + 1));
  const length = dimensions.get(dimension).elements.length;
  const source = dimensions.indexMap(space, arg.over);
  const size = dimensions.size(over);
  const out = new Float64Array(size * width);
  return {
    over,
    width,
    run: (year) => {
      const values = arg.run(year);
      for (let element = 0; element < size; element += 1) {
        const head = Math.floor(element / after);
        const inSpace = (head * length + wanted) * after + (element % after);
        const from = (source ? (source[inSpace] as number) : inSpace) * width;
        for (let draw = 0; draw < width; draw += 1)
          out[element * width + draw] = values[from + draw] as number;
      }
      return out;
    },
  };
}

/** Moves values along a map of one dimension, adding where several meet: grouping, or widening a part. */
export function regroup(
  tree: Extract<TypedTree, { kind: 'sum-by' | 'widen' }>,
  arg: Kernel,
  world: KernelWorld,
): Kernel {
  const map = world.dimensions.map(tree.from, tree.to);
  const { over, from } = tree;
  const { width } = arg;
  const axis = arg.over.indexOf(from);
  const after = world.dimensions.size(arg.over.slice(axis + 1));
  const own = world.dimensions.get(from).elements.length;
  const wide = world.dimensions.get(tree.to).elements.length;
  const before = world.dimensions.size(arg.over.slice(0, axis));
  const out = new Float64Array(world.dimensions.size(over) * width);
  return {
    over,
    width,
    run: (year) => {
      const values = arg.run(year);
      out.fill(0);
      for (let head = 0; head < before; head += 1) {
        for (let element = 0; element < own; element += 1) {
          for (let tail = 0; tail < after * width; tail += 1) {
            const source = (head * own + element) * after * width + tail;
            const target = (head * wide + (map[element] as number)) * after * width + tail;
            out[target] = (out[target] as number) + (values[source] as number);
          }
        }
      }
      return out;
    },
  };
}
