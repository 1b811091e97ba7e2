/** Bridges: from one position to another, step by step, adding up in any order and through zero. */
import type { GivenCell } from '../domain/cell';
import type { Scenario } from '../domain/scenario';
import { coalitions, MOST_PARTS, splitFairly } from './attribution';
import { lineage, type Model, runDraws, scenarioLayers, schemesOn, switchCell } from './open-model';
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

/** One step of a bridge: what it switches. */
interface Lever {
  readonly id: string;
  readonly label: string;
  /** Schemes that go from on to off or from off to on. */
  readonly toggles: readonly string[];
  /** True for the step that changes from the one scenario's assumptions to the other's. */
  readonly assumptions?: true;
}

/** From one scenario to another in the last year: a step for each scheme, one for changed assumptions. */
export function bridgeScenarios(model: Model, from: Scenario, to: Scenario): Split {
  const { document } = model;
  const levers = together([...schemeLevers(model, from, to), ...assumptionLever(model, from, to)]);
  const started = schemesOn(document, from);
  const cells = (scenario: Scenario) => lineage(document, scenario).map((step) => step.cells);
  const layers = coalitions(levers.length).map((mask) => {
    const taken = levers.filter((_, i) => mask & (1 << i));
    const toggled = new Set(taken.flatMap((lever) => lever.toggles));
    const on = document.schemes
      .map(({ id }) => id)
      .filter((id) => started.includes(id) !== toggled.has(id));
    const scenario = taken.some((lever) => lever.assumptions) ? to : from;
    return [on.map(switchCell), ...cells(scenario)];
  });
  return splitRun(model, layers, levers);
}

function schemeLevers(model: Model, from: Scenario, to: Scenario): Lever[] {
  const { document } = model;
  const before = new Set(schemesOn(document, from));
  const after = new Set(schemesOn(document, to));
  return document.schemes
    .filter((scheme) => before.has(scheme.id) !== after.has(scheme.id))
    .map(({ id, name }) => ({
      id,
      label: after.has(id) ? name : `Without ${name}`,
      toggles: [id],
    }));
}

/** A step for assumptions, when either scenario has some that the other does not share. */
function assumptionLever(model: Model, from: Scenario, to: Scenario): Lever[] {
  const [a, b] = [lineage(model.document, from), lineage(model.document, to)];
  const own = (chain: readonly Scenario[], other: readonly Scenario[]) =>
    chain
      .filter((step) => !other.some(({ id }) => id === step.id))
      .some((step) => step.cells.length > 0);
  if (!own(a, b) && !own(b, a)) return [];
  const label = 'Assumptions changed in the scenario';
  return [{ id: 'assumptions', label, toggles: [], assumptions: true }];
}

/** Beyond the number of parts that can be split, the last schemes go as one step. */
function together(levers: readonly Lever[]): readonly Lever[] {
  if (levers.length <= MOST_PARTS) return levers;
  const assumptions = levers.filter((lever) => lever.assumptions);
  const schemes = levers.filter((lever) => !lever.assumptions);
  const kept = MOST_PARTS - assumptions.length - 1;
  const rest = schemes.slice(kept);
  const label = `${rest.length} more schemes together`;
  const one = { id: 'rest', label, toggles: rest.flatMap((lever) => lever.toggles) };
  return [...schemes.slice(0, kept), one, ...assumptions];
}

function splitRun(
  model: Model,
  layers: readonly (readonly (readonly GivenCell[])[])[],
  levers: readonly Pick<Lever, 'id' | 'label'>[],
): Split & { readonly firstYear: Position } {
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
    firstYear: positionAt(reader, 0, layers.length - 1),
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
  const levers = library.causes.map(({ id, label }) => ({ id, label }));
  const layers = coalitions(levers.length).map((mask) => {
    const absent = library.causes.filter((_, i) => !(mask & (1 << i)));
    return [
      ...scenarioLayers(model.document, doNothing),
      absent.flatMap((cause) => cause.neutral.map(neutralCell)),
    ];
  });
  const { firstYear, ...split } = splitRun(model, layers, levers);
  return startingAt(firstYear, split);
}

/** Smaller differences are rounding, £m. */
const ROUNDING = 1e-6;

/**
 * Lets a split begin at the first year's own position. What moves the books though no cause does, such as a
 * share given for one year, is a step of its own.
 */
function startingAt(firstYear: Position, split: Split): Split {
  const effect: Position = {
    nhs: split.start.nhs - firstYear.nhs,
    socialCare: split.start.socialCare - firstYear.socialCare,
    total: split.start.total - firstYear.total,
  };
  const moved = Math.max(...Object.values(effect).map(Math.abs)) > ROUNDING;
  const other = { id: 'other', label: 'Other changes over the years', effect };
  return { ...split, start: firstYear, parts: moved ? [...split.parts, other] : split.parts };
}

/** Growth in the first year is never used, so a neutral value can stand in every year. */
const neutralCell = ({ line, value }: { line: string; value: number }): GivenCell => ({
  line,
  at: {},
  value,
  mark: 'assumption',
  source: 'the cause is switched off',
});
