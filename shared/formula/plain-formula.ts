/** Formulas over single numbers: names and elementwise functions, without lines, dimensions or units. */
import { didYouMean } from '../errors/nearest';
import { failure, type Problem, type Result } from '../errors/problem';
import { functionNamed, YEAR_NAMES } from './functions';
import { type Operator, parseFormula, type Tree } from './syntax';

const truth = (x: number, y: number, holds: boolean): number =>
  Number.isNaN(x) || Number.isNaN(y) ? Number.NaN : Number(holds);

/** As the engine has them: dividing by nothing gives no number. */
const OPERATE: Readonly<Record<Operator, (x: number, y: number) => number>> = {
  '+': (x, y) => x + y,
  '-': (x, y) => x - y,
  '*': (x, y) => x * y,
  '/': (x, y) => (y === 0 ? Number.NaN : x / y),
  '^': (x, y) => (Number.isNaN(x) ? x : x ** y),
  '<': (x, y) => truth(x, y, x < y),
  '>': (x, y) => truth(x, y, x > y),
  '<=': (x, y) => truth(x, y, x <= y),
  '>=': (x, y) => truth(x, y, x >= y),
  '==': (x, y) => truth(x, y, x === y),
  '!=': (x, y) => truth(x, y, x !== y),
};

/** Reads a formula that may use `names` and the counters of the year. */
export function parsePlainFormula(text: string, names: readonly string[]): Result<Tree> {
  const parsed = parseFormula(text);
  if (!parsed.ok) return parsed;
  const known = [...names, ...Object.keys(YEAR_NAMES)];
  const problems = faults(parsed.value, known).map((problem) => ({
    ...problem,
    place: { formula: text, ...problem.place },
  }));
  return problems.length > 0 ? failure(...problems) : parsed;
}

function faults(tree: Tree, known: readonly string[]): Problem[] {
  const place = { position: tree.position };
  switch (tree.kind) {
    case 'number':
      return [];
    case 'text': {
      const message = `"${tree.value}" is text where a value is needed.`;
      return [{ code: 'formula.text', message, place, remedy: 'Use a number or a name.' }];
    }
    case 'name': {
      if (known.includes(tree.name)) return [];
      const message = `The formula refers to '${tree.name}', which is not defined.`;
      const remedy = didYouMean(tree.name, known) || `It can use: ${known.join(', ')}.`;
      return [{ code: 'formula.unknown-name', message, place, remedy }];
    }
    case 'negate':
      return faults(tree.arg, known);
    case 'operate':
      return [...faults(tree.left, known), ...faults(tree.right, known)];
    case 'call': {
      if (functionNamed(tree.name)?.compute)
        return tree.args.flatMap((each) => faults(each, known));
      const message = `${tree.name}() needs a line of the model, and here are single numbers.`;
      const remedy = 'Work it out in a line, or use min, max, ceil, floor or if.';
      return [{ code: 'formula.not-plain', message, place, remedy }];
    }
  }
}

/** Every name in the formula, in the order of the text. */
export function namesIn(tree: Tree): string[] {
  switch (tree.kind) {
    case 'name':
      return [tree.name];
    case 'negate':
      return namesIn(tree.arg);
    case 'operate':
      return [...namesIn(tree.left), ...namesIn(tree.right)];
    case 'call':
      return tree.args.flatMap(namesIn);
    default:
      return [];
  }
}

/** The value; NaN where there is none. */
export function evaluatePlain(tree: Tree, read: (name: string) => number): number {
  switch (tree.kind) {
    case 'number':
      return tree.value;
    case 'text':
      return Number.NaN;
    case 'name':
      return read(tree.name);
    case 'negate':
      return -evaluatePlain(tree.arg, read);
    case 'operate': {
      const left = evaluatePlain(tree.left, read);
      return OPERATE[tree.operator](left, evaluatePlain(tree.right, read));
    }
    case 'call': {
      const compute = functionNamed(tree.name)?.compute;
      return compute ? compute(...tree.args.map((arg) => evaluatePlain(arg, read))) : Number.NaN;
    }
  }
}
