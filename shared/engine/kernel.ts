/**
 * A typed tree made into a kernel over typed arrays. One closure per node, each filling an array laid out
 * [element][draw]; a node that no draw changes keeps one draw only. Generated loops can take the place of
 * these closures: everything else knows only `Kernel` and `KernelWorld`.
 */
import { assertNever } from '../errors/problem';
import { functionNamed } from '../formula/functions';
import type { Operator } from '../formula/syntax';
import type { TypedTree, When } from '../formula/typed-tree';
import { LOOPS } from './arithmetic';
import type { Kernel, KernelWorld } from './kernel-world';
import { pick, reduce, regroup, share } from './reshape';

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
      return mapInto([arg], tree.over, world, (value) => -value);
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
      return mapInto(args, tree.over, world, compute);
    }
    case 'reduce':
      return reduce(tree, compileKernel(tree.arg, world), world);
    case 'share':
      return share(tree, compileKernel(tree.arg, world), world);
    case 'sum-by':
    case 'widen':
      return regroup(tree, compileKernel(tree.arg, world), world);
    case 'pick':
      return pick(tree, compileKernel(tree.arg, world), world);
    default:
      return assertNever(tree);
  }
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

/** Fills the `draws` values of one element from where each argument's begin. */
type Fill = (
  out: Float64Array,
  to: number,
  arrays: readonly Float64Array[],
  begins: readonly number[],
  draws: number,
) => void;

function mapInto(
  args: readonly Kernel[],
  over: readonly string[],
  world: KernelWorld,
  compute: (...values: number[]) => number,
): Kernel {
  const size = world.dimensions.size(over);
  const width = widest(args);
  const out = new Float64Array(size * width);
  const feeds = args.map((arg) => feed(arg, over, world));
  const begins: number[] = new Array(args.length).fill(0);
  const fill = filler(
    compute,
    args.map((arg) => (arg.width === 1 ? 0 : 1)),
  );
  return {
    over,
    width,
    run: (year) => {
      const arrays = feeds.map(({ kernel }) => kernel.run(year));
      for (let element = 0; element < size; element += 1) {
        for (let i = 0; i < feeds.length; i += 1) begins[i] = begin(feeds[i] as Feed, element);
        fill(out, element * width, arrays, begins, width);
      }
      return out;
    },
  };
}

/** Spelled out for the usual counts: gathering the arguments of every cell into a list is slow. */
function filler(compute: (...values: number[]) => number, steps: readonly number[]): Fill {
  const [sa = 0, sb = 0, sc = 0] = steps;
  if (steps.length === 1) {
    return (out, to, [x], [i], draws) => {
      const from = i as number;
      for (let d = 0; d < draws; d += 1)
        out[to + d] = compute((x as Float64Array)[from + d * sa] as number);
    };
  }
  if (steps.length === 2) {
    return (out, to, [x, y], [i, j], draws) => {
      for (let d = 0; d < draws; d += 1)
        out[to + d] = compute(
          (x as Float64Array)[(i as number) + d * sa] as number,
          (y as Float64Array)[(j as number) + d * sb] as number,
        );
    };
  }
  if (steps.length === 3) {
    return (out, to, [x, y, z], [i, j, k], draws) => {
      for (let d = 0; d < draws; d += 1)
        out[to + d] = compute(
          (x as Float64Array)[(i as number) + d * sa] as number,
          (y as Float64Array)[(j as number) + d * sb] as number,
          (z as Float64Array)[(k as number) + d * sc] as number,
        );
    };
  }
  return (out, to, arrays, begins, draws) => {
    for (let d = 0; d < draws; d += 1)
      out[to + d] = compute(
        ...arrays.map(
          (array, i) => array[(begins[i] as number) + d * (steps[i] as number)] as number,
        ),
      );
  };
}

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
