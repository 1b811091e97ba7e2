/** Bridges: from one position to another, step by step, adding up in any order and through zero. */
import type { GivenCell } from '../domain/cell';
import type { Scenario } from '../domain/scenario';
import { coalitions, splitFairly } from './attribution';
import {
  lineage,
  type Model,
  runDraws,
  runScenarios,
  scenarioLayers,
  schemesOn,
  withoutSchemes,
} from './open-model';
import { addUp, minus, type Position, positionAt } from './position';
import { type Reader, readProjection } from './read-projection';
import { schemesInOrder } from './reading-order';

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

/**
 * From one scenario to another in the last year: a step for each scheme whose effect differs, one for what
 * follows no scheme. A scheme's effect is the model's own line, in which overlaps are shared by what each
 * scheme leaves, so that the steps are the same in whatever order schemes are named.
 */
export function bridgeScenarios(model: Model, from: Scenario, to: Scenario): Split {
  const reader = readProjection(runScenarios(model, [from, to]));
  return bridgeDraws(model, reader, { scenario: from, draw: 0 }, { scenario: to, draw: 1 });
}

/** A scenario and where it stands in a run. */
export interface RunScenario {
  readonly scenario: Scenario;
  readonly draw: number;
}

/** The same bridge for scenarios that have been run already. */
export function bridgeDraws(
  model: Model,
  reader: Reader,
  from: RunScenario,
  to: RunScenario,
): Split {
  const last = reader.years - 1;
  const start = positionAt(reader, last, from.draw);
  const end = positionAt(reader, last, to.draw);
  const schemes = schemeParts(model, reader, from, to);
  const told = addUp(schemes.map((part) => part.effect));
  const rest = minus(minus(end, start), told);
  return { start, end, parts: [...schemes, ...remainder(model, rest, from, to)] };
}

function schemeParts(model: Model, reader: Reader, from: RunScenario, to: RunScenario): Part[] {
  const last = reader.years - 1;
  const [before, after] = [from, to].map(
    ({ scenario }) => new Set(schemesOn(model.document, scenario)),
  ) as [Set<string>, Set<string>];
  return schemesInOrder(model)
    .filter(({ id }) => before.has(id) || after.has(id))
    .map(({ id, name }) => ({
      id,
      label: after.has(id) ? name : `Without ${name}`,
      effect: minus(schemeEffect(reader, id, last, to), schemeEffect(reader, id, last, from)),
      isNew: before.has(id) !== after.has(id),
    }))
    .filter(({ isNew, effect }) => isNew || size(effect) > ROUNDING)
    .map(({ isNew: _, ...part }) => part);
}

function schemeEffect(reader: Reader, scheme: string, year: number, { draw }: RunScenario) {
  const of = (sector: string) =>
    reader.value('scheme_sector_effect', { scheme, sector }, year, draw);
  const [nhs, socialCare] = [of('nhs'), of('social_care')];
  return { nhs, socialCare, total: nhs + socialCare };
}

/** What the schemes leave: assumptions that one scenario changes, or lines of the document's own. */
function remainder(model: Model, rest: Position, from: RunScenario, to: RunScenario): Part[] {
  const differs = hasOwnCells(model, from.scenario, to.scenario);
  if (size(rest) <= ROUNDING) return [];
  const label = differs
    ? 'Assumptions changed in the scenario'
    : 'What follows from lines of your own';
  return [{ id: 'assumptions', label, effect: rest }];
}

/** True when either scenario has changed values that the other does not share. */
function hasOwnCells(model: Model, from: Scenario, to: Scenario): boolean {
  const [a, b] = [lineage(model.document, from), lineage(model.document, to)];
  const own = (chain: readonly Scenario[], other: readonly Scenario[]) =>
    chain
      .filter((step) => !other.some(({ id }) => id === step.id))
      .some((step) => step.cells.length > 0);
  return own(a, b) || own(b, a);
}

const size = (position: Position): number => Math.max(...Object.values(position).map(Math.abs));

/** Smaller differences are rounding, £m. */
const ROUNDING = 1e-6;

function splitRun(
  model: Model,
  layers: readonly (readonly (readonly GivenCell[])[])[],
  levers: readonly { readonly id: string; readonly label: string }[],
): Split & { readonly firstYear: Position } {
  const reader = readProjection(
    runDraws(
      model,
      layers.map((each) => [...each]),
      ['sector_position', 'system_position'],
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
  // Do nothing runs no scheme, so the causes need none in the model.
  const { firstYear, ...split } = splitRun(withoutSchemes(model), layers, levers);
  return startingAt(firstYear, split);
}

/**
 * Lets a split begin at the first year's own position. What moves the books though no cause does, such as a
 * share given for one year, is a step of its own.
 */
function startingAt(firstYear: Position, split: Split): Split {
  const effect = minus(split.start, firstYear);
  const moved = size(effect) > ROUNDING;
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
