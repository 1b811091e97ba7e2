/**
 * Runs a program: years outermost, lines in order, elements and draws inside. Values in, values out: no
 * clock, no randomness, no state kept between runs.
 */
import type { Problem } from '../errors/problem';
import { referencesOf } from '../formula/typed-tree';
import { findFaults, findStrays } from './faults';
import { compileKernel, spread } from './kernel';
import type { KernelWorld } from './kernel-world';
import { lineOf, type Program, type ProgramLine } from './program';
import { findSteady } from './steady';
import { type GivenValues, type Horizon, horizonLength } from './values';

/** One draw of a run: values that differ from the common ones. */
export interface Draw {
  readonly given: GivenValues;
}

export interface RunInput {
  readonly horizon: Horizon;
  /** Values common to all draws. */
  readonly given: GivenValues;
  /** At least one. */
  readonly draws: readonly Draw[];
  /** Ids of the lines wanted; they and what they need are calculated. Every line when absent. */
  readonly wanted?: readonly string[];
}

/** The values of every line: [line][year][element][draw]. */
export interface Projection {
  readonly program: Program;
  readonly horizon: Horizon;
  readonly draws: number;
  /** How many draws the line keeps: `draws`, or 1 when no draw changes it. */
  readonly width: (line: number) => number;
  /** One value; NaN is an error, explained by `problems`. */
  readonly value: (line: number, year: number, element: number, draw?: number) => number;
  /** Values that could not be calculated, each told once at its origin. */
  readonly problems: readonly Problem[];
  /** True for a line that needs one with an error. */
  readonly isMarked: (line: number) => boolean;
  /** Elements times years times lines times draws calculated, for the status bar and the bench. */
  readonly cells: number;
}

/** Calculates every line for every year and draw. */
export function runProgram(program: Program, input: RunInput): Projection {
  const { horizon, draws } = input;
  const years = horizonLength(horizon);
  const widths = findWidths(program, input);
  const blocks: (Float64Array | undefined)[][] = program.lines.map(() =>
    new Array(years).fill(undefined),
  );
  const world: KernelWorld = {
    dimensions: program.dimensions,
    draws: draws.length,
    firstYear: horizon.first,
    lineOver: (line) => lineOf(program, line).over,
    lineWidth: (line) => widths[lineOf(program, line).index] as number,
    block: (line, year) => blocks[lineOf(program, line).index]?.[year],
  };
  const wanted = input.wanted ? findNeeded(program, input.wanted) : undefined;
  const isWanted = (index: number) => wanted?.has(index) ?? true;
  const steps = program.lines.map((line) =>
    line.broken || !isWanted(line.index)
      ? undefined
      : planLine(line, program, input, widths, world, blocks),
  );
  const steady = findSteady(program, input.given, draws);
  let cells = 0;
  for (let year = 0; year < years; year += 1) {
    for (const index of year === 0 ? program.openingOrder : program.laterOrder) {
      if (!isWanted(index)) continue;
      const line = program.lines[index] as ProgramLine;
      const same = year > 0 && steady[index] ? blocks[index]?.[0] : undefined;
      if (same) {
        (blocks[index] as (Float64Array | undefined)[])[year] = same;
        cells += same.length;
        continue;
      }
      const block = new Float64Array(line.size * (widths[index] as number));
      (blocks[index] as (Float64Array | undefined)[])[year] = block;
      steps[index]?.(year, block);
      cells += block.length;
    }
  }
  const faults = findFaults(program, horizon.first, blocks, widths);
  return {
    program,
    horizon,
    draws: draws.length,
    width: (line) => widths[line] as number,
    value: (line, year, element, draw = 0) => {
      const width = widths[line] as number;
      return blocks[line]?.[year]?.[element * width + (width === 1 ? 0 : draw)] ?? Number.NaN;
    },
    problems: [...faults.problems, ...findStrays(program, horizon.first, blocks, widths)],
    isMarked: (line) => (program.lines[line]?.broken ?? true) || faults.marked.has(line),
    cells,
  };
}

/** The lines named and everything they are made of, in this year or an earlier one. */
function findNeeded(program: Program, wanted: readonly string[]): ReadonlySet<number> {
  const needed = new Set<number>();
  const waiting = wanted.flatMap((id) => program.byId.get(id)?.index ?? []);
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    if (needed.has(index)) continue;
    needed.add(index);
    waiting.push(...(needsOf(program)[index] ?? []));
  }
  return needed;
}

/** A line keeps all draws when a draw gives it values or it needs a line that does, in any year. */
function findWidths(program: Program, input: RunInput): number[] {
  const widths = program.lines.map((line) =>
    input.draws.length > 1 && input.draws.some((draw) => draw.given.has(line.index))
      ? input.draws.length
      : 1,
  );
  if (input.draws.length === 1) return widths;
  const needs = needsOf(program);
  // Look-backs can point up the order, so repeat until nothing changes; each pass only adds.
  for (let changed = true; changed; ) {
    changed = false;
    for (const line of program.lines) {
      if (widths[line.index] !== 1) continue;
      if ((needs[line.index] ?? []).some((need) => widths[need] !== 1)) {
        widths[line.index] = input.draws.length;
        changed = true;
      }
    }
  }
  return widths;
}

/** What each line names and what feeds it; a program never changes, so it is found once. */
const needsFound = new WeakMap<Program, readonly (readonly number[])[]>();

function needsOf(program: Program): readonly (readonly number[])[] {
  const found = needsFound.get(program) ?? program.lines.map((line) => neededLines(line, program));
  needsFound.set(program, found);
  return found;
}

function neededLines(line: ProgramLine, program: Program): number[] {
  const trees = [line.formula, line.opening].filter((tree) => tree !== undefined);
  const named = trees
    .flatMap((tree) => referencesOf(tree))
    .map((each) => lineOf(program, each.line).index);
  return [...named, ...line.contributors];
}

type Step = (year: number, block: Float64Array) => void;

/** How one line fills its block: formula first, then what was given, then what each draw gives. */
function planLine(
  line: ProgramLine,
  program: Program,
  input: RunInput,
  widths: readonly number[],
  world: KernelWorld,
  blocks: readonly (readonly (Float64Array | undefined)[])[],
): Step {
  const width = widths[line.index] as number;
  const byFormula = (tree: typeof line.formula): Step | undefined =>
    tree ? spread(compileKernel(tree, world), line.over, width, world) : undefined;
  const later = byFormula(line.formula);
  const first = line.opening ? byFormula(line.opening) : later;
  const collect = line.definition.collects
    ? planCollector(line, program, widths, blocks)
    : undefined;
  const given = input.given.get(line.index);
  return (year, block) => {
    const calculate = year === 0 ? first : later;
    if (calculate) calculate(year, block);
    else if (!collect) block.fill(Number.NaN);
    collect?.(year, block);
    if (given) layGiven(given[year], block, width);
    // A line keeps fewer draws than there are only when no draw changes it.
    if (width === input.draws.length) layDraws(line, input, year, block, width);
    // An error is NaN and nothing else, so that none turns back into a number in another line.
    for (let i = 0; i < block.length; i += 1) if (!Number.isFinite(block[i])) block[i] = Number.NaN;
  };
}

function layGiven(values: Float64Array | undefined, block: Float64Array, width: number): void {
  if (!values) return;
  for (let element = 0; element < values.length; element += 1) {
    const value = values[element] as number;
    if (Number.isNaN(value)) continue;
    if (width === 1) block[element] = value;
    else block.fill(value, element * width, (element + 1) * width);
  }
}

function layDraws(
  line: ProgramLine,
  input: RunInput,
  year: number,
  block: Float64Array,
  width: number,
): void {
  for (let draw = 0; draw < width; draw += 1) {
    const values = input.draws[draw]?.given.get(line.index)?.[year];
    if (!values) continue;
    for (let element = 0; element < values.length; element += 1) {
      const value = values[element] as number;
      if (!Number.isNaN(value)) block[element * width + draw] = value;
    }
  }
}

/** Adds each contributor into the collector, element by element along the maps of its dimensions. */
function planCollector(
  line: ProgramLine,
  program: Program,
  widths: readonly number[],
  blocks: readonly (readonly (Float64Array | undefined)[])[],
): Step {
  const width = widths[line.index] as number;
  const feeds = line.contributors.map((index) => {
    const contributor = program.lines[index] as ProgramLine;
    return {
      index,
      width: widths[index] as number,
      map: program.dimensions.indexMap(contributor.over, line.over),
      size: contributor.size,
    };
  });
  return (year, block) => {
    for (const each of feeds) {
      const values = blocks[each.index]?.[year];
      if (!values) continue;
      for (let element = 0; element < each.size; element += 1) {
        const to = (each.map ? (each.map[element] as number) : element) * width;
        for (let draw = 0; draw < width; draw += 1) {
          const value = values[element * each.width + (each.width === 1 ? 0 : draw)] as number;
          block[to + draw] = (block[to + draw] as number) + value;
        }
      }
    }
  };
}
