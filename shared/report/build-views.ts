/** Everything a reader needs of a document at one moment: screen, terminal and host all read these. */
import type { FootbridgeDocument } from '../domain/document';
import type { Footprint, PublishedGap } from '../domain/footprint';
import type { Library } from '../domain/library';
import { type Mark, weaker } from '../domain/mark';
import { DO_NOTHING, type Scenario } from '../domain/scenario';
import { failure, type Result, success } from '../errors/problem';
import { bridgeCauses, bridgeDraws } from '../finance/bridge';
import { findScenario, type Model, openModel, runScenarios } from '../finance/open-model';
import { minus, positionAt } from '../finance/position';
import { indexProvenance } from '../finance/provenance';
import { type Reader, readProjection } from '../finance/read-projection';
import { yearLabel, yearsBetween } from '../units/financial-year';
import { sumOf } from '../units/sum';
import { bridgeReport } from './bridge-report';
import { claimsView } from './claims-view';
import { effectTable } from './effect-table';
import { flagTable } from './flag-table';
import { assumptionTable, baselineTable, schemeTable } from './input-tables';
import { positionTable } from './position-table';
import { summarise } from './scenario-summary';
import type { GapView, SectorGap } from './table';
import type { Headline, Views } from './view-types';

export interface ViewRequest {
  readonly scenario: string;
  readonly comparator: string;
  /** Which gap the bridges are about; the footprint's published scope when absent. */
  readonly view?: GapView;
}

/** Calculates every scenario and lays out the sheets. Fails when the scenario is not there. */
export function buildViews(
  library: Library,
  document: FootbridgeDocument,
  request: ViewRequest,
): Result<Views> {
  const model = openModel(library, document);
  if (!model.ok) return model;
  return viewsOf(model.value, request);
}

/** The same for a model that is open already. */
export function viewsOf(model: Model, request: ViewRequest): Result<Views> {
  const { document } = model;
  const scenario = findScenario(document, request.scenario);
  const comparator = findScenario(document, request.comparator);
  if (!scenario.ok || !comparator.ok) {
    return failure(
      ...(scenario.ok ? [] : scenario.problems),
      ...(comparator.ok || request.comparator === request.scenario ? [] : comparator.problems),
    );
  }
  const projection = runScenarios(model, document.scenarios);
  const reader = readProjection(projection);
  const drawOf = (each: Scenario) => document.scenarios.indexOf(each);
  const base =
    document.scenarios.find((each) => each.id === DO_NOTHING) ??
    (document.scenarios[0] as Scenario);
  const draws = {
    own: drawOf(scenario.value),
    against: drawOf(comparator.value),
    base: drawOf(base),
  };
  const view = request.view ?? publishedView(document.footprint);
  const years = yearsBetween(document.horizon.first, document.horizon.last).map(yearLabel);
  const lastYear = years.at(-1) ?? '';
  const find = indexProvenance(model, scenario.value);
  const context = { model, reader, draw: draws.own, find };
  const causes = bridgeCauses(model, base);
  const schemeBridge = bridgeDraws(
    model,
    reader,
    { scenario: comparator.value, draw: draws.against },
    { scenario: scenario.value, draw: draws.own },
  );
  const localPressuresMark = pressureMark(model, base);
  return success({
    title: document.title,
    footprint: {
      id: document.footprint.id,
      name: document.footprint.name,
      region: document.footprint.region,
      population: document.footprint.population.value,
    },
    years,
    scenario: scenario.value.id,
    comparator: comparator.value.id,
    headline: { ...headline(model, reader, draws, view, lastYear), localPressuresMark },
    scenarios: document.scenarios.map((each, draw) =>
      summarise(model, reader, each, draw, draws.base),
    ),
    baseline: baselineTable(context),
    assumptions: assumptionTable(context),
    doNothing: positionTable({
      model,
      reader,
      draw: draws.base,
      find: indexProvenance(model, base),
      id: 'do-nothing',
      title: 'Do nothing',
    }),
    transformed: positionTable({
      ...context,
      id: 'transformed',
      title: scenario.value.name,
      against: { draw: draws.against, name: comparator.value.name },
    }),
    schemes: schemeTable(context),
    effects: effectTable(model, reader, scenario.value, draws.own),
    claims: claimsView(model, reader, scenario.value, draws.own),
    flags: flagTable(model, scenario.value, reader, draws.own),
    bridge: bridgeReport(schemeBridge, view, {
      title: `From ${comparator.value.name} to ${scenario.value.name}`,
      year: lastYear,
      startLabel: comparator.value.name,
      endLabel: scenario.value.name,
    }),
    causes: bridgeReport(causes, view, {
      title: 'What makes the do-nothing gap',
      year: lastYear,
      startLabel: `Position in ${years[0] ?? ''}`,
      endLabel: `Do nothing in ${lastYear}`,
      marks: localPressuresMark ? { local: localPressuresMark } : {},
    }),
    replaced: document.lines.filter((line) => line.replaces).map((line) => line.label),
    problems: [...model.problems, ...projection.problems],
    cells: projection.cells,
  });
}

function headline(
  model: Model,
  reader: Reader,
  draws: { own: number; against: number; base: number },
  view: GapView,
  lastYear: string,
): Omit<Headline, 'localPressuresMark'> {
  const last = reader.years - 1;
  const doNothing = positionAt(reader, last, draws.base);
  const residual = positionAt(reader, last, draws.own);
  return {
    lastYear,
    doNothing,
    residual,
    schemesNet: minus(residual, doNothing),
    published: publishedFigure(model, reader, draws.base),
    localPressures: localPressures(model, reader, last, draws.base),
    scope: view,
  };
}

function localPressures(model: Model, reader: Reader, year: number, draw: number): SectorGap {
  const of = (type: string) =>
    sumOf(
      model.document.footprint.organisations.filter((each) => each.type === type),
      ({ id }) => reader.value('local_pressures', { pressure: id }, year, draw),
    );
  const nhs = of('local_nhs');
  const socialCare = of('local_social_care');
  return { nhs, socialCare, total: nhs + socialCare };
}

/** A gap published for health and care together is read as the total, any other as the NHS's own. */
export function publishedView(footprint: Footprint): GapView {
  return footprint.publishedGap?.scope === 'nhs_and_social_care' ? 'total' : 'nhs';
}

/** Plans published their gap for this year. */
export const PUBLISHED_YEAR = 2020;

function publishedFigure(model: Model, reader: Reader, draw: number): Headline['published'] {
  const { footprint, horizon } = model.document;
  const gap = footprint.publishedGap;
  if (!gap) return null;
  const year = Math.min(PUBLISHED_YEAR, horizon.last) - horizon.first;
  return {
    value: -gap.total.value,
    scope: publishedView(footprint),
    mark: gap.total.mark,
    year: yearLabel(horizon.first + year),
    doNothing: positionAt(reader, year, draw),
    localPressures: localPressures(model, reader, year, draw),
    scopeWords: scopeWords(gap),
    source: gap.total.source,
    note: footprint.gapNote ?? '',
  };
}

/** The weakest standing of the local pressures as given; null where none is. */
function pressureMark(model: Model, base: Scenario): Mark | null {
  const find = indexProvenance(model, base);
  const { horizon } = model.document;
  return model.program.dimensions.elements('pressure').reduce<Mark | null>((worst, pressure) => {
    const found = find('local_pressure_full', { pressure }, horizon.last);
    if (!found) return worst;
    return worst ? weaker(worst, found.cell.mark) : found.cell.mark;
  }, null);
}

function scopeWords(gap: PublishedGap): string {
  if (gap.scope === 'unknown') return 'scope not stated, read as the NHS';
  const scope = gap.scope === 'nhs' ? 'NHS' : 'NHS and social care';
  return gap.scopeMark && gap.scopeMark !== 'verified' ? `${scope}, ${gap.scopeMark}` : scope;
}
