/** A document made ready to calculate: lines, elements and the values common to all its scenarios. */
import type { GivenCell } from '../domain/cell';
import type { FootbridgeDocument } from '../domain/document';
import { sitesOf } from '../domain/footprint';
import type { Library } from '../domain/library';
import type { DimensionDefinition, ElementDefinition } from '../domain/model-text';
import type { Scenario } from '../domain/scenario';
import { buildDimensions, type Dimension } from '../engine/dimensions';
import { buildProgram, type Program } from '../engine/program';
import { type Draw, type Projection, runProgram } from '../engine/run';
import { checkGiven, layValues } from '../engine/values';
import { didYouMean } from '../errors/nearest';
import { failure, type Problem, type Result, success } from '../errors/problem';

export interface Model {
  readonly library: Library;
  readonly document: FootbridgeDocument;
  readonly program: Program;
  /** Faults of the model text and of the document's own lines; lines they do not touch still calculate. */
  readonly problems: readonly Problem[];
}

/** Compiles the model for a document. Fails only when the elements themselves make no sense. */
export function openModel(library: Library, document: FootbridgeDocument): Result<Model> {
  const compiled = compile(library, document);
  if (!compiled.ok) return compiled;
  const program = compiled.value;
  const problems = [...program.problems, ...checkDocument(document, program)];
  return success({ library, document, program, problems });
}

/** Programs compiled last, by what they are made of: an edit of a value compiles nothing again. */
const compiledLast = new WeakMap<Library, Map<string, Program>>();
/** The document on show, the same without its schemes, and one to compare with. */
const PROGRAMS_KEPT = 4;

function compile(library: Library, document: FootbridgeDocument): Result<Program> {
  const { organisations, sites } = document.footprint;
  const key = JSON.stringify([organisations, sites, document.schemes, document.lines]);
  const kept = compiledLast.get(library) ?? new Map<string, Program>();
  compiledLast.set(library, kept);
  const found = kept.get(key);
  if (found) return success(found);
  const dimensions = buildDimensions(
    library.dimensions.map((each) => fill(each, library, document)),
  );
  if (!dimensions.ok) return dimensions;
  const program = buildProgram([...library.lines, ...document.lines], dimensions.value);
  const [oldest] = kept.keys();
  if (kept.size >= PROGRAMS_KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(key, program);
  return success(program);
}

/** The same model with no schemes at all: what do nothing is made of, far quicker to run many times. */
export function withoutSchemes(model: Model): Model {
  const { library, document } = model;
  const bare = openModel(library, { ...document, schemes: [] });
  // A line of the document's own may name a scheme; such a document keeps them.
  const isWhole = bare.ok && bare.value.program.problems.length <= model.program.problems.length;
  return isWhole ? bare.value : model;
}

/** Gives a dimension its elements. */
function fill(
  definition: DimensionDefinition,
  library: Library,
  document: FootbridgeDocument,
): Dimension {
  const { id, label, partOf, groups } = definition;
  return {
    id,
    label,
    elements: elementsOf(definition, library, document),
    ...(partOf ? { partOf } : {}),
    ...(groups ? { groups } : {}),
  };
}

function elementsOf(
  definition: DimensionDefinition,
  library: Library,
  document: FootbridgeDocument,
): readonly ElementDefinition[] {
  if (definition.elements) return definition.elements;
  if (definition.from === 'organisations') {
    return document.footprint.organisations.map(({ id, name, type }) => ({
      id,
      label: name,
      type,
    }));
  }
  if (definition.from === 'schemes') {
    return document.schemes.map(({ id, name, type }) => ({ id, label: name, type }));
  }
  if (definition.from === 'sites') {
    // The type of a site is its trust, so that trusts group sites.
    return sitesOf(document.footprint).map(({ id, name, trust }) => ({
      id,
      label: name,
      type: trust,
    }));
  }
  const whole = library.dimensions.find((each) => each.id === definition.partOf);
  if (!whole) return [];
  return elementsOf(whole, library, document).filter((each) =>
    (definition.types ?? []).includes(each.type ?? each.id),
  );
}

/** Values that point at nothing: the document says something the model does not know. */
function checkDocument(document: FootbridgeDocument, program: Program): Problem[] {
  const layers = [
    { path: 'cells', cells: document.cells },
    ...document.scenarios.map((scenario) => ({
      path: `scenario '${scenario.name}'`,
      cells: scenario.cells,
    })),
  ];
  return layers.flatMap(({ path, cells }) =>
    cells.flatMap((cell) =>
      checkGiven(cell, program).map((problem) => ({
        ...problem,
        place: { path, ...problem.place },
      })),
    ),
  );
}

/** The scenario and its ancestors, do nothing first. A ring of parents ends where it closes. */
export function lineage(document: FootbridgeDocument, scenario: Scenario): Scenario[] {
  const chain: Scenario[] = [];
  for (let at: Scenario | undefined = scenario; at && !chain.includes(at); ) {
    chain.unshift(at);
    const parent: string | undefined = at.parent;
    at = document.scenarios.find((each) => each.id === parent);
  }
  return chain;
}

/** Ids of the schemes that are on: the parent's, less those switched off, and those switched on. */
export function schemesOn(document: FootbridgeDocument, scenario: Scenario): string[] {
  const on = new Set<string>();
  for (const step of lineage(document, scenario)) {
    for (const id of step.off) on.delete(id);
    for (const id of step.on) on.add(id);
  }
  return document.schemes.map((scheme) => scheme.id).filter((id) => on.has(id));
}

export function findScenario(document: FootbridgeDocument, id: string): Result<Scenario> {
  const found = document.scenarios.find((scenario) => scenario.id === id);
  if (found) return success(found);
  const known = document.scenarios.map((scenario) => scenario.id);
  return failure({
    code: 'scenario.unknown',
    message: `There is no scenario '${id}' in this document.`,
    remedy: didYouMean(id, known) || `Use one of: ${known.join(', ')}.`,
  });
}

/** The cell by which a scenario switches a scheme on. */
export const switchCell = (scheme: string): GivenCell => ({
  line: 'scheme_on',
  at: { scheme },
  value: 1,
  mark: 'assumption',
  source: 'switched on by the scenario',
});

/** The cells a scenario lays over the document, parents first. */
export function scenarioLayers(document: FootbridgeDocument, scenario: Scenario): GivenCell[][] {
  const switched = schemesOn(document, scenario).map(switchCell);
  return [switched, ...lineage(document, scenario).map((step) => [...step.cells])];
}

/** The cells common to every scenario, library first. */
function commonLayers(model: Model): (readonly GivenCell[])[] {
  const { library, document } = model;
  return [library.cells, document.footprint.cells, document.cells];
}

/** Runs draws over the values common to all; with `wanted`, only those lines and what they need. */
export function runDraws(
  model: Model,
  layers: readonly (readonly GivenCell[])[][],
  wanted?: readonly string[],
): Projection {
  const { program, document } = model;
  const { horizon } = document;
  const given = layValues(program, horizon, commonLayers(model));
  const draws: Draw[] = layers.map((each) => ({
    given: layValues(program, horizon, each, given),
  }));
  return runProgram(program, { horizon, given, draws, ...(wanted ? { wanted } : {}) });
}

/** Runs scenarios side by side: draw i is scenario i. */
export function runScenarios(model: Model, scenarios: readonly Scenario[]): Projection {
  return runDraws(
    model,
    scenarios.map((scenario) => scenarioLayers(model.document, scenario)),
  );
}
