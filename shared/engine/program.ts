/**
 * The model made ready to run: every line parsed, checked and ordered. Built once for a set of lines and
 * dimensions; runs any number of times with any values.
 */
import type { LineDefinition } from '../domain/model-text';
import { didYouMean } from '../errors/nearest';
import type { Problem, Result } from '../errors/problem';
import { checkFormula } from '../formula/check';
import { checkFits } from '../formula/fits';
import { parseFormula, type Tree } from '../formula/syntax';
import { referencesOf, type Surroundings, type TypedTree } from '../formula/typed-tree';
import { NUMBER, parseUnit, sameUnit, type Unit } from '../units/unit';
import type { Dimensions } from './dimensions';
import { orderByNeed } from './graph';

export interface ProgramLine {
  readonly definition: LineDefinition;
  readonly index: number;
  readonly unit: Unit;
  readonly over: readonly string[];
  readonly size: number;
  /** Absent on an input without a formula, and on a line whose formula has a problem. */
  readonly formula?: TypedTree;
  readonly opening?: TypedTree;
  /** For a collector: the lines that add to it, in model order. */
  readonly contributors: readonly number[];
  /** True when the line, or one it needs, has a problem; its values are errors, the rest is spared. */
  readonly broken: boolean;
}

export interface Program {
  readonly dimensions: Dimensions;
  readonly lines: readonly ProgramLine[];
  readonly byId: ReadonlyMap<string, ProgramLine>;
  /** Line indexes in the order they are calculated in the first year, and in the years after it. */
  readonly openingOrder: readonly number[];
  readonly laterOrder: readonly number[];
  readonly problems: readonly Problem[];
}

/** Compiles lines over dimensions. Problems never stop the lines they do not touch. */
export function buildProgram(
  definitions: readonly LineDefinition[],
  dimensions: Dimensions,
): Program {
  const problems: Problem[] = [];
  const kept = keepUnique(definitions, problems);
  const known = new Map<string, { over: readonly string[]; unit: Unit }>();
  const misshapen = new Set<string>();
  for (const line of kept) {
    const before = problems.length;
    known.set(line.id, readShape(line, dimensions, problems));
    if (problems.length > before) misshapen.add(line.id);
  }
  const collectors = new Set(kept.filter((line) => line.collects).map((line) => line.id));
  const around: Surroundings = { lines: known, dimensions };

  const drafts = kept.map((definition, index): Draft => {
    const shape = known.get(definition.id) as { over: readonly string[]; unit: Unit };
    const before = problems.length;
    const formula = compile(definition, definition.formula, shape, around, problems);
    const opening = compile(definition, definition.opening, shape, around, problems);
    problems.push(...checkLine(definition, formula, opening));
    problems.push(...checkContribution(definition, known, collectors, dimensions));
    const faulty = problems.length > before || misshapen.has(definition.id);
    return { definition, index, ...shape, formula, opening, faulty };
  });
  return order(drafts, dimensions, problems);
}

interface Draft {
  readonly definition: LineDefinition;
  readonly index: number;
  readonly over: readonly string[];
  readonly unit: Unit;
  readonly formula: TypedTree | undefined;
  readonly opening: TypedTree | undefined;
  readonly faulty: boolean;
}

function keepUnique(definitions: readonly LineDefinition[], problems: Problem[]): LineDefinition[] {
  const byId = new Map<string, LineDefinition>();
  for (const line of definitions) {
    const earlier = byId.get(line.id);
    if (earlier && !line.replaces) {
      problems.push({
        code: 'line.duplicate',
        message: `'${line.id}' is defined twice, in ${earlier.file} and in ${line.file}.`,
        place: { line: line.label, file: line.file },
        remedy: 'Give one of them another id, or say that it replaces the other (replaces: true).',
      });
      continue;
    }
    if (!earlier && line.replaces) {
      problems.push({
        code: 'line.nothing-to-replace',
        message: `'${line.id}' is said to replace a line, and there is none of that id.`,
        place: { line: line.label, file: line.file },
        remedy: didYouMean(line.id, byId.keys()) || 'Take away replaces: true.',
      });
    }
    byId.set(line.id, line);
  }
  return [...byId.values()];
}

/** The largest shipped line has a few thousand values a year; this stops a slip, not an analyst. */
const MOST_ELEMENTS = 200_000;

function readShape(
  line: LineDefinition,
  dimensions: Dimensions,
  problems: Problem[],
): { over: readonly string[]; unit: Unit } {
  const place = { line: line.label, file: line.file };
  const unit = parseUnit(line.unit);
  if (!unit.ok) problems.push(...unit.problems.map((problem) => ({ ...problem, place })));
  const twice = line.over.find((id, i) => line.over.indexOf(id) !== i);
  if (twice !== undefined) {
    problems.push({
      code: 'dimension.twice',
      message: `The line ranges over '${twice}' twice.`,
      place,
      remedy: 'Name each dimension once.',
    });
  }
  const over = [...new Set(line.over)].filter((id) => dimensions.has(id));
  if (dimensions.size(over) > MOST_ELEMENTS) {
    problems.push({
      code: 'line.too-large',
      message: `The line would have ${dimensions.size(over)} values a year.`,
      place,
      remedy: `Let it range over fewer dimensions: at most ${MOST_ELEMENTS} values are calculated.`,
    });
    return { over: [], unit: unit.ok ? unit.value : NUMBER };
  }
  for (const id of line.over) {
    if (dimensions.has(id)) continue;
    problems.push({
      code: 'dimension.unknown',
      message: `The line ranges over '${id}', which is not a dimension.`,
      place,
      remedy: didYouMean(id, dimensions.names) || `Use one of: ${dimensions.names.join(', ')}.`,
    });
  }
  return { over, unit: unit.ok ? unit.value : NUMBER };
}

function compile(
  line: LineDefinition,
  text: string | undefined,
  shape: { over: readonly string[]; unit: Unit },
  around: Surroundings,
  problems: Problem[],
): TypedTree | undefined {
  if (text === undefined) return undefined;
  const located = (found: readonly Problem[]) =>
    found.map((problem) => ({
      ...problem,
      place: { file: line.file, line: line.label, formula: text, ...problem.place },
    }));
  const tree = parseOnce(line, text);
  if (!tree.ok) {
    problems.push(...located(tree.problems));
    return undefined;
  }
  const typed = checkFormula(tree.value, around);
  if (!typed.ok) {
    problems.push(...located(typed.problems));
    return undefined;
  }
  const misfits = checkFits(typed.value, { ...shape, label: line.label }, around);
  problems.push(...located(misfits));
  return misfits.length > 0 ? undefined : typed.value;
}

/** Trees by definition and text: a definition is never changed, so its text is parsed once. */
const PARSED = new WeakMap<LineDefinition, Map<string, Result<Tree>>>();

function parseOnce(line: LineDefinition, text: string): Result<Tree> {
  const trees = PARSED.get(line) ?? new Map<string, Result<Tree>>();
  PARSED.set(line, trees);
  const tree = trees.get(text) ?? parseFormula(text);
  trees.set(text, tree);
  return tree;
}

/** Rules about a line as a whole: look-back needs an opening, and a line needs something to say. */
function checkLine(
  line: LineDefinition,
  formula: TypedTree | undefined,
  opening: TypedTree | undefined,
): Problem[] {
  const problems: Problem[] = [];
  const place = { line: line.label, file: line.file };
  const looksBack = formula && referencesOf(formula).some((each) => each.when === 'previous');
  if (looksBack && line.opening === undefined) {
    problems.push({
      code: 'line.no-opening',
      message: 'The formula looks back a year and nothing says what the first year is.',
      place,
      remedy: 'Add an opening formula.',
    });
  }
  if (opening && referencesOf(opening).some((each) => each.when === 'previous')) {
    problems.push({
      code: 'line.opening-looks-back',
      message: 'The opening formula looks back, and there is no year before the first.',
      place,
      remedy: 'Use values of the first year only.',
    });
  }
  if (!line.input && !line.collects && line.formula === undefined) {
    problems.push({
      code: 'line.no-formula',
      message: 'The line has neither a formula nor values.',
      place,
      remedy: 'Give it a formula, or say that it is an input.',
    });
  }
  return problems;
}

/** What a line adds to must be a collector of the same unit, over dimensions that the line reaches. */
function checkContribution(
  line: LineDefinition,
  known: ReadonlyMap<string, { over: readonly string[]; unit: Unit }>,
  collectors: ReadonlySet<string>,
  dimensions: Dimensions,
): Problem[] {
  const target = line.contributesTo;
  const own = known.get(line.id);
  if (target === undefined || !own) return [];
  const place = { line: line.label, file: line.file };
  const collector = known.get(target);
  const reaches = (id: string) => own.over.some((each) => each === id || dimensions.maps(each, id));
  if (!collector || !collectors.has(target)) {
    const message = `It contributes to '${target}', which ${collector ? 'collects nothing' : 'is not defined'}.`;
    const remedy = didYouMean(target, collectors) || `Use one of: ${[...collectors].join(', ')}.`;
    return [{ code: 'line.no-collector', message, place, remedy }];
  }
  if (!collector.over.every(reaches)) {
    const message = `It contributes to '${target}', which ranges over ${collector.over.join(', ')}.`;
    const remedy = 'Let the line range over the same dimensions or parts of them.';
    return [{ code: 'dimension.no-map', message, place, remedy }];
  }
  if (!sameUnit(own.unit, collector.unit)) {
    const message = `It is in ${own.unit.text} and contributes to '${target}', which is in ${collector.unit.text}.`;
    return [{ code: 'unit.clash', message, place, remedy: 'Bring both to the same unit.' }];
  }
  return [];
}

function order(drafts: readonly Draft[], dimensions: Dimensions, problems: Problem[]): Program {
  const indexOf = new Map(drafts.map((draft) => [draft.definition.id, draft.index]));
  const contributors = drafts.map((draft) =>
    draft.definition.collects
      ? drafts
          .filter((each) => each.definition.contributesTo === draft.definition.id)
          .map((each) => each.index)
      : [],
  );
  const needs = (inFirstYear: boolean) =>
    drafts.map((draft) => {
      const tree = inFirstYear ? (draft.opening ?? draft.formula) : draft.formula;
      const references = tree ? referencesOf(tree) : [];
      const same = references.filter(
        (each) =>
          each.when === 'now' ||
          typeof each.when === 'number' ||
          (inFirstYear && each.when === 'first'),
      );
      const named = same.map((each) => indexOf.get(each.line) as number);
      return [...new Set([...named, ...(contributors[draft.index] ?? [])])];
    });
  const opening = orderByNeed(needs(true));
  const later = orderByNeed(needs(false));
  const label = (index: number) => drafts[index]?.definition.label ?? '';
  const onCycle = new Set<number>();
  const told = new Set<string>();
  for (const cycle of [...later.cycles, ...opening.cycles]) {
    for (const index of cycle) onCycle.add(index);
    const chain = cycle.map((index) => drafts[index]?.definition.id).join(' → ');
    const same = [...new Set(cycle)].sort((a, b) => a - b).join();
    if (told.has(same)) continue;
    told.add(same);
    problems.push({
      code: 'line.cycle',
      message: `These lines need each other in the same year: ${chain}.`,
      place: {
        line: label(cycle[0] as number),
        file: drafts[cycle[0] as number]?.definition.file ?? '',
      },
      remedy: 'Break the ring, for example by looking at the year before with prev(…).',
    });
  }
  const broken = spreadFaults(drafts, contributors, indexOf, onCycle);
  const lines = drafts.map((draft): ProgramLine => {
    const { definition, index, over, unit, formula, opening: first } = draft;
    return {
      definition,
      index,
      unit,
      over,
      size: dimensions.size(over),
      contributors: contributors[index] ?? [],
      broken: broken.has(index),
      ...(formula ? { formula } : {}),
      ...(first ? { opening: first } : {}),
    };
  });
  return {
    dimensions,
    lines,
    byId: new Map(lines.map((line) => [line.definition.id, line])),
    openingOrder: opening.order.filter((index) => !broken.has(index)),
    laterOrder: later.order.filter((index) => !broken.has(index)),
    problems,
  };
}

/** A fault marks every line that needs the faulty one, now or in another year. */
function spreadFaults(
  drafts: readonly Draft[],
  contributors: readonly (readonly number[])[],
  indexOf: ReadonlyMap<string, number>,
  onCycle: ReadonlySet<number>,
): ReadonlySet<number> {
  const dependants = new Map<number, number[]>();
  const link = (need: number, dependant: number) => {
    const list = dependants.get(need);
    if (list) list.push(dependant);
    else dependants.set(need, [dependant]);
  };
  for (const draft of drafts) {
    for (const tree of [draft.formula, draft.opening]) {
      if (tree)
        for (const each of referencesOf(tree)) link(indexOf.get(each.line) as number, draft.index);
    }
    for (const index of contributors[draft.index] ?? []) link(index, draft.index);
  }
  const broken = new Set<number>([
    ...onCycle,
    ...drafts.filter((d) => d.faulty).map((d) => d.index),
  ]);
  const queue = [...broken];
  for (let index = queue.pop(); index !== undefined; index = queue.pop()) {
    for (const dependant of dependants.get(index) ?? []) {
      if (broken.has(dependant)) continue;
      broken.add(dependant);
      queue.push(dependant);
    }
  }
  return broken;
}

/** A line that a checked formula names. */
export function lineOf(program: Program, id: string): ProgramLine {
  const line = program.byId.get(id);
  if (!line) throw new Error(`The check let an unknown line through: ${id}`);
  return line;
}
