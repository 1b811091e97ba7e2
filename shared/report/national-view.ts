/** The national table: one row a footprint, calculated one at a time, and a row for England. */
import { addChild } from '../document/add-child';
import type { FootbridgeDocument } from '../domain/document';
import type { Library } from '../domain/library';
import { DO_NOTHING, type Scenario } from '../domain/scenario';
import { failure, type Result, success } from '../errors/problem';
import {
  findScenario,
  openModel,
  runDraws,
  scenarioLayers,
  schemesOn,
} from '../finance/open-model';
import { addUp, minus, positionAt } from '../finance/position';
import { readProjection } from '../finance/read-projection';
import { yearLabel } from '../units/financial-year';
import { sumOf } from '../units/sum';
import { PUBLISHED_YEAR, publishedView } from './build-views';
import { inScope } from './gap-view';
import type { GapView, SectorGap } from './table';

export interface NationalScenario {
  readonly id: string;
  readonly name: string;
  /** Id of the scenario whose child this is; null for a plan as it stands. */
  readonly childOf: string | null;
  /** In the last year, £m, before sustainability and transformation funding. */
  readonly residual: SectorGap;
  /** Residual less do nothing. */
  readonly schemesNet: SectorGap;
}

/** A published do-nothing gap beside ours, £m, shortfalls negative. */
export interface PublishedBeside {
  readonly value: number;
  readonly scope: GapView;
  /** False where the scope was not stated and is read as the NHS's own. */
  readonly scopeStated: boolean;
  readonly mark: string;
  readonly year: string;
  /** Ours in the same scope and year. */
  readonly ours: number;
}

export interface NationalRow {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly region: string;
  readonly lastYear: string;
  readonly doNothing: SectorGap;
  readonly scenarios: readonly NationalScenario[];
  readonly published: PublishedBeside | null;
  /** How many steps of its own bridge were published; comparators, never results. */
  readonly publishedSteps: number;
}

/** Sums of the rows; published gaps and ours over the footprints that published one. */
export interface EnglandRow {
  readonly footprints: number;
  readonly doNothing: SectorGap;
  readonly scenarios: readonly NationalScenario[];
  readonly published: {
    readonly footprints: number;
    readonly value: number;
    readonly ours: number;
  };
  readonly publishedSteps: number;
}

const WANTED = ['sector_position', 'system_position'];

/**
 * One footprint: do nothing and every scenario with schemes that all footprints start with, each with its
 * child beside it where one is named.
 */
export function nationalRow(
  library: Library,
  opened: FootbridgeDocument,
  child?: string,
): Result<NationalRow> {
  const chosen = scenariosOf(library, opened, child);
  if (!chosen.ok) return chosen;
  const { document, scenarios } = chosen.value;
  const base = findScenario(document, DO_NOTHING);
  const model = openModel(library, document);
  if (!base.ok) return base;
  if (!model.ok) return model;
  if (model.value.problems.length > 0) return failure(...model.value.problems);
  const layers = [base.value, ...scenarios.map((each) => each.scenario)].map((each) =>
    scenarioLayers(document, each),
  );
  const projection = runDraws(model.value, layers, WANTED);
  if (projection.problems.length > 0) return failure(...projection.problems);
  const reader = readProjection(projection);
  const { footprint, horizon } = document;
  const last = reader.years - 1;
  const doNothing = positionAt(reader, last, 0);
  const gap = footprint.publishedGap;
  const year = Math.min(PUBLISHED_YEAR, horizon.last);
  const scope = publishedView(footprint);
  return success({
    id: footprint.id,
    number: footprint.number,
    name: footprint.name,
    region: footprint.region,
    lastYear: yearLabel(horizon.last),
    doNothing,
    scenarios: scenarios.map(({ scenario: { id, name }, childOf }, i) => {
      const residual = positionAt(reader, last, i + 1);
      const schemesNet = minus(residual, doNothing);
      return { id, name, childOf, residual, schemesNet };
    }),
    published: gap
      ? {
          value: -gap.total.value,
          scope,
          scopeStated: gap.scope !== 'unknown',
          mark: gap.total.mark,
          year: yearLabel(year),
          ours: inScope(positionAt(reader, year - horizon.first, 0), scope),
        }
      : null,
    publishedSteps: library.publishedSteps.filter((step) => step.footprint === footprint.id).length,
  });
}

/** Adds up rows that hold the same scenarios. */
export function englandRow(rows: readonly NationalRow[]): EnglandRow {
  const compared = rows.flatMap(({ published }) => published ?? []);
  return {
    footprints: rows.length,
    doNothing: addUp(rows.map((row) => row.doNothing)),
    scenarios: (rows[0]?.scenarios ?? []).map(({ id, name, childOf }, i) => {
      const each = rows.flatMap((row) => row.scenarios[i] ?? []);
      return {
        id,
        name,
        childOf,
        residual: addUp(each.map(({ residual }) => residual)),
        schemesNet: addUp(each.map(({ schemesNet }) => schemesNet)),
      };
    }),
    published: {
      footprints: compared.length,
      value: sumOf(compared, ({ value }) => value),
      ours: sumOf(compared, ({ ours }) => ours),
    },
    publishedSteps: sumOf(rows, (row) => row.publishedSteps),
  };
}

interface ChosenScenario {
  readonly scenario: Scenario;
  readonly childOf: string | null;
}

interface Chosen {
  readonly document: FootbridgeDocument;
  readonly scenarios: readonly ChosenScenario[];
}

/** Those every footprint starts with, so that columns are the same from row to row; children after them. */
function scenariosOf(
  library: Library,
  opened: FootbridgeDocument,
  child: string | undefined,
): Result<Chosen> {
  const common = library.startingScenarios.map(({ id }) => id);
  const planned = opened.scenarios.filter(
    (each) => common.includes(each.id) && schemesOn(opened, each).length > 0,
  );
  const scenarios: ChosenScenario[] = planned.map((scenario) => ({ scenario, childOf: null }));
  let document = opened;
  for (const { id } of child === undefined ? [] : planned) {
    const added = addChild(library, document, id, child ?? '');
    if (!added.ok) return added;
    document = added.value.document;
    const scenario = findScenario(document, added.value.scenario);
    if (!scenario.ok) return scenario;
    scenarios.push({ scenario: scenario.value, childOf: id });
  }
  return success({ document, scenarios });
}
