/**
 * Text to tree. mathjs parses; this file keeps only what the language allows and gives every node the
 * place it stands at. Nothing of mathjs is seen beyond this file, and nothing of it ever evaluates.
 */
import { type MathNode, parse } from 'mathjs/number';
import { didYouMean } from '../errors/nearest';
import { failure, type Problem, type Result, success } from '../errors/problem';
import { FUNCTIONS, functionNamed } from './functions';

export type Operator = '+' | '-' | '*' | '/' | '^' | '<' | '>' | '<=' | '>=' | '==' | '!=';

/** Position: 1-based column in the formula text. */
export type Tree =
  | { readonly kind: 'number'; readonly value: number; readonly position: number }
  | { readonly kind: 'text'; readonly value: string; readonly position: number }
  | { readonly kind: 'name'; readonly name: string; readonly position: number }
  | { readonly kind: 'negate'; readonly arg: Tree; readonly position: number }
  | {
      readonly kind: 'operate';
      readonly operator: Operator;
      readonly left: Tree;
      readonly right: Tree;
      readonly position: number;
    }
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly args: readonly Tree[];
      readonly position: number;
    };

const OPERATORS: readonly string[] = ['+', '-', '*', '/', '^', '<', '>', '<=', '>=', '==', '!='];

/** Longer formulas are refused: one line, one idea, and hostile text stays cheap. */
const LONGEST_FORMULA = 1000;
const DEEPEST_TREE = 60;

interface MathShape extends MathNode {
  readonly type: string;
  readonly name?: string;
  readonly value?: unknown;
  readonly op?: string;
  readonly implicit?: boolean;
  /** Set on the division that mathjs makes of `5%`. */
  readonly isPercentage?: boolean;
  readonly args?: readonly MathShape[];
  readonly fn?: MathShape;
  readonly content?: MathShape;
}

/** A refusal on the way down; caught at the top and returned as a value. */
class Refusal extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}

/** Reads a formula into a tree, or says what is wrong and where. */
export function parseFormula(text: string): Result<Tree> {
  if (text.length > LONGEST_FORMULA) {
    return failure({
      code: 'formula.too-long',
      message: `The formula has ${text.length} characters; at most ${LONGEST_FORMULA} are read.`,
      remedy: 'Split it into several lines.',
    });
  }
  if (text.replace(/#.*/g, '').trim() === '') {
    return failure({
      code: 'formula.empty',
      message: 'The formula is empty.',
      remedy: 'Write one, or 0 for nothing.',
    });
  }
  // Before mathjs sees it: its parser calls itself for every bracket and sign.
  if (nestingOf(text) > DEEPEST_TREE) return failure(tooDeep(text));
  let parsed: MathShape;
  try {
    parsed = parse(text) as MathShape;
  } catch (error) {
    return failure(error instanceof RangeError ? tooDeep(text) : syntaxProblem(text, error));
  }
  try {
    return success(convert(parsed, new Cursor(text), text, 0));
  } catch (error) {
    if (error instanceof Refusal) return failure(error.problem);
    throw error;
  }
}

/** How deep brackets and runs of signs go, read without a parser. */
function nestingOf(text: string): number {
  let brackets = 0;
  let signs = 0;
  let deepest = 0;
  for (const sign of text) {
    if ('([{'.includes(sign)) brackets += 1;
    else if (')]}'.includes(sign)) brackets -= 1;
    if ('+-~'.includes(sign)) signs += 1;
    else if (sign.trim() !== '') signs = 0;
    deepest = Math.max(deepest, brackets + signs);
  }
  return deepest;
}

function tooDeep(text: string): Problem {
  return {
    code: 'formula.too-deep',
    message: 'The formula is nested too deeply.',
    place: { formula: text, position: 1 },
    remedy: 'Split it into several lines.',
  };
}

function syntaxProblem(text: string, error: unknown): Problem {
  const detail = error as { char?: number; message?: string };
  const message = (detail.message ?? 'cannot be read').replace(/ \(char \d+\)$/, '');
  return {
    code: 'formula.syntax',
    message: `The formula cannot be read: ${message}.`,
    place: { formula: text, position: detail.char ?? 1 },
    remedy: 'Check brackets, commas and operators near the mark.',
  };
}

/** Walks the text beside the tree: mathjs keeps no positions, but its nodes stand in reading order. */
class Cursor {
  private at = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** 1-based column of the next appearance of `token`. */
  find(token: string): number {
    const isWord = /^\w/.test(token);
    for (let from = this.at; ; ) {
      const found = this.text.indexOf(token, from);
      if (found < 0) return this.at + 1;
      const before = this.text[found - 1] ?? ' ';
      const after = this.text[found + token.length] ?? ' ';
      if (!isWord || !(/\w/.test(before) || /\w/.test(after))) {
        this.at = found + token.length;
        return found + 1;
      }
      from = found + 1;
    }
  }

  /** 1-based column of the next number. */
  findNumber(): number {
    const match = /(?<![\w.])(\d|\.\d)[\d.]*(e[+-]?\d+)?/i.exec(this.text.slice(this.at));
    if (!match) return this.at + 1;
    const found = this.at + match.index;
    this.at = found + match[0].length;
    return found + 1;
  }
}

function refuse(text: string, position: number, code: string, message: string, remedy: string) {
  return new Refusal({ code, message, place: { formula: text, position }, remedy });
}

function convert(node: MathShape, cursor: Cursor, text: string, depth: number): Tree {
  if (depth > DEEPEST_TREE) {
    throw new Refusal(tooDeep(text));
  }
  switch (node.type) {
    case 'ParenthesisNode':
      return convert(node.content as MathShape, cursor, text, depth + 1);
    case 'ConstantNode':
      return convertConstant(node, cursor, text);
    case 'SymbolNode':
      return { kind: 'name', name: node.name ?? '', position: cursor.find(node.name ?? '') };
    case 'OperatorNode':
      return convertOperator(node, cursor, text, depth);
    case 'FunctionNode':
      return convertCall(node, cursor, text, depth);
    default:
      throw refuse(
        text,
        1,
        'formula.not-allowed',
        `The formula uses something outside the language (${plainNode(node.type)}).`,
        'Use numbers, names of lines, + - * / ^, comparisons and the listed functions.',
      );
  }
}

const plainNode = (type: string): string =>
  type
    .replace(/Node$/, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();

function convertConstant(node: MathShape, cursor: Cursor, text: string): Tree {
  if (typeof node.value === 'number' && Number.isFinite(node.value)) {
    return { kind: 'number', value: node.value, position: cursor.findNumber() };
  }
  if (typeof node.value === 'string') {
    return { kind: 'text', value: node.value, position: cursor.find(node.value) };
  }
  const remedy = 'Use a number.';
  throw refuse(
    text,
    cursor.find(String(node.value)),
    'formula.not-allowed',
    `'${String(node.value)}' is not a number.`,
    remedy,
  );
}

function convertOperator(node: MathShape, cursor: Cursor, text: string, depth: number): Tree {
  const operator = node.op ?? '';
  const [first, second] = node.args ?? [];
  if (node.isPercentage) {
    // mathjs reads `x + 5%` as five percent on top of x, a spreadsheet as x plus 0.05.
    const remedy = 'Write 5% as 0.05.';
    throw refuse(
      text,
      cursor.find('%'),
      'formula.operator',
      'A percent sign can be read in two ways.',
      remedy,
    );
  }
  if (first && !second && (operator === '-' || operator === '+')) {
    const position = cursor.find(operator);
    const arg = convert(first, cursor, text, depth + 1);
    return operator === '-' ? { kind: 'negate', arg, position } : arg;
  }
  if (!first || !second || node.implicit || !OPERATORS.includes(operator)) {
    const remedy = node.implicit ? 'Write * between them.' : 'Use + - * / ^ or a comparison.';
    const what = node.implicit
      ? 'Two things stand side by side'
      : `'${operator}' is not an operator here`;
    throw refuse(
      text,
      cursor.find(node.implicit ? '' : operator),
      'formula.operator',
      `${what}.`,
      remedy,
    );
  }
  const left = convert(first, cursor, text, depth + 1);
  const position = cursor.find(operator);
  const right = convert(second, cursor, text, depth + 1);
  return { kind: 'operate', operator: operator as Operator, left, right, position };
}

function convertCall(node: MathShape, cursor: Cursor, text: string, depth: number): Tree {
  const name = node.fn?.name ?? '';
  if (node.fn?.type !== 'SymbolNode') {
    const message = 'The formula calls something that is not the name of a function.';
    const remedy = 'Write the name of a listed function and its arguments in brackets.';
    throw refuse(text, cursor.find('.'), 'formula.not-allowed', message, remedy);
  }
  const position = cursor.find(name);
  const known = functionNamed(name);
  const args = node.args ?? [];
  if (!known) {
    const names = FUNCTIONS.map((each) => each.name);
    const remedy = didYouMean(name, names) || `Use one of: ${names.join(', ')}.`;
    throw refuse(
      text,
      position,
      'formula.unknown-function',
      `There is no function '${name}'.`,
      remedy,
    );
  }
  const [fewest, most] = known.arity;
  if (args.length < fewest || args.length > most) {
    const wanted =
      fewest === most ? `${fewest}` : `${fewest} to ${most === Infinity ? 'many' : most}`;
    const message = `${name}() was given ${args.length} arguments and takes ${wanted}.`;
    throw refuse(
      text,
      position,
      'formula.arguments',
      message,
      `For example: ${known.example.formula}.`,
    );
  }
  return {
    kind: 'call',
    name,
    args: args.map((arg) => convert(arg, cursor, text, depth + 1)),
    position,
  };
}
