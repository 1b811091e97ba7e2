import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import '../../helpers/fixed-seed';
import type { Problem } from '../../../shared/errors/problem';
import { parseFormula, type Tree } from '../../../shared/formula/syntax';
import { must } from '../../helpers/load-library';

/** The one problem of a text that cannot be a formula. */
function refusal(text: string): Problem {
  const result = parseFormula(text);
  expect(result.ok, text).toBe(false);
  const [problem] = result.ok ? [] : result.problems;
  return problem as Problem;
}

describe('what the language leaves out is refused', () => {
  const refused: readonly [string, string, string][] = [
    ['an assignment', 'x = 1', 'formula.not-allowed'],
    ['a function definition', 'f(x) = x', 'formula.not-allowed'],
    ['a property', 'beds.length', 'formula.not-allowed'],
    ['a property named as text', 'beds["length"]', 'formula.not-allowed'],
    ['an index', 'beds[1]', 'formula.not-allowed'],
    ['a list', '[1, 2]', 'formula.not-allowed'],
    ['an object', '{a: 1}', 'formula.not-allowed'],
    ['a range', '1:3', 'formula.not-allowed'],
    ['a block of several formulas', '1; 2', 'formula.not-allowed'],
    ['two rows', '1\n2', 'formula.not-allowed'],
    ['a condition with a question mark', '1 ? 2 : 3', 'formula.not-allowed'],
    ['a chained comparison', '1 < 2 < 3', 'formula.not-allowed'],
    ['true as a number', 'true', 'formula.not-allowed'],
    ['null as a number', 'null + 1', 'formula.not-allowed'],
    ['endless numbers', 'Infinity', 'formula.not-allowed'],
    ['what is not a number', 'NaN', 'formula.not-allowed'],
    ['a number too large to hold', '1e999', 'formula.not-allowed'],
    ['two names side by side', 'beds cost', 'formula.operator'],
    ['a number beside a name', '2 beds', 'formula.operator'],
    ['two brackets side by side', '(beds)(cost)', 'formula.operator'],
    ['a factorial', '5!', 'formula.operator'],
    ['a remainder', '5 mod 2', 'formula.operator'],
    ['a transposition', "beds'", 'formula.operator'],
    ['a unit conversion', 'beds to cost', 'formula.operator'],
    ['words for conditions', 'beds and cost', 'formula.operator'],
    ['an element-wise product', 'beds .* cost', 'formula.operator'],
    ['a percent sign', 'cost * 5%', 'formula.operator'],
    [
      'a percent sign after a plus, which other languages read in two ways',
      'cost + 5%',
      'formula.operator',
    ],
    ['an import', 'import(x)', 'formula.unknown-function'],
    ['a new unit', 'createUnit("x")', 'formula.unknown-function'],
    ['an evaluation of text', 'evaluate("1")', 'formula.unknown-function'],
    ['a parse of text', 'parse("1")', 'formula.unknown-function'],
    ['a constructor', 'constructor("return 1")', 'formula.unknown-function'],
    ['a call on a property', 'beds.constructor("return 1")', 'formula.not-allowed'],
    ['a listed function called on a property', 'beds.min(1, 2)', 'formula.not-allowed'],
    ['a chain of constructors', 'min.constructor.constructor("return 1")', 'formula.not-allowed'],
    ['a missing bracket', 'min(1, 2', 'formula.syntax'],
    ['a dangling operator', '1 +', 'formula.syntax'],
    ['an unclosed quotation', 'at(cost, "2016/17)', 'formula.syntax'],
    ['a comma alone', ',', 'formula.syntax'],
    ['an unknown sign', '1 @ 2', 'formula.syntax'],
  ];
  for (const [what, text, code] of refused) {
    test(`${what} is refused: ${JSON.stringify(text)}`, () => {
      const problem = refusal(text);
      expect(problem.code).toBe(code);
      expect(problem.remedy).toBeTruthy();
      expect(problem.message).not.toMatch(/undefined|Node|stack/);
    });
  }

  test('an empty formula is told as empty', () => {
    for (const text of ['', '   ', '\t', '# a remark only']) {
      expect(refusal(text)).toMatchObject({ code: 'formula.empty' });
    }
  });

  test('an unknown function is met with the nearest known one', () => {
    expect(refusal('mim(1, 2)').remedy).toBe("Did you mean 'min'?");
    expect(refusal('betwen(1, 2, 3)').remedy).toBe("Did you mean 'between'?");
    expect(refusal('zzzzzzzzzzzz(1)').remedy).toMatch(/^Use one of: min, max/);
  });

  test('too few and too many arguments are told with an example', () => {
    expect(refusal('abs()')).toMatchObject({
      code: 'formula.arguments',
      message: 'abs() was given 0 arguments and takes 1.',
      remedy: 'For example: abs(-4).',
    });
    expect(refusal('ratio(1, 2, 3)').message).toBe('ratio() was given 3 arguments and takes 2.');
    expect(refusal('sum(beds)').message).toBe('sum() was given 1 arguments and takes 2 to many.');
  });

  test('a formula of more than a thousand characters is refused before it is parsed', () => {
    const text = `1${' + 1'.repeat(300)}`;
    expect(refusal(text)).toMatchObject({ code: 'formula.too-long' });
  });

  test('a formula nested too deeply is refused, however it is nested', () => {
    const deep = [
      `${'('.repeat(400)}1${')'.repeat(400)}`,
      `${'min('.repeat(150)}1${')'.repeat(150)}`,
      `${'-'.repeat(900)}1`,
      `${'- '.repeat(450)}1`,
      `${'['.repeat(900)}`,
      `${'{a:'.repeat(300)}`,
      `1${'+1'.repeat(400)}`,
      `1${'^1'.repeat(400)}`,
    ];
    for (const text of deep) {
      const problem = refusal(text);
      expect(problem.code, text.slice(0, 20)).toBe('formula.too-deep');
      expect(problem.message).not.toMatch(/call stack/);
    }
  });

  test('no text at all makes the parser throw or hand on a tree it cannot place', () => {
    const bits = fc.constantFrom(
      ...[
        'beds',
        'cost',
        'sum',
        'at',
        'min',
        '(',
        ')',
        ',',
        '+',
        '-',
        '*',
        '/',
        '^',
        '<',
        '>=',
        '==',
      ],
      ...[
        '"2016/17"',
        "'",
        '.',
        '1',
        '2.5',
        '1e3',
        '%',
        '!',
        '=',
        ':',
        '[',
        ']',
        '{',
        '}',
        ' ',
        '\n',
        '#',
      ],
      ...['__proto__', 'constructor', 'import', 'evaluate', 'NaN', 'i', 'e', 'pi', 'end'],
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ maxLength: 60 }),
          fc.array(bits, { maxLength: 20 }).map((all) => all.join('')),
        ),
        (text) => {
          const result = parseFormula(text);
          if (!result.ok) expect(result.problems[0]?.remedy).toBeTruthy();
          else for (const node of nodes(result.value)) expect(node.position).toBeGreaterThan(0);
        },
      ),
      { numRuns: 1500 },
    );
  });
});

function nodes(tree: Tree): Tree[] {
  if (tree.kind === 'negate') return [tree, ...nodes(tree.arg)];
  if (tree.kind === 'operate') return [tree, ...nodes(tree.left), ...nodes(tree.right)];
  if (tree.kind === 'call') return [tree, ...tree.args.flatMap(nodes)];
  return [tree];
}

describe('positions', () => {
  test('point at the column of every name, number, text and operator', () => {
    const tree = must(parseFormula('beds + 2.5 * at(cost, "2016/17")'));
    const found = nodes(tree).map((node) => [label(node), node.position]);
    expect(found).toEqual([
      ['+', 6],
      ['beds', 1],
      ['*', 12],
      ['2.5', 8],
      ['at', 14],
      ['cost', 17],
      ['2016/17', 24],
    ]);
  });

  test('tell a name apart from one that holds it', () => {
    const tree = must(parseFormula('north_beds - beds'));
    expect(nodes(tree).map((node) => [label(node), node.position])).toEqual([
      ['-', 12],
      ['north_beds', 1],
      ['beds', 14],
    ]);
  });

  test('tell the second of two equal names', () => {
    const tree = must(parseFormula('cost + (cost - cost)'));
    const names = nodes(tree).filter((node) => node.kind === 'name');
    expect(names.map((node) => node.position)).toEqual([1, 9, 16]);
  });

  test('tell two-sign operators from their first sign', () => {
    expect(must(parseFormula('1 >= 2')).position).toBe(3);
    expect(must(parseFormula('-1 - -2')).position).toBe(4);
  });

  test('stand at the place of a syntax error', () => {
    expect(refusal('beds + * 2').place?.position).toBe(8);
    expect(refusal('min(1, 2').place?.position).toBe(9);
  });

  test('stand at the refused part of a formula', () => {
    expect(refusal('beds + mim(1, 2)').place?.position).toBe(8);
    expect(refusal('beds + cost!').place?.position).toBe(12);
  });
});

function label(node: Tree): string {
  if (node.kind === 'number') return String(node.value);
  if (node.kind === 'operate') return node.operator;
  if (node.kind === 'negate') return '-';
  return node.kind === 'text' ? node.value : node.name;
}
