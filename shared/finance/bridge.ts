/** Bridges: from one position to another, step by step, adding up in any order and through zero. */
import type { GivenCell } from '../domain/cell';
import type { Scenario } from '../domain/scenario';
import { coalitions, MOST_PARTS, splitFairly } from './attribution';
import { lineage, type Model, runDraws, scenarioLayers, schemesOn } from './open-model';
import { type Reader, readProjection } from './read-projection';

/** Position by sector, £m, a shortfall negative. */
export interface Position {
  readonly nhs: number;
  readonly socialCare: number;
  readonly total: number;
}

export interface Part {
  readonly id: string;
  readonly label: string;
  readonly effect: Position;
}

export interface Split {
  readonly start: Position;
  readonly end: Position;
  /** Fair shares; they sum to end less start. */
  readonly parts: readonly Part[];
}

/** Position by sector in a year index of one draw. */
export function positionAt(reader: Reader, year: number, draw: number): Position {
  return {
    nhs: reader.value('sector_position', { sector: 'nhs' }, year, draw),
    socialCare: reader.value('sector_position', { sector: 'social_care' }, year, draw),
    total: reader.value('system_position', {}, year, draw),
  };
}

interface Lever {
  readonly id: string;
  readonly label: string;
  readonly cells: readonly GivenCell[];
}

/** From one scenario to another in the last year: a step for each scheme, one for changed assumptions. */
export function bridgeScenarios(model: Model, from: Scenario, to: Scenario): Split {
  const { document } = model;
  const before = new Set(schemesOn(document, from));
  const after = new Set(schemesOn(document, to));
  const levers: Lever[] = document.schemes
    .filter((scheme) => before.has(scheme.id) !== after.has(scheme.id))
    .map((scheme) => ({
      id: scheme.id,
      label: after.has(scheme.id) ? scheme.name : `Without ${scheme.name}`,
      cells: [switchTo(scheme.id, after.has(scheme.id) ? 1 : 0)],
    }));
  const common = commonAncestors(model, from, to);
  const changed = lineage(document, to)
    .filter((step) => !common.has(step.id))
    .flatMap((step) => step.cells);
  const left = lineage(document, from)
    .filter((step) => !common.has(step.id))
    .flatMap((step) => step.cells);
  if (changed.length > 0 || left.length > 0) {
    const label = 'Assumptions changed in the scenario';
    return withAssumptions(model, from, to, levers, { id: 'assumptions', label, cells: [] });
  }
  return split(model, scenarioLayers(document, from), levers);
}

function commonAncestors(model: Model, a: Scenario, b: Scenario): Set<string> {
  const ofA = new Set(lineage(model.document, a).map((step) => step.id));
  return new Set(
    lineage(model.document, b)
      .map((step) => step.id)
      .filter((id) => ofA.has(id)),
  );
}

const switchTo = (scheme: string, value: number): GivenCell => ({
  line: 'scheme_on',
  at: { scheme },
  value,
  mark: 'assumption',
  source: 'switched by the bridge',
});

/** With differing assumptions the two ends lay different cells, so each coalition chooses its layers. */
function withAssumptions(
  model: Model,
  from: Scenario,
  to: Scenario,
  schemes: readonly Lever[],
  assumptions: Lever,
): Split {
  const levers = [...schemes, assumptions];
  const last = levers.length - 1;
  const switches = (mask: number): GivenCell[] => {
    const on = new Set(schemesOn(model.document, from));
    for (const [i, lever] of schemes.entries()) {
      if (!(mask & (1 << i))) continue;
      if (on.has(lever.id)) on.delete(lever.id);
      else on.add(lever.id);
    }
    return [...on].map((id) => switchTo(id, 1));
  };
  const cells = (scenario: Scenario) => lineage(model.document, scenario).map((step) => step.cells);
  const layers = coalitions(levers.length).map((mask) => [
    switches(mask),
    ...cells(mask & (1 << last) ? to : from),
  ]);
  return splitRun(model, layers, levers);
}

/** Splits by switching levers over one base. */
function split(
  model: Model,
  base: readonly (readonly GivenCell[])[],
  levers: readonly Lever[],
): Split {
  const layers = coalitions(levers.length).map((mask) => [
    ...base,
    levers.filter((_, i) => mask & (1 << i)).flatMap((lever) => lever.cells),
  ]);
  return splitRun(model, layers, levers);
}

function splitRun(
  model: Model,
  layers: readonly (readonly (readonly GivenCell[])[])[],
  levers: readonly Lever[],
): Split {
  if (levers.length > MOST_PARTS)
    throw new Error(`A bridge of ${levers.length} steps was asked for`);
  const reader = readProjection(
    runDraws(
      model,
      layers.map((each) => [...each]),
    ),
  );
  const last = reader.years - 1;
  const positions = layers.map((_, draw) => positionAt(reader, last, draw));
  const shares = (of: (position: Position) => number) =>
    splitFairly(positions.map(of), levers.length);
  const nhs = shares((each) => each.nhs);
  const socialCare = shares((each) => each.socialCare);
  return {
    start: positions[0] as Position,
    end: positions.at(-1) as Position,
    parts: levers.map(({ id, label }, i) => {
      const [health, care] = [nhs[i] as number, socialCare[i] as number];
      return { id, label, effect: { nhs: health, socialCare: care, total: health + care } };
    }),
  };
}

/**
 * From the first year's position to the do-nothing gap of the last: a step for each cause, found by running
 * the last year with the causes' assumptions at neutral in every combination.
 */
export function bridgeCauses(model: Model, doNothing: Scenario): Split {
  const { library } = model;
  const levers = library.causes.map((cause) => ({ id: cause.id, label: cause.label, cells: [] }));
  const layers = coalitions(levers.length).map((mask) => {
    const absent = library.causes.filter((_, i) => !(mask & (1 << i)));
    return [
      ...scenarioLayers(model.document, doNothing),
      absent.flatMap((cause) => cause.neutral.map(neutralCell)),
    ];
  });
  return splitRun(model, layers, levers);
}

/** Growth in the first year is never used, so a neutral value can stand in every year. */
const neutralCell = ({ line, value }: { line: string; value: number }): GivenCell => ({
  line,
  at: {},
  value,
  mark: 'assumption',
  source: 'the cause is switched off',
});
