/**
 * A typed tree made into a kernel over typed arrays. One closure per node, each filling an array laid out
 * [element][draw]; a node that no draw changes keeps one draw only. Generated loops can take the place of
 * these closures: everything else knows only `Kernel` and `KernelWorld`.
 */
import { assertNever } from '../errors/problem';
import type { TypedTree, When } from '../formula/check';
import { functionNamed } from '../formula/functions';
import type { Operator } from '../formula/syntax';
import type { Dimensions } from './dimensions';

/** Values of one node for one year, [element][draw]; `width` draws for each element, 1 when none differ. */
export interface Kernel {
  readonly over: readonly string[];
  readonly width: number;
  /** The array is the kernel's own and is overwritten by the next call. */
  readonly run: (year: number) => Float64Array;
}

/** What a kernel may read: the values of other lines. */
export interface KernelWorld {
  readonly dimensions: Dimensions;
  readonly draws: number;
  readonly firstYear: number;
  readonly lineOver: (line: string) => readonly string[];
  /** Draws the line keeps: `draws` or 1. */
  readonly lineWidth: (line: string) => number;
  /** The block of a line in a year index; undefined before it is calculated. */
  readonly block: (line: string, year: number) => Float64Array | undefined;
}

/** Compiles a typed tree. The result is over the tree's own dimensions; see `spread` to reach a line's. */
export function compileKernel(tree: TypedTree, world: KernelWorld): Kernel {
  switch (tree.kind) {
    case 'number': {
      const values = Float64Array.of(tree.value);
      return { over: [], width: 1, run: () => values };
    }
    case 'year-name': {
      const values = new Float64Array(1);
      const start = tree.name === 'calendar_year' ? world.firstYear : 0;
      return { over: [], width: 1, run: (year) => values.fill(start + year) };
    }
    case 'count': {
      const values = Float64Array.of(world.dimensions.get(tree.dimension).elements.length);
      return { over: [], width: 1, run: () => values };
    }
    case 'line':
      return readLine(tree.line, tree.when, world);
    case 'negate': {
      const arg = compileKernel(tree.arg, world);
      return mapInto([arg], tree.over, world, (values) => -(values[0] as number));
    }
    case 'operate':
      return operate(
        tree.operator,
        compileKernel(tree.left, world),
        compileKernel(tree.right, world),
        tree.over,
        world,
      );
    case 'elementwise': {
      const compute = functionNamed(tree.name)?.compute;
      if (!compute) throw new Error(`No kernel for ${tree.name}`);
      const args = tree.args.map((arg) => compileKernel(arg, world));
      return mapInto(args, tree.over, world, spell(compute, args.length));
    }
    case 'reduce':
      return reduce(tree, world);
    case 'share':
      return share(tree, world);
    case 'sum-by':
      return regroup(tree, world, world.dimensions.map(tree.from, tree.to));
    case 'widen':
      return regroup(tree, world, world.dimensions.map(tree.from, tree.to));
    case 'pick':
      return pick(tree, world);
    default:
      return assertNever(tree);
  }
}

/** Spelled out for the usual counts: spreading an array for every cell is slow. */
function spell(
  compute: (...args: number[]) => number,
  count: number,
): (values: number[]) => number {
  if (count === 1) return (v) => compute(v[0] as number);
  if (count === 2) return (v) => compute(v[0] as number, v[1] as number);
  if (count === 3) return (v) => compute(v[0] as number, v[1] as number, v[2] as number);
  return (v) => compute(...v);
}

function readLine(line: string, when: When, world: KernelWorld): Kernel {
  const over = world.lineOver(line);
  const width = world.lineWidth(line);
  const missing = new Float64Array(world.dimensions.size(over) * width).fill(Number.NaN);
  const yearOf = (year: number): number => {
    if (when === 'now') return year;
    if (when === 'previous') return year - 1;
    if (when === 'first') return 0;
    return when - world.firstYear <= year ? when - world.firstYear : -1;
  };
  return { over, width, run: (year) => world.block(line, yearOf(year)) ?? missing };
}

/** An argument as a node sees it: its kernel, and where each of the node's elements finds its value. */
interface Feed {
  readonly kernel: Kernel;
  readonly map: Int32Array | null;
}

const feed = (kernel: Kernel, over: readonly string[], world: KernelWorld): Feed => ({
  kernel,
  map: world.dimensions.indexMap(over, kernel.over),
});

const widest = (kernels: readonly Kernel[]): number =>
  kernels.reduce((width, kernel) => Math.max(width, kernel.width), 1);

/** Where element `i` of a feed begins in its array. */
const begin = ({ kernel, map }: Feed, element: number): number =>
  (map ? (map[element] as number) : element) * kernel.width;

function mapInto(
  args: readonly Kernel[],
  over: readonly string[],
  world: KernelWorld,
  compute: (values: number[]) => number,
): Kernel {
  const size = world.dimensions.size(over);
  const width = widest(args);
  const out = new Float64Array(size * width);
  const feeds = args.map((arg) => feed(arg, over, world));
  const values: number[] = new Array(args.length).fill(0);
  return {
    over,
    width,
    run: (year) => {
      const arrays = feeds.map(({ kernel }) => kernel.run(year));
      for (let element = 0; element < size; element += 1) {
        for (let draw = 0; draw < width; draw += 1) {
          for (let i = 0; i < feeds.length; i += 1) {
            const each = feeds[i] as Feed;
            const at = begin(each, element) + (each.kernel.width === 1 ? 0 : draw);
            values[i] = (arrays[i] as Float64Array)[at] as number;
          }
          out[element * width + draw] = compute(values);
        }
      }
      return out;
    },
  };
}

type Loop = (
  out: Float64Array,
  to: number,
  x: Float64Array,
  i: number,
  stepX: number,
  y: Float64Array,
  j: number,
  stepY: number,
  draws: number,
) => void;

/** One loop an operator, so that each stays simple enough to be compiled tightly. */
const LOOPS: Readonly<Record<Operator, Loop>> = {
  '+': (out, to, x, i, sx, y, j, sy, n) => {
    for (let d = 0; d < n; d += 1)
      out[to + d] = (x[i + d * sx] as number) + (y[j + d * sy] as number);
  },
  '-': (out, to, x, i, sx, y, j, sy, n) => {
    for (let d = 0; d < n; d += 1)
      out[to + d] = (x[i + d * sx] as number) - (y[j + d * sy] as number);
  },
  '*': (out, to, x, i, sx, y, j, sy, n) => {
    for (let d = 0; d < n; d += 1)
      out[to + d] = (x[i + d * sx] as number) * (y[j + d * sy] as number);
  },
  // Nothing divides by nothing: endless would turn back into a number further down.
  '/': (out, to, x, i, sx, y, j, sy, n) => {
    for (let d = 0; d < n; d += 1) {
      const by = y[j + d * sy] as number;
      out[to + d] = by === 0 ? Number.NaN : (x[i + d * sx] as number) / by;
    }
  },
  '^': (out, to, x, i, sx, y, j, sy, n) => {
    for (let d = 0; d < n; d += 1) {
      const base = x[i + d * sx] as number;
      out[to + d] = Number.isNaN(base) ? base : base ** (y[j + d * sy] as number);
    }
  },
  '<': (out, to, x, i, sx, y, j, sy, n) => {
    for (let d = 0; d < n; d += 1) {
      const a = x[i + d * sx] as number;
      const b = y[j + d * sy] as number;
      out[to + d] = a < b ? 1 : a >= b ? 0 : Number.NaN;
    }
  },
  '>': (out, to, x, i, sx, y, j, sy, n) => {
    for (let d = 0; d < n; d += 1) {
      const a = x[i + d * sx] as number;
      const b = y[j + d * sy] as number;
      out[to + d] = a > b ? 1 : a <= b ? 0 : Number.NaN;
    }
  },
  '<=': (out, to, x, i, sx, y, j, sy, n) => {
    for (let d = 0; d < n; d += 1) {
      const a = x[i + d * sx] as number;
      const b = y[j + d * sy] as number;
      out[to + d] = a <= b ? 1 : a > b ? 0 : Number.NaN;
    }
  },
  '>=': (out, to, x, i, sx, y, j, sy, n) => {
    for (let d = 0; d < n; d += 1) {
      const a = x[i + d * sx] as number;
      const b = y[j + d * sy] as number;
      out[to + d] = a >= b ? 1 : a < b ? 0 : Number.NaN;
    }
  },
  '==': (out, to, x, i, sx, y, j, sy, n) => {
    for (let d = 0; d < n; d += 1) {
      const a = x[i + d * sx] as number;
      const b = y[j + d * sy] as number;
      out[to + d] = a === b ? 1 : a < b || a > b ? 0 : Number.NaN;
    }
  },
  '!=': (out, to, x, i, sx, y, j, sy, n) => {
    for (let d = 0; d < n; d += 1) {
      const a = x[i + d * sx] as number;
      const b = y[j + d * sy] as number;
      out[to + d] = a < b || a > b ? 1 : a === b ? 0 : Number.NaN;
    }
  },
};

function operate(
  operator: Operator,
  left: Kernel,
  right: Kernel,
  over: readonly string[],
  world: KernelWorld,
): Kernel {
  const size = world.dimensions.size(over);
  const width = widest([left, right]);
  const out = new Float64Array(size * width);
  const a = feed(left, over, world);
  const b = feed(right, over, world);
  const loop = LOOPS[operator];
  const stepX = left.width === 1 ? 0 : 1;
  const stepY = right.width === 1 ? 0 : 1;
  return {
    over,
    width,
    run: (year) => {
      const x = left.run(year);
      const y = right.run(year);
      if (width === 1 && !a.map && !b.map) {
        // Element by element: the whole block is one run of the loop.
        loop(out, 0, x, 0, 1, y, 0, 1, size);
        return out;
      }
      for (let element = 0; element < size; element += 1) {
        loop(out, element * width, x, begin(a, element), stepX, y, begin(b, element), stepY, width);
      }
      return out;
    },
  };
}

const START: Readonly<Record<string, number>> = {
  sum: 0,
  product: 1,
  largest: Number.NEGATIVE_INFINITY,
};

function reduce(tree: Extract<TypedTree, { kind: 'reduce' }>, world: KernelWorld): Kernel {
  const arg = compileKernel(tree.arg, world);
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

function share(tree: Extract<TypedTree, { kind: 'share' }>, world: KernelWorld): Kernel {
  const arg = compileKernel(tree.arg, world);
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

function pick(tree: Extract<TypedTree, { kind: 'pick' }>, world: KernelWorld): Kernel {
  const arg = compileKernel(tree.arg, world);
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
function regroup(
  tree: Extract<TypedTree, { kind: 'sum-by' | 'widen' }>,
  world: KernelWorld,
  map: Int32Array,
): Kernel {
  const arg = compileKernel(tree.arg, world);
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

/** Copies a kernel's values into a block over `over` with `width` draws, broadcasting both. */
export function spread(
  kernel: Kernel,
  over: readonly string[],
  width: number,
  world: KernelWorld,
): (year: number, block: Float64Array) => void {
  const map = world.dimensions.indexMap(over, kernel.over);
  const size = world.dimensions.size(over);
  return (year, block) => {
    const values = kernel.run(year);
    for (let element = 0; element < size; element += 1) {
      const from = (map ? (map[element] as number) : element) * kernel.width;
      for (let draw = 0; draw < width; draw += 1) {
        block[element * width + draw] = values[kernel.width === 1 ? from : from + draw] as number;
      }
    }
  };
}
