/** A number in a sentence: how large it is, how it moved since the year before, and what moved it most. */

import { elementName } from '../engine/elements';
import type { ProgramLine } from '../engine/program';
import type { TypedTree } from '../formula/typed-tree';
import { yearLabel } from '../units/financial-year';
import { formatValue, shortUnit } from '../units/format';
import { isNumber } from '../units/unit';
import { type Context, elementsAt, type Precedent, precedentsOf, sumAt } from './precedents';

/** The number in a sentence: how large, how it moved, and what it is mostly made of. */
export function sentence(
  context: Context,
  line: ProgramLine,
  at: Readonly<Record<string, string>>,
  year: number,
): string {
  const { program, document } = context.model;
  const elements = elementsAt(context, line, at);
  const value = sumAt(context, line, elements, year);
  const show = (amount: number) => {
    const text = formatValue(amount, line.unit);
    const unit = shortUnit(line.unit);
    if (unit === '£m') return `${text.startsWith('−') ? '−' : ''}£${text.replace('−', '')}m`;
    return unit.startsWith('%') || unit === 'index' || unit === 'number' ? text : `${text} ${unit}`;
  };
  if (elements.length !== 1 && isNumber(line.unit)) {
    return `${line.definition.label} has ${elements.length} values here; name one: ${line.over.join(', ')}.`;
  }
  const only = elements.length === 1 ? elementName(line, elements[0] as number, program) : '';
  const who = only === '' ? line.definition.label : `${line.definition.label} (${only})`;
  const start = `${who} in ${yearLabel(document.horizon.first + year)} is ${show(value)}`;
  if (year === 0) return `${start}.`;
  const change = value - sumAt(context, line, elements, year - 1);
  if (Math.abs(change) < 1e-9) return `${start}, the same as the year before.`;
  const [up, down] = line.definition.id.endsWith('position')
    ? ['better', 'worse']
    : ['more', 'less'];
  const direction = change > 0 ? up : down;
  return `${start}, ${show(Math.abs(change))} ${direction} than the year before.${largest(context, line, at, year, show)}`;
}

/** Names the input that moved most since the year before, among those in the same unit. */
function largest(
  context: Context,
  line: ProgramLine,
  at: Readonly<Record<string, string>>,
  year: number,
  show: (amount: number) => string,
): string {
  const added = addendsOf(line.formula);
  const amount = (each: Precedent) =>
    sumAt(context, each.line, elementsAt(context, each.line, each.at), each.year);
  const key = (each: Precedent) => JSON.stringify([each.line.definition.id, each.at]);
  const before = new Map(
    precedentsOf(context, line, at, year - 1).map((each) => [key(each), amount(each)]),
  );
  const moved = precedentsOf(context, line, at, year)
    .filter((each) => added.has(each.line.definition.id) && each.line !== line)
    .map((each) => ({ each, change: amount(each) - (before.get(key(each)) ?? 0) }))
    .sort((a, b) => Math.abs(b.change) - Math.abs(a.change))[0];
  if (!moved || Math.abs(moved.change) < 0.05) return '';
  const direction = moved.change > 0 ? 'rose' : 'fell';
  return ` What moved most: “${nameOf(context, moved.each, at)}” ${direction} by ${show(Math.abs(moved.change))}.`;
}

/** The line, with its element where that is another than the one explained. */
function nameOf(
  context: Context,
  { line, at }: Precedent,
  own: Readonly<Record<string, string>>,
): string {
  const [element, ...others] = elementsAt(context, line, at);
  const isNew = Object.values(at).some((id) => !Object.values(own).includes(id));
  if (element === undefined || others.length > 0 || !isNew) return line.definition.label;
  return `${line.definition.label}, ${elementName(line, element, context.model.program)}`;
}

/** Lines whose change is the change of the result, pound for pound: they are added up or taken away. */
function addendsOf(tree: TypedTree | undefined): ReadonlySet<string> {
  if (!tree) return new Set();
  switch (tree.kind) {
    case 'line':
      return new Set(tree.when === 'now' ? [tree.line] : []);
    case 'operate':
      if (tree.operator !== '+' && tree.operator !== '-') return new Set();
      return new Set([...addendsOf(tree.left), ...addendsOf(tree.right)]);
    case 'negate':
    case 'widen':
    case 'sum-by':
    case 'pick':
      return addendsOf(tree.arg);
    case 'reduce':
      return tree.name === 'sum' ? addendsOf(tree.arg) : new Set();
    default:
      return new Set();
  }
}
