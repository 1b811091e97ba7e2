/**
 * Names, dimensions and units of a formula, settled before anything is computed. The result is a typed
 * tree: every node knows what it ranges over and what it measures.
 */
import { didYouMean } from '../errors/nearest';
import { failure, type Result, success } from '../errors/problem';
import { type FinancialYear, parseYear } from '../units/financial-year';
import {
  ANY,
  divideUnits,
  isNumber,
  multiplyUnits,
  NUMBER,
  powerUnit,
  sameMeasure,
  sameUnit,
  type Unit,
} from '../units/unit';
import { conversionRemedy } from './fits';
import { argumentKind, functionNamed, YEAR_NAMES } from './functions';
import type { Operator, Tree } from './syntax';
import type { DimensionLattice, Surroundings, TypedTree, When } from './typed-tree';

/** A refusal on the way down; caught at the top and returned as a value. */
class Refusal extends Error {
  readonly code: string;
  readonly position: number;
  readonly remedy: string;

  constructor(code: string, message: string, position: number, remedy: string) {
    super(message);
    this.code = code;
    this.position = position;
    this.remedy = remedy;
  }
}

/** Checks names, dimensions and units. Problems carry the position but not the line: the caller knows it. */
export function checkFormula(tree: Tree, around: Surroundings): Result<TypedTree> {
  try {
    return success(type(tree, around));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, message, position, remedy } = error;
    return failure({ code, message, place: { position }, remedy });
  }
}

function type(tree: Tree, around: Surroundings): TypedTree {
  switch (tree.kind) {
    case 'number':
      return {
        kind: 'number',
        value: tree.value,
        over: [],
        unit: tree.value === 0 ? ANY : NUMBER,
        position: tree.position,
      };
    case 'text':
      throw new Refusal(
        'formula.text',
        `"${tree.value}" is text where a value is needed.`,
        tree.position,
        'Use a number or the name of a line; text only names a year, as in at(x, "2017/18").',
      );
    case 'name':
      return typeName(tree.name, tree.position, around);
    case 'negate': {
      const arg = type(tree.arg, around);
      return { kind: 'negate', arg, over: arg.over, unit: arg.unit, position: tree.position };
    }
    case 'operate':
      return typeOperation(tree, around);
    case 'call':
      return typeCall(tree, around);
  }
}

function typeName(name: string, position: number, around: Surroundings): TypedTree {
  if (Object.hasOwn(YEAR_NAMES, name)) {
    return { kind: 'year-name', name, over: [], unit: NUMBER, position };
  }
  return lineAt(name, 'now', position, around);
}

function lineAt(name: string, when: When, position: number, around: Surroundings): TypedTree {
  const line = around.lines.get(name);
  if (line) return { kind: 'line', line: name, when, over: line.over, unit: line.unit, position };
  if (around.dimensions.has(name)) {
    throw new Refusal(
      'formula.dimension-as-value',
      `'${name}' is a dimension, not a line.`,
      position,
      `A dimension stands only where a function asks for one, as in sum(x, ${name}).`,
    );
  }
  throw new Refusal(
    'formula.unknown-name',
    `The formula refers to '${name}', which is not defined.`,
    position,
    didYouMean(name, [...around.lines.keys(), ...Object.keys(YEAR_NAMES)]) ||
      'Define a line of that name, or use one from the list of lines.',
  );
}

const COMPARISONS: readonly Operator[] = ['<', '>', '<=', '>=', '==', '!='];

function typeOperation(tree: Extract<Tree, { kind: 'operate' }>, around: Surroundings): TypedTree {
  const left = type(tree.left, around);
  const right = type(tree.right, around);
  const over = joinOver([left, right], tree.position, around.dimensions);
  const unit = operatorUnit(tree.operator, left, right, tree.position);
  return {
    kind: 'operate',
    operator: tree.operator,
    left,
    right,
    over,
    unit,
    position: tree.position,
  };
}

function operatorUnit(
  operator: Operator,
  left: TypedTree,
  right: TypedTree,
  position: number,
): Unit {
  if (operator === '*') return multiplyUnits(left.unit, right.unit);
  if (operator === '/') return divideUnits(left.unit, right.unit);
  if (operator === '^') return powerOf(left, right, position);
  if (!sameUnit(left.unit, right.unit)) {
    throw new Refusal(
      'unit.clash',
      `${left.unit.text} ${operator} ${right.unit.text}: the two sides ${sameMeasure(left.unit, right.unit) ? 'are on different scales' : 'measure different things'}.`,
      position,
      left.kind === 'number' || right.kind === 'number'
        ? 'Give the number a line of its own, an input in that unit, and name it here.'
        : conversionRemedy(left.unit, right.unit),
    );
  }
  if (COMPARISONS.includes(operator)) return NUMBER;
  return left.unit === ANY ? right.unit : left.unit;
}

function powerOf(left: TypedTree, right: TypedTree, position: number): Unit {
  if (!isNumber(right.unit) && right.unit !== ANY) {
    const message = `A power must be a pure number, not ${right.unit.text}.`;
    throw new Refusal('unit.power', message, position, 'Divide by a unit first.');
  }
  if (isNumber(left.unit) || left.unit === ANY) return NUMBER;
  if (right.kind === 'number' && Number.isInteger(right.value))
    return powerUnit(left.unit, right.value);
  const message = `${left.unit.text} can be raised only to a whole number.`;
  throw new Refusal('unit.power', message, position, 'Write the power as a whole number.');
}

/**
 * What two values range over together: every dimension of either, and of two that map onto each other the
 * finer. Two finer ones for a coarser is ambiguous and refused.
 */
function joinOver(
  trees: readonly { readonly over: readonly string[] }[],
  position: number,
  dimensions: DimensionLattice,
): readonly string[] {
  const all = [...new Set(trees.flatMap((tree) => tree.over))];
  const finest = all.filter(
    (own) => !all.some((other) => other !== own && dimensions.maps(other, own)),
  );
  for (const dimension of all) {
    const finer = finest.filter((own) => dimensions.maps(own, dimension));
    if (finer.length > 1) {
      throw new Refusal(
        'dimension.ambiguous',
        `It is not clear whether ${dimensions.label(dimension)} means ${finer.map(dimensions.label).join(' or ')}.`,
        position,
        'Split the formula so that only one of them is in play.',
      );
    }
  }
  return finest;
}

function typeCall(tree: Extract<Tree, { kind: 'call' }>, around: Surroundings): TypedTree {
  const definition = functionNamed(tree.name);
  if (!definition) throw new Error(`The parser let an unknown function through: ${tree.name}`);
  const values: TypedTree[] = [];
  const names: string[] = [];
  let when: When = tree.name === 'prev' ? 'previous' : 'first';
  for (const [index, arg] of tree.args.entries()) {
    const kind = argumentKind(definition, index);
    if (kind === 'value') values.push(type(arg, around));
    else if (kind === 'dimension') names.push(dimensionName(arg, around));
    else if (kind === 'year') when = yearText(arg);
  }
  if (definition.kind === 'look-back') {
    const [arg] = tree.args;
    if (arg?.kind !== 'name' || Object.hasOwn(YEAR_NAMES, arg.name)) {
      const message = `${tree.name}() looks back at a line, so it takes the name of one.`;
      const remedy = 'Give the calculation a line of its own and look back at that.';
      throw new Refusal('formula.look-back', message, tree.position, remedy);
    }
    return lineAt(arg.name, when, arg.position, around);
  }
  const unit = definition.unit(values.map((value) => value.unit));
  if (typeof unit === 'string') {
    const message = `${tree.name}(): ${unit}.`;
    throw new Refusal(
      'unit.clash',
      message,
      tree.position,
      `For example: ${definition.example.formula}.`,
    );
  }
  const [arg] = values;
  const { position } = tree;
  if (definition.kind === 'elementwise') {
    const over = joinOver(values, position, around.dimensions);
    return { kind: 'elementwise', name: tree.name, args: values, over, unit, position };
  }
  const [dimension = ''] = names;
  if (tree.name === 'count' || !arg) return { kind: 'count', dimension, over: [], unit, position };
  if (tree.name === 'share') {
    const space = spaceWith(arg, [dimension], position, around.dimensions);
    return { kind: 'share', arg, dimension, space, over: space, unit, position };
  }
  if (tree.name === 'sum_by')
    return regroup('sum-by', arg, dimension, unit, position, around.dimensions);
  if (tree.name === 'widen')
    return regroup('widen', arg, dimension, unit, position, around.dimensions);
  const space = spaceWith(arg, names, position, around.dimensions);
  if (tree.name === 'pick') return typePick(tree, arg, dimension, space, unit, around.dimensions);
  const over = space.filter((own) => !names.includes(own));
  return { kind: 'reduce', name: tree.name, arg, dimensions: names, space, over, unit, position };
}

function typePick(
  tree: Extract<Tree, { kind: 'call' }>,
  arg: TypedTree,
  dimension: string,
  space: readonly string[],
  unit: Unit,
  dimensions: DimensionLattice,
): TypedTree {
  const named = tree.args[2];
  const element = named?.kind === 'text' ? named.value : '';
  const known = dimensions.elements(dimension);
  if (!known.includes(element)) {
    throw new Refusal(
      'formula.unknown-element',
      `${dimensions.label(dimension)} has no element "${element}".`,
      named?.position ?? tree.position,
      didYouMean(element, known) ||
        `Name one in quotation marks: ${known.slice(0, 12).join(', ')}.`,
    );
  }
  const over = space.filter((own) => own !== dimension);
  return { kind: 'pick', arg, dimension, element, space, over, unit, position: tree.position };
}

function dimensionName(arg: Tree, around: Surroundings): string {
  const { dimensions } = around;
  if (arg.kind === 'name' && dimensions.has(arg.name)) return arg.name;
  const name = arg.kind === 'name' ? arg.name : 'this';
  throw new Refusal(
    'formula.unknown-dimension',
    `'${name}' is not a dimension.`,
    arg.position,
    didYouMean(name, dimensions.names) || `Use one of: ${dimensions.names.join(', ')}.`,
  );
}

function yearText(arg: Tree): FinancialYear {
  const year = arg.kind === 'text' ? parseYear(arg.value) : undefined;
  if (year !== undefined) return year;
  const message = 'The year is not written as text like "2017/18".';
  throw new Refusal(
    'formula.year',
    message,
    arg.position,
    'Write it in quotation marks: "2017/18".',
  );
}

/** What `arg` is read over so that every named dimension is there, narrowing a whole to a part of it. */
function spaceWith(
  arg: TypedTree,
  names: readonly string[],
  position: number,
  dimensions: DimensionLattice,
): readonly string[] {
  let space = [...arg.over];
  for (const name of names) {
    if (space.includes(name)) continue;
    const whole = space.find((own) => dimensions.isPart(name, own));
    if (!whole) {
      throw new Refusal(
        'dimension.absent',
        `There is nothing to take over ${dimensions.label(name)}: the value does not range over it.`,
        position,
        arg.over.length > 0
          ? `It ranges over ${arg.over.map(dimensions.label).join(', ')}.`
          : 'It has one value only.',
      );
    }
    space = space.map((own) => (own === whole ? name : own));
  }
  return space;
}

function regroup(
  kind: 'sum-by' | 'widen',
  arg: TypedTree,
  to: string,
  unit: Unit,
  position: number,
  dimensions: DimensionLattice,
): TypedTree {
  const fits = kind === 'widen' ? dimensions.isPart : dimensions.maps;
  const from = arg.over.find((own) => own !== to && fits(own, to));
  if (!from) {
    throw new Refusal(
      'dimension.no-map',
      `The value ranges over nothing that belongs to ${dimensions.label(to)}.`,
      position,
      `It ranges over ${arg.over.map(dimensions.label).join(', ') || 'nothing'}.`,
    );
  }
  const over = arg.over.map((own) => (own === from ? to : own));
  return { kind, arg, from, to, over, unit, position };
}
