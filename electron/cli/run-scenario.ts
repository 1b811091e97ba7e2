/** One scenario of a document, calculated: what effects, claims and appraisals are read from. */
import type { FootbridgeDocument } from '../../shared/domain/document';
import type { Library } from '../../shared/domain/library';
import type { Scenario } from '../../shared/domain/scenario';
import { failure, type Result, success } from '../../shared/errors/problem';
import { findScenario, type Model, openModel, runScenarios } from '../../shared/finance/open-model';
import { type Reader, readProjection } from '../../shared/finance/read-projection';

export interface OpenScenario {
  readonly model: Model;
  readonly scenario: Scenario;
}

export interface RunScenario extends OpenScenario {
  /** Draw 0 is the scenario. */
  readonly reader: Reader;
}

/** A faulty model is refused, so that no number stands on it. */
export function openScenarioModel(
  library: Library,
  document: FootbridgeDocument,
  id: string,
): Result<OpenScenario> {
  const model = openModel(library, document);
  if (!model.ok) return model;
  const scenario = findScenario(document, id);
  if (!scenario.ok) return scenario;
  if (model.value.problems.length > 0) return failure(...model.value.problems);
  return success({ model: model.value, scenario: scenario.value });
}

export function runScenario(
  library: Library,
  document: FootbridgeDocument,
  id: string,
): Result<RunScenario> {
  const open = openScenarioModel(library, document, id);
  if (!open.ok) return open;
  const projection = runScenarios(open.value.model, [open.value.scenario]);
  if (projection.problems.length > 0) return failure(...projection.problems);
  return success({ ...open.value, reader: readProjection(projection) });
}

/** What every JSON says of the footprint. */
export const footprintOf = ({ footprint }: FootbridgeDocument) => ({
  id: footprint.id,
  name: footprint.name,
  region: footprint.region,
  population: footprint.population.value,
});
