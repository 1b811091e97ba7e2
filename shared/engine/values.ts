/** Values given to lines, ready for the engine: by line, year and element, with later ones on top. */
import type { CellAddress, GivenCell } from '../domain/cell';
import type { LineDefinition } from '../domain/model-text';
import { didYouMean } from '../errors/nearest';
import type { Problem } from '../errors/problem';
import { parseYear, yearLabel } from '../units/financial-year';
import type { Program, ProgramLine } from './program';

/** Values of one line: [year index][element]; NaN where none is given. */
export type GivenLine = readonly Float64Array[];

/** Line index -> its given values. */
export type GivenValues = ReadonlyMap<number, GivenLine>;

export interface Horizon {
  readonly first: number;
  readonly last: number;
}

export const horizonLength = (horizon: Horizon): number => horizon.last - horizon.first + 1;

/** Flat element indexes that an address means: all along any dimension it leaves out. */
export function addressedElements(
  line: ProgramLine,
  address: CellAddress,
  program: Program,
): number[] {
  let indexes = [0];
  for (const dimension of line.over) {
    const size = program.dimensions.get(dimension).elements.length;
    const element = address.at[dimension];
    const only = element === undefined ? undefined : program.dimensions.indexOf(dimension, element);
    if (element !== undefined && only === undefined) return [];
    indexes = indexes.flatMap((head) =>
      only === undefined
        ? Array.from({ length: size }, (_, i) => head * size + i)
        : [head * size + only],
    );
  }
  return indexes;
}

/** What is wrong with an address, with the nearest known name; empty when it can be used. */
export function checkAddress(address: CellAddress, program: Program, horizon?: Horizon): Problem[] {
  const line = program.byId.get(address.line);
  if (!line) {
    return [
      {
        code: 'cell.unknown-line',
        message: `There is no assumption or line called '${address.line}'.`,
        remedy:
          didYouMean(address.line, program.byId.keys()) ||
          "Use a name from 'footbridge list lines'.",
      },
    ];
  }
  const problems: Problem[] = [];
  const place = { line: line.definition.label };
  for (const [dimension, element] of Object.entries(address.at)) {
    if (!line.over.includes(dimension)) {
      problems.push({
        code: 'cell.unknown-dimension',
        message: `'${address.line}' does not range over '${dimension}'.`,
        place,
        remedy:
          line.over.length > 0
            ? `It ranges over ${line.over.join(', ')}.`
            : 'It has one value only.',
      });
    } else if (program.dimensions.indexOf(dimension, element) === undefined) {
      const known = program.dimensions.get(dimension).elements.map((each) => each.id);
      problems.push({
        code: 'cell.unknown-element',
        message: `'${element}' is not in ${program.dimensions.label(dimension)}.`,
        place,
        remedy: didYouMean(element, known) || `Use one of: ${known.slice(0, 20).join(', ')}.`,
      });
    }
  }
  const { year } = address;
  if (year !== undefined && horizon && (year < horizon.first || year > horizon.last)) {
    problems.push({
      code: 'cell.year-outside',
      message: `${yearLabel(year)} is outside ${yearLabel(horizon.first)} to ${yearLabel(horizon.last)}.`,
      place,
      remedy: 'Choose a year inside, or extend the horizon.',
    });
  }
  return problems;
}

/** The same for a cell that is to be given a value: only inputs take one, else the books would not balance. */
export function checkGiven(address: CellAddress, program: Program, horizon?: Horizon): Problem[] {
  const problems = checkAddress(address, program, horizon);
  const line = program.byId.get(address.line);
  if (!line || line.definition.input) return problems;
  problems.push({
    code: 'cell.calculated',
    message: `'${address.line}' is calculated, so it cannot be given a value.`,
    place: { line: line.definition.label },
    remedy: 'Change an assumption it is made of, or replace the line with one of your own.',
  });
  return problems;
}

/**
 * Lays given cells into arrays, later over earlier, and a cell for one year over a cell for every year of
 * the same layer. Years without a value follow the line's `extend` rule. Cells of lines or elements that
 * the program does not have are passed over: a library serves footprints that lack some elements.
 * `beneath` is what stands below: nothing is carried over a value that it has, so that an edit of one year
 * means that year, in a scenario as in the document.
 */
export function layValues(
  program: Program,
  horizon: Horizon,
  layers: readonly (readonly GivenCell[])[],
  beneath?: GivenValues,
): GivenValues {
  const length = horizonLength(horizon);
  const given = new Map<number, Float64Array[]>();
  for (const layer of layers) {
    const byLine = new Map<ProgramLine, GivenCell[]>();
    for (const cell of layer) {
      const line = program.byId.get(cell.line);
      // A calculated line in the place of an input leaves no room for the values of that input.
      if (!line || isReplacement(line.definition)) continue;
      const list = byLine.get(line);
      if (list) list.push(cell);
      else byLine.set(line, [cell]);
    }
    for (const [line, cells] of byLine) {
      const arrays = given.get(line.index) ?? emptyArrays(length, line.size);
      given.set(line.index, arrays);
      layLine(program, line, cells, horizon, arrays, beneath?.get(line.index));
    }
  }
  return given;
}

/** True for a calculated line that stands in for a shipped one. */
export const isReplacement = (line: LineDefinition): boolean =>
  line.replaces === true && !line.input;

const emptyArrays = (years: number, size: number): Float64Array[] =>
  Array.from({ length: years }, () => new Float64Array(size).fill(Number.NaN));

function layLine(
  program: Program,
  line: ProgramLine,
  cells: readonly GivenCell[],
  horizon: Horizon,
  arrays: Float64Array[],
  beneath: GivenLine | undefined,
): void {
  const dated = new Map<number, { year: number; value: number }[]>();
  for (const cell of cells.filter((each) => each.year === undefined)) {
    for (const element of addressedElements(line, cell, program)) {
      for (const array of arrays) array[element] = cell.value;
    }
  }
  for (const cell of cells) {
    if (cell.year === undefined) continue;
    for (const element of addressedElements(line, cell, program)) {
      const entry = { year: cell.year, value: cell.value };
      const list = dated.get(element);
      if (list) list.push(entry);
      else dated.set(element, [entry]);
    }
  }
  for (const [element, entries] of dated) {
    for (const { year, value } of entries) {
      const array = arrays[year - horizon.first];
      if (array) array[element] = value;
    }
    extend(line, element, entries, horizon, arrays, beneath);
  }
}

/** Carries dated values to the years without one, as the line says. */
function extend(
  line: ProgramLine,
  element: number,
  entries: readonly { year: number; value: number }[],
  horizon: Horizon,
  arrays: Float64Array[],
  beneath: GivenLine | undefined,
): void {
  const rule = line.definition.extend;
  if (rule === 'none') return;
  const sorted = [...entries].sort((a, b) => a.year - b.year);
  arrays.forEach((array, index) => {
    if (!Number.isNaN(array[element])) return;
    if (!Number.isNaN(beneath?.[index]?.[element] ?? Number.NaN)) return;
    const year = horizon.first + index;
    const before = sorted.filter((entry) => entry.year <= year).at(-1);
    const carried = rule === 'onward' ? before : (before ?? sorted[0]);
    array[element] = rule === 'zero' ? 0 : (carried?.value ?? Number.NaN);
  });
}

/**
 * Reads an address as people type it: `line`, `line[element]`, `line[element,element]@2016/17`. Elements
 * are matched to dimensions in the line's own order, and may be named as `dimension=element`.
 */
export function parseAddress(
  text: string,
  program: Program,
): { address?: CellAddress; problems: Problem[] } {
  const match = /^\s*([A-Za-z_]\w*)\s*(?:\[([^\]]*)\])?\s*(?:@\s*(\S+))?\s*$/.exec(text);
  if (!match) {
    const message = `'${text.slice(0, 80)}' is not a cell.`;
    const remedy = 'Write it like volume_growth[emergency]@2016/17.';
    return { problems: [{ code: 'cell.syntax', message, remedy }] };
  }
  const [, name = '', inside, yearText] = match;
  const line = program.byId.get(name);
  if (!line) return { problems: checkAddress({ line: name, at: {} }, program) };
  const at: Record<string, string> = {};
  const problems: Problem[] = [];
  for (const [index, part] of (inside ? inside.split(',') : []).entries()) {
    const [left = '', right, more] = part.split('=').map((each) => each.trim());
    if (more !== undefined) {
      const message = `'${part.slice(0, 80)}' names more than one element.`;
      const remedy = 'Write one as dimension=element.';
      problems.push({ code: 'cell.syntax', message, remedy });
      continue;
    }
    const dimension = right === undefined ? line.over[index] : left;
    if (dimension === undefined || !line.over.includes(dimension)) {
      problems.push(
        ...checkAddress({ line: name, at: { [dimension ?? left]: right ?? left } }, program),
      );
    } else if (Object.hasOwn(at, dimension)) {
      const message = `'${dimension}' is named twice.`;
      const place = { line: line.definition.label };
      problems.push({ code: 'cell.syntax', message, place, remedy: 'Name it once.' });
    } else {
      at[dimension] = matchElement(right ?? left, dimension, program);
    }
  }
  const year = yearText === undefined ? undefined : parseYear(yearText);
  if (yearText !== undefined && year === undefined) {
    const message = `'${yearText}' is not a financial year.`;
    problems.push({ code: 'cell.year', message, remedy: 'Write it like 2018/19.' });
  }
  const address: CellAddress = { line: name, at, ...(year === undefined ? {} : { year }) };
  problems.push(...checkAddress(address, program));
  return problems.length > 0 ? { problems } : { address, problems };
}

/** An element by id, in any case of letters. */
function matchElement(text: string, dimension: string, program: Program): string {
  const elements = program.dimensions.get(dimension).elements;
  return elements.find((each) => each.id.toLowerCase() === text.toLowerCase())?.id ?? text;
}

/** An address as people read it. */
export function showAddress(address: CellAddress, over: readonly string[]): string {
  const elements = over
    .map((dimension) => address.at[dimension])
    .filter((each) => each !== undefined);
  const inside = elements.length > 0 ? `[${elements.join(',')}]` : '';
  return `${address.line}${inside}${address.year === undefined ? '' : `@${yearLabel(address.year)}`}`;
}
