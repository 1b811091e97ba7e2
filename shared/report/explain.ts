/** One number explained: a sentence first, then the formula with its values, down to sourced inputs. */
import type { FootbridgeDocument } from '../domain/document';
import type { Library } from '../domain/library';
import { elementIds, elementName } from '../engine/elements';
import type { ProgramLine } from '../engine/program';
import { checkAddress } from '../engine/values';
import { failure, type Problem, type Result, success } from '../errors/problem';
import { findScenario, type Model, openModel, runScenarios } from '../finance/open-model';
import { indexProvenance } from '../finance/provenance';
import { readProjection } from '../finance/read-projection';
import { outsideStanding, viewOf } from '../stress/outside-view';
import { yearLabel } from '../units/financial-year';
import { isNumber } from '../units/unit';
import { sentence as sayNumber } from './explain-sentence';
import { type Context, elementsAt, precedentsOf, sumAt } from './precedents';
import { savingStories } from './saving-story';
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
  const savings = savingStories(
    { ...context, scenario: scenario.value },
    line.over,
    request.at,
    year,
  );
  return success({
    ...explained,
    sentence: sayNumber(context, line, request.at, year),
    ...(savings.length > 0 ? { savings } : {}),
    ...outsideOf(model, line, request.at, explained.value),
  });
}

/** What plans assumed and what was delivered elsewhere, for a parameter that has an outside view. */
function outsideOf(
  model: Model,
  line: ProgramLine,
  at: Readonly<Record<string, string>>,
  value: number | null,
): Pick<Explanation, 'outside'> {
  const view = viewOf(model.library.outsideViews, line.definition.id, at);
  if (!view || value === null || !Number.isFinite(value)) return {};
  const rows = new Map(model.library.evidence.map((row) => [row.id, row]));
  const { sentence } = outsideStanding(value, view, rows, line.unit);
  return { outside: { sentence, planned: view.planned, delivered: view.delivered } };
}

function checkRequest(model: Model, request: ExplainRequest): Problem[] {
  const { line, at, year } = request;
  return checkAddress({ line, at, year }, model.program, model.document.horizon);
}

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
  const inputs = precedentsOf(context, line, ids, year);
  return {
    ...base,
    kind: line.definition.collects ? 'collected' : 'formula',
    ...(formula === undefined ? {} : { formula }),
    ...(line.definition.note ? { note: line.definition.note } : {}),
    ...(line.definition.source ? { source: line.definition.source } : {}),
    overridden: false,
    inputs:
      depth > 0
        ? inputs.map((each) => explainCell(context, each.line, each.at, each.year, depth - 1))
        : [],
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
