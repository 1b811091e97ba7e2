/** Footprints opened for tests, with edits laid over them. */
import { createDocument } from '../../shared/document/create-document';
import type { GivenCell } from '../../shared/domain/cell';
import type { FootbridgeDocument } from '../../shared/domain/document';
import type { Library } from '../../shared/domain/library';
import { checkAddress } from '../../shared/engine/values';
import { describeProblem } from '../../shared/errors/problem';
import { type Model, openModel, runScenarios } from '../../shared/finance/open-model';
import { type Reader, readProjection } from '../../shared/finance/read-projection';
import { must } from './load-library';

export const NCL = 'north-central-london';
export const BSOL = 'birmingham-and-solihull';
export const SWL = 'south-west-london';
export const DURHAM = 'durham-darlington-tees-hambleton-richmondshire-and-whitby';

export function openFootprint(
  library: Library,
  id: string,
  change: (document: FootbridgeDocument) => FootbridgeDocument = (document) => document,
): Model {
  return must(openModel(library, change(must(createDocument(library, id)))));
}

/** The same model with other values in the document: nothing is compiled again. A name must mean something. */
export function withCells(model: Model, cells: readonly GivenCell[]): Model {
  const problems = cells.flatMap((cell) => checkAddress(cell, model.program));
  if (problems.length > 0) throw new Error(problems.map(describeProblem).join('\n'));
  return { ...model, document: { ...model.document, cells } };
}

/** Every scenario of the document side by side: draw i is scenario i. */
export function readScenarios(model: Model): Reader {
  return readProjection(runScenarios(model, model.document.scenarios));
}

export const scenarioIndex = (model: Model, id: string): number =>
  model.document.scenarios.findIndex((scenario) => scenario.id === id);

/** An edit as a person makes it: a value with its line, elements and year. */
export function edit(
  line: string,
  value: number,
  at: Readonly<Record<string, string>> = {},
  year?: number,
): GivenCell {
  return {
    line,
    at,
    value,
    mark: 'assumption',
    source: 'edited in a test',
    ...(year === undefined ? {} : { year }),
  };
}

export const years = (reader: Reader): number[] =>
  Array.from({ length: reader.years }, (_, year) => year);
