/**
 * The functions of the formula language, each declared once as data: what it takes, its unit rule, its
 * kernel, how Excel says it, and an example that is also a test.
 *
 * The examples stand in one small world. Three wards: `beds` is 3, 4 and 5 over ward; wards a and b lie in
 * area north, c in area south; `north_beds` is 3 and 4 over north_ward, the wards of the north. Three
 * years: `cost` is £10m, £20m and £40m. A result is that of the first element in the last year.
 */
import {
  ANY,
  divideUnits,
  isNumber,
  NUMBER,
  rescaleUnit,
  sameUnit,
  type Unit,
} from '../units/unit';

/** What an argument is: a value, the name of a dimension or line, an element or a year as text. */
export type ArgumentKind = 'value' | 'dimension' | 'element' | 'line' | 'year';

/** How the engine treats the call. */
export type FunctionKind =
  /** One value from one value of each argument. */
  | 'elementwise'
  /** Over a dimension: the dimension goes. */
  | 'reduce'
  /** Reads a line in another year. */
  | 'look-back'
  /** Changes what a value ranges over. */
  | 'shape';

export interface FunctionDefinition {
  readonly name: string;
  readonly kind: FunctionKind;
  readonly arity: readonly [number, number];
  /** Kinds in order; the last repeats. */
  readonly args: readonly ArgumentKind[];
  /** The unit of the result from the units of the value and line arguments, or what is wrong. */
  readonly unit: (units: readonly Unit[]) => Unit | string;
  /** For elementwise functions. */
  readonly compute?: (...args: number[]) => number;
  /** `{0}` is the first argument, `{*}` all of them. */
  readonly excel: string;
  readonly summary: string;
  readonly example: { readonly formula: string; readonly result: number };
}

const first = (units: readonly Unit[]): Unit => units[0] ?? NUMBER;

function allSame(units: readonly Unit[]): Unit | string {
  const known = units.find((unit) => unit !== ANY) ?? ANY;
  const other = units.find((unit) => !sameUnit(unit, known));
  return other ? `${known.text} and ${other.text} cannot stand side by side` : known;
}

function pureNumber(units: readonly Unit[]): Unit | string {
  const other = units.find((unit) => unit !== ANY && !isNumber(unit));
  return other ? `a pure number is needed, not ${other.text}` : NUMBER;
}

/** A whole number reached up to a billionth counts as reached: 20.0000000001 blocks are 20 blocks. */
const HAIR = 1e-9;

export const FUNCTIONS: readonly FunctionDefinition[] = [
  {
    name: 'min',
    kind: 'elementwise',
    arity: [1, Infinity],
    args: ['value'],
    unit: allSame,
    compute: (...args) => Math.min(...args),
    excel: 'MIN({*})',
    summary: 'The smallest of the values.',
    example: { formula: 'min(3, 2, 5)', result: 2 },
  },
  {
    name: 'max',
    kind: 'elementwise',
    arity: [1, Infinity],
    args: ['value'],
    unit: allSame,
    compute: (...args) => Math.max(...args),
    excel: 'MAX({*})',
    summary: 'The largest of the values.',
    example: { formula: 'max(3, 2, 5)', result: 5 },
  },
  {
    name: 'abs',
    kind: 'elementwise',
    arity: [1, 1],
    args: ['value'],
    unit: first,
    compute: (x) => Math.abs(x as number),
    excel: 'ABS({0})',
    summary: 'The size of a value without its sign.',
    example: { formula: 'abs(-4)', result: 4 },
  },
  {
    name: 'ceil',
    kind: 'elementwise',
    arity: [1, 1],
    args: ['value'],
    unit: first,
    compute: (x) => Math.ceil((x as number) - HAIR),
    excel: 'ROUNDUP({0}-1E-9,0)',
    summary: 'The next whole number up; a hair over a whole number counts as that number.',
    example: { formula: 'ceil(20.58)', result: 21 },
  },
  {
    name: 'floor',
    kind: 'elementwise',
    arity: [1, 1],
    args: ['value'],
    unit: first,
    compute: (x) => Math.floor((x as number) + HAIR),
    excel: 'ROUNDDOWN({0}+1E-9,0)',
    summary: 'The whole number below; a hair under a whole number counts as that number.',
    example: { formula: 'floor(3.2)', result: 3 },
  },
  {
    name: 'exp',
    kind: 'elementwise',
    arity: [1, 1],
    args: ['value'],
    unit: pureNumber,
    compute: (x) => Math.exp(x as number),
    excel: 'EXP({0})',
    summary: 'The exponential, for S-curves.',
    example: { formula: 'exp(0)', result: 1 },
  },
  {
    name: 'ln',
    kind: 'elementwise',
    arity: [1, 1],
    args: ['value'],
    unit: pureNumber,
    compute: (x) => Math.log(x as number),
    excel: 'LN({0})',
    summary: 'The natural logarithm.',
    example: { formula: 'ln(1)', result: 0 },
  },
  {
    name: 'if',
    kind: 'elementwise',
    arity: [3, 3],
    args: ['value'],
    unit: (units) => allSame(units.slice(1)),
    compute: (condition, yes, no) =>
      Number.isNaN(condition) ? Number.NaN : ((condition === 0 ? no : yes) as number),
    excel: 'IF({0},{1},{2})',
    summary: 'The second value where the first is true, else the third.',
    example: { formula: 'if(2 > 1, 10, 20)', result: 10 },
  },
  {
    name: 'both',
    kind: 'elementwise',
    arity: [2, Infinity],
    args: ['value'],
    unit: pureNumber,
    compute: (...args) =>
      args.some(Number.isNaN) ? Number.NaN : args.every((x) => x !== 0) ? 1 : 0,
    excel: 'IF(AND({*}),1,0)',
    summary: 'True where every condition is true.',
    example: { formula: 'both(2 > 1, 3 > 2)', result: 1 },
  },
  {
    name: 'between',
    kind: 'elementwise',
    arity: [3, 3],
    args: ['value'],
    unit: allSame,
    compute: (x, low, high) => Math.min(Math.max(x as number, low as number), high as number),
    excel: 'MIN(MAX({0},{1}),{2})',
    summary: 'The first value, held between the second and the third.',
    example: { formula: 'between(1.4, 0, 1)', result: 1 },
  },
  {
    name: 'ratio',
    kind: 'elementwise',
    arity: [2, 2],
    args: ['value'],
    unit: (units) => divideUnits(units[0] ?? NUMBER, units[1] ?? NUMBER),
    compute: (a, b) => ((b as number) === 0 ? 0 : (a as number) / (b as number)),
    excel: 'IF({1}=0,0,{0}/{1})',
    summary: 'The first divided by the second, and nothing where the second is nothing.',
    example: { formula: 'ratio(3, 0)', result: 0 },
  },
  {
    name: 'part_of_year',
    kind: 'elementwise',
    arity: [3, 3],
    args: ['value'],
    unit: pureNumber,
    compute: (year, from, to) =>
      Math.max(
        0,
        Math.min((year as number) + 1, to as number) - Math.max(year as number, from as number),
      ),
    excel: 'MAX(0,MIN({0}+1,{2})-MAX({0},{1}))',
    summary:
      'The part of a year that lies between two dates, all as years: half of 2020 lies after 2020.5.',
    example: { formula: 'part_of_year(2020, 2020.5, 2025)', result: 0.5 },
  },
  {
    name: 'to_millions',
    kind: 'elementwise',
    arity: [1, 1],
    args: ['value'],
    unit: (units) => rescaleUnit(first(units), 1e6),
    compute: (x) => (x as number) / 1e6,
    excel: '({0}/1000000)',
    summary: 'Pounds as millions of pounds.',
    example: { formula: 'to_millions(2500000)', result: 2.5 },
  },
  {
    name: 'from_millions',
    kind: 'elementwise',
    arity: [1, 1],
    args: ['value'],
    unit: (units) => rescaleUnit(first(units), 1e-6),
    compute: (x) => (x as number) * 1e6,
    excel: '({0}*1000000)',
    summary: 'Millions of pounds as pounds.',
    example: { formula: 'from_millions(2.5)', result: 2500000 },
  },
  {
    name: 'sum',
    kind: 'reduce',
    arity: [2, Infinity],
    args: ['value', 'dimension'],
    unit: first,
    excel: 'SUM({0})',
    summary: 'The total over one or more dimensions, each named.',
    example: { formula: 'sum(beds, ward)', result: 12 },
  },
  {
    name: 'product',
    kind: 'reduce',
    arity: [2, 2],
    args: ['value', 'dimension'],
    unit: pureNumber,
    excel: 'PRODUCT({0})',
    summary: 'The product over a dimension; 1 where the dimension is empty.',
    example: { formula: 'product(beds / base(beds), ward)', result: 1 },
  },
  {
    name: 'largest',
    kind: 'reduce',
    arity: [2, 2],
    args: ['value', 'dimension'],
    unit: first,
    excel: 'MAX({0})',
    summary: 'The largest over a dimension; nothing where the dimension is empty.',
    example: { formula: 'largest(beds, ward)', result: 5 },
  },
  {
    name: 'share',
    kind: 'shape',
    arity: [2, 2],
    args: ['value', 'dimension'],
    unit: () => NUMBER,
    excel: 'IF(SUM({0})=0,0,{0}/SUM({0}))',
    summary:
      'Each value as a part of the total over a dimension; nothing where the total is nothing.',
    example: { formula: 'share(beds, ward)', result: 0.25 },
  },
  {
    name: 'sum_by',
    kind: 'shape',
    arity: [2, 2],
    args: ['value', 'dimension'],
    unit: first,
    excel: 'SUMIF({1},{0})',
    summary: 'The total of each group: over ward by area gives one value for each area.',
    example: { formula: 'sum_by(beds, area)', result: 7 },
  },
  {
    name: 'widen',
    kind: 'shape',
    arity: [2, 2],
    args: ['value', 'dimension'],
    unit: first,
    excel: 'IFERROR({0},0)',
    summary: 'A value over part of a dimension, with nothing for the elements outside that part.',
    example: { formula: 'sum(widen(north_beds, ward), ward)', result: 7 },
  },
  {
    name: 'pick',
    kind: 'shape',
    arity: [3, 3],
    args: ['value', 'dimension', 'element'],
    unit: first,
    excel: 'INDEX({0},{2})',
    summary: 'The value of one element of a dimension, named as text.',
    example: { formula: 'pick(beds, ward, "b")', result: 4 },
  },
  {
    name: 'count',
    kind: 'shape',
    arity: [1, 1],
    args: ['dimension'],
    unit: () => NUMBER,
    excel: 'ROWS({0})',
    summary: 'How many elements a dimension has.',
    example: { formula: 'count(ward)', result: 3 },
  },
  {
    name: 'prev',
    kind: 'look-back',
    arity: [1, 1],
    args: ['line'],
    unit: first,
    excel: '{0:previous year}',
    summary:
      'The line a year earlier. A line that looks back needs an opening formula for the first year.',
    example: { formula: 'to_millions(from_millions(prev(cost)))', result: 20 },
  },
  {
    name: 'base',
    kind: 'look-back',
    arity: [1, 1],
    args: ['line'],
    unit: first,
    excel: '{0:first year}',
    summary: 'The line in the first year.',
    example: { formula: 'base(cost)', result: 10 },
  },
  {
    name: 'at',
    kind: 'look-back',
    arity: [2, 2],
    args: ['line', 'year'],
    unit: first,
    excel: '{0:year {1}}',
    summary:
      'The line in the year named, which must not lie ahead: earlier years than it show an error.',
    example: { formula: 'at(cost, "2016/17")', result: 20 },
  },
];

const BY_NAME = new Map(FUNCTIONS.map((each) => [each.name, each]));

export const functionNamed = (name: string): FunctionDefinition | undefined => BY_NAME.get(name);

/** The kind of argument `index` of a function; the last kind repeats. */
export function argumentKind(definition: FunctionDefinition, index: number): ArgumentKind {
  return definition.args[Math.min(index, definition.args.length - 1)] ?? 'value';
}

/** Names a formula may use beside lines: counters of the year. */
export const YEAR_NAMES: Readonly<Record<string, string>> = {
  years_from_start: 'Years since the first year of the horizon: 0 in the first.',
  calendar_year: 'The calendar year in which the financial year begins, such as 2016.',
};
