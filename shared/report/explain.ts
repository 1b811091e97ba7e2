/** One number explained: a sentence first, then the formula with its values, down to sourced inputs. */
import type { FootbridgeDocument } from '../domain/document';
import type { Library } from '../domain/library';
import type { ProgramLine } from '../engine/program';
import { elementIds, elementName } from '../engine/run';
import { checkAddress } from '../engine/values';
import { failure, type Problem, type Result, success } from '../errors/problem';
import { findScenario, type Model, openModel, runScenarios } from '../finance/open-model';
import { type FindGiven, indexProvenance } from '../finance/provenance';
import { type Reader, readProjection } from '../finance/read-projection';
import { referencesOf, type TypedTree, type When } from '../formula/typed-tree';
import { yearLabel } from '../units/financial-year';
import { formatValue, shortUnit } from '../units/format';
import { isNumber } from '../units/unit';
import type { Explanation } from './view-types';

export interface ExplainRequest {
  readonly scenario: string;
  readonly line: string;
  /** An element for each dimension; a dimension left out is summed. */
  readonly at: Readonly<Record<string, string>>;
  readonly year: number;
  /** How many levels of inputs to open; 1 shows the inputs of the number itself. */
  readonly depth: number;
}

/** Most elements listed under a sum; the largest come first and the rest are told as one. */
const MOST_LISTED = 8;

interface Context {
  readonly model: Model;
  readonly reader: Reader;
  readonly draw: number;
  readonly find: FindGiven;
}

/** Explains one cell of one scenario. */
export function explain(
  library: Library,
  document: FootbridgeDocument,
  request: ExplainRequest,
): Result<Explanation> {
  const opened = openModel(library, document);
  if (!opened.ok) return opened;
  const model = opened.value;
  const scenario = findScenario(document, request.scenario);
  if (!scenario.ok) return scenario;
  const problems = checkRequest(model, request);
  if (problems.length > 0) return failure(...problems);
  const reader = readProjection(runScenarios(model, [scenario.value]));
  const context = { model, reader, draw: 0, find: indexProvenance(model, scenario.value) };
  const line = model.program.byId.get(request.line) as ProgramLine;
  const year = request.year - document.horizon.first;
  const explained = explainCell(context, line, request.at, year, request.depth);
  return success({ ...explained, sentence: sentence(context, line, request.at, year) });
}

function checkRequest(model: Model, request: ExplainRequest): Problem[] {
  const { line, at, year } = request;
  return checkAddress({ line, at, year }, model.program, model.document.horizon);
}

/** Flat indexes of the elements an address means. */
function elementsAt(
  context: Context,
  line: ProgramLine,
  at: Readonly<Record<string, string>>,
): number[] {
  const { program } = context.model;
  return Array.from({ length: line.size }, (_, i) => i).filter((element) =>
    elementIds(line, element, program).every(
      ({ dimension, id }) => at[dimension] === undefined || at[dimension] === id,
    ),
  );
}

const sumAt = (
  context: Context,
  line: ProgramLine,
  elements: readonly number[],
  year: number,
): number =>
  elements.reduce(
    (sum, element) =>
      sum + context.reader.projection.value(line.index, year, element, context.draw),
    0,
  );

function explainCell(
  context: Context,
  line: ProgramLine,
  at: Readonly<Record<string, string>>,
  year: number,
  depth: number,
): Explanation {
  const elements = elementsAt(context, line, at);
  const only = elements.length === 1 ? elements[0] : undefined;
  if (only === undefined) return explainSum(context, line, at, elements, year, depth);
  const { program, document } = context.model;
  const ids = Object.fromEntries(
    elementIds(line, only, program).map(({ dimension, id }) => [dimension, id]),
  );
  const found = context.find(line.definition.id, ids, document.horizon.first + year);
  const base = describeCell(
    context,
    line,
    elementName(line, only, program),
    ids,
    year,
    sumAt(context, line, elements, year),
  );
  if (found) {
    const { cell, layer, exact } = found;
    const carried = exact
      ? ''
      : ` Carried from ${cell.year === undefined ? 'another year' : yearLabel(cell.year)}.`;
    const note = [cell.note, line.definition.note].filter(Boolean).join(' ') + carried;
    return {
      ...base,
      kind: 'given',
      mark: cell.mark,
      source: cell.source,
      ...(note ? { note } : {}),
      overridden: layer === 'scenario' || layer === 'document',
      inputs: [],
      more: false,
    };
  }
  const formula =
    year === 0 ? (line.definition.opening ?? line.definition.formula) : line.definition.formula;
  const inputs = inputsOf(context, line, ids, year);
  return {
    ...base,
    kind: line.definition.collects ? 'collected' : 'formula',
    ...(formula === undefined ? {} : { formula }),
    ...(line.definition.note ? { note: line.definition.note } : {}),
    ...(line.definition.source ? { source: line.definition.source } : {}),
    overridden: false,
    inputs: depth > 0 ? inputs.map((open) => open(depth - 1)) : [],
    more: depth <= 0 && inputs.length > 0,
  };
}

/** A sum over elements: the largest of them, and the rest as one. */
function explainSum(
  context: Context,
  line: ProgramLine,
  at: Readonly<Record<string, string>>,
  elements: readonly number[],
  year: number,
  depth: number,
): Explanation {
  const { program } = context.model;
  const open = line.over.filter((dimension) => at[dimension] === undefined);
  const names = open.map((dimension) => program.dimensions.label(dimension)).join(' and ');
  const fixed = line.over.flatMap((dimension) => {
    const index = program.dimensions.indexOf(dimension, at[dimension] ?? '');
    return index === undefined
      ? []
      : [program.dimensions.get(dimension).elements[index]?.label ?? ''];
  });
  const label = [...fixed, names === '' ? 'nothing' : `every ${names}`].join(', ');
  const value = sumAt(context, line, elements, year);
  const sized = elements
    .map((element) => ({ element, value: sumAt(context, line, [element], year) }))
    .filter((each) => each.value !== 0)
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
  const shown = sized.slice(0, MOST_LISTED);
  return {
    ...describeCell(context, line, label, at, year, isNumber(line.unit) ? null : value),
    kind: 'collected',
    ...(line.definition.formula ? { formula: line.definition.formula } : {}),
    overridden: false,
    inputs:
      depth > 0
        ? shown.map(({ element }) => {
            const ids = elementIds(line, element, program).map(({ dimension, id }) => [
              dimension,
              id,
            ]);
            return explainCell(context, line, Object.fromEntries(ids), year, depth - 1);
          })
        : [],
    more: depth <= 0 || sized.length > shown.length,
  };
}

function describeCell(
  context: Context,
  line: ProgramLine,
  element: string,
  at: Readonly<Record<string, string>>,
  year: number,
  value: number | null,
) {
  const label = yearLabel(context.model.document.horizon.first + year);
  return {
    title: [line.definition.label, element, label].filter((part) => part !== '').join(' · '),
    sentence: '',
    value,
    unit: line.definition.unit,
    year: label,
    line: line.definition.id,
    lineLabel: line.definition.label,
    element,
    at,
  };
}

type Opener = (depth: number) => Explanation;

/** What a cell's formula reads, or what a collector collects, each ready to be explained in turn. */
function inputsOf(
  context: Context,
  line: ProgramLine,
  ids: Readonly<Record<string, string>>,
  year: number,
): Opener[] {
  const { program, document } = context.model;
  if (line.definition.collects) {
    return line.contributors.flatMap((index) => {
      const contributor = program.lines[index] as ProgramLine;
      const own = narrow(context, ids, contributor);
      if (!own || sumAt(context, contributor, elementsAt(context, contributor, own), year) === 0)
        return [];
      return [(depth: number) => explainCell(context, contributor, own, year, depth)];
    });
  }
  const tree = year === 0 ? (line.opening ?? line.formula) : line.formula;
  const seen = new Set<string>();
  const references = tree ? referencesOf(tree) : [];
  return references.flatMap(({ line: id, when, picked }) => {
    const target = program.byId.get(id) as ProgramLine;
    const narrowed = narrow(context, ids, target);
    // Outside the part that a widened line covers there is nothing to show.
    if (!narrowed) return [];
    const at = { ...narrowed, ...pickedOf(context, picked, target) };
    const then = yearOf(when, year, document.horizon.first);
    const key = JSON.stringify([id, then, picked]);
    if (seen.has(key) || then < 0) return [];
    seen.add(key);
    return membersOf(context, ids, target, at)
      .map((each) => ({ each, size: Math.abs(sumOf(context, target, each, then)) }))
      .sort((a, b) => b.size - a.size)
      .map(
        ({ each }): Opener =>
          (depth) =>
            explainCell(context, target, each, then, depth),
      );
  });
}

const sumOf = (
  context: Context,
  line: ProgramLine,
  at: Readonly<Record<string, string>>,
  year: number,
): number => sumAt(context, line, elementsAt(context, line, at), year);

/**
 * A group reads its members one by one: the address for each element that belongs to the group explained,
 * or the address itself where no dimension of the target is grouped by one of ours.
 */
function membersOf(
  context: Context,
  ids: Readonly<Record<string, string>>,
  target: ProgramLine,
  at: Readonly<Record<string, string>>,
): Readonly<Record<string, string>>[] {
  const { dimensions } = context.model.program;
  for (const dimension of target.over.filter((each) => at[each] === undefined)) {
    const group = Object.keys(ids).find(
      (own) => own !== dimension && dimensions.maps(dimension, own),
    );
    if (group === undefined) continue;
    const wanted = dimensions.indexOf(group, ids[group] ?? '');
    const map = dimensions.map(dimension, group);
    return dimensions
      .get(dimension)
      .elements.filter((_, i) => map[i] === wanted)
      .map((element) => ({ ...at, [dimension]: element.id }));
  }
  return [at];
}

/** Elements a formula picks by name, along the line's own dimensions: of the part, or of the whole it is in. */
function pickedOf(
  context: Context,
  picked: Readonly<Record<string, string>>,
  target: ProgramLine,
): Record<string, string> {
  const { dimensions } = context.model.program;
  const at: Record<string, string> = {};
  for (const [dimension, element] of Object.entries(picked)) {
    const own = target.over.find(
      (each) => each === dimension || dimensions.isPart(dimension, each),
    );
    if (own) at[own] = element;
  }
  return at;
}

function yearOf(when: When, year: number, first: number): number {
  if (when === 'now') return year;
  if (when === 'previous') return year - 1;
  if (when === 'first') return 0;
  return when - first;
}

/**
 * The elements of another line that go with an element of this one, along the maps between dimensions, up
 * (a trust to its type) or down (an organisation to the trust it is). Undefined where it is none of a part.
 */
function narrow(
  context: Context,
  ids: Readonly<Record<string, string>>,
  target: ProgramLine,
): Record<string, string> | undefined {
  const { dimensions } = context.model.program;
  const at: Record<string, string> = {};
  for (const dimension of target.over) {
    for (const [own, id] of Object.entries(ids)) {
      const index = dimensions.indexOf(own, id);
      if (index === undefined) continue;
      if (own === dimension || dimensions.maps(own, dimension)) {
        const mapped = dimensions.map(own, dimension)[index] ?? -1;
        const element = dimensions.get(dimension).elements[mapped];
        if (element) at[dimension] = element.id;
      } else if (dimensions.isPart(dimension, own)) {
        if (dimensions.indexOf(dimension, id) === undefined) return undefined;
        at[dimension] = id;
      }
    }
  }
  return at;
}

/** The number in a sentence: how large, how it moved, and what it is mostly made of. */
function sentence(
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
  const now = inputsOf(context, line, at, year).map((open) => open(0));
  const before = inputsOf(context, line, at, year - 1).map((open) => open(0));
  const moved = now
    .filter((each) => added.has(each.line) && each.line !== line.definition.id)
    .map((each) => ({
      each,
      change: (each.value ?? 0) - (before.find((old) => old.line === each.line)?.value ?? 0),
    }))
    .sort((a, b) => Math.abs(b.change) - Math.abs(a.change))[0];
  if (!moved || Math.abs(moved.change) < 0.05) return '';
  const direction = moved.change > 0 ? 'rose' : 'fell';
  return ` What moved most: “${moved.each.lineLabel}” ${direction} by ${show(Math.abs(moved.change))}.`;
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
