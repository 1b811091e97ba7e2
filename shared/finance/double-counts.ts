/** Where the same pound would be saved twice: what the ledger finds in pots, pairs, sides and assumptions. */
import { DO_NOTHING, type Scenario } from '../domain/scenario';
import type { Pot, PotKind } from './claims';
import { lineage, type Model, schemesOn } from './open-model';
import type { Overlap } from './overlaps';
import { eachCell } from './pot-cells';
import type { Reader } from './read-projection';

export type FindingCode =
  /** Schemes claim more of a pot than it holds. */
  | 'overdrawn'
  /** Two schemes work on the same pot; the model has taken the overlap off. */
  | 'overlap'
  /** Two declared savings stand on the same part of trusts' cost or the same service. */
  | 'shared_line'
  /** A commissioner books what is only a loss of income inside the footprint. */
  | 'same_pound'
  /** A declared saving draws on no named pot. */
  | 'unnamed'
  /** Grants for schemes and the earned fund together exceed what is available from all sources. */
  | 'grant_and_fund'
  /** Two schemes of one type say the same in every parameter. */
  | 'twice'
  /** The scenario lowers an assumption that a scheme also lowers. */
  | 'assumption_and_scheme';

export interface Finding {
  readonly code: FindingCode;
  /** Ids, in the order of the document. */
  readonly schemes: readonly string[];
  readonly kind?: PotKind;
  /** Element ids that name the place: cohort and setting, a service, a part of cost. */
  readonly place: readonly string[];
  /** £m in the year; 0 where it cannot be said. */
  readonly amount: number;
  /** True where the model has taken it off already. */
  readonly removed: boolean;
}

/** Smaller double counts are not told, £m: below it a finding is noise beside the figures of a footprint. */
export const WORTH_TELLING = 0.05;

interface Look {
  readonly model: Model;
  readonly reader: Reader;
  readonly scenario: Scenario;
  readonly year: number;
  readonly draw: number;
  readonly pots: readonly Pot[];
  readonly overlaps: readonly Overlap[];
}

/** Every finding of a scenario in a year index of a run; what still stands in the figures first. */
export function findDoubleCounts(look: Look): Finding[] {
  const found = [
    ...overdrawn(look),
    ...sharedPots(look),
    ...samePound(look),
    ...unnamed(look),
    ...grantAndFund(look),
    ...twice(look),
    ...assumptionAndScheme(look),
  ];
  return found.sort((a, b) => Number(a.removed) - Number(b.removed) || b.amount - a.amount);
}

/** Trusts and commissioners draw alike, so a pot is told once for the footprint. */
const TOLD_BY = ['cohort', 'setting', 'direct_service', 'cost_line', 'service'];

function overdrawn({ pots }: Look): Finding[] {
  const groups = new Map<string, { pots: Pot[]; place: string[] }>();
  for (const pot of pots.filter((each) => each.kind !== 'trust_cost')) {
    const place = TOLD_BY.flatMap((dimension) => pot.at[dimension] ?? []);
    const key = JSON.stringify([pot.kind, ...place]);
    const group = groups.get(key) ?? { pots: [], place };
    group.pots.push(pot);
    groups.set(key, group);
  }
  return [...groups.values()].flatMap(({ pots: group, place }) => {
    const over = group.reduce((sum, pot) => sum + pot.claimed - pot.holds, 0);
    if (!(over >= WORTH_TELLING)) return [];
    const schemes = [...new Set(group.flatMap((pot) => pot.claims.map((claim) => claim.scheme)))];
    const kind = group[0]?.kind;
    return [
      {
        code: 'overdrawn',
        schemes,
        place,
        amount: over,
        removed: false,
        ...(kind ? { kind } : {}),
      },
    ] as const;
  });
}

function sharedPots({ overlaps }: Look): Finding[] {
  return overlaps
    .filter((overlap) => overlap.amount >= WORTH_TELLING)
    .map(({ schemes, kind, amount, removed }) => ({
      code: removed ? 'overlap' : 'shared_line',
      schemes,
      kind,
      place: [],
      amount,
      removed,
    }));
}

/**
 * A commissioner's saving on a contract with the footprint's own trusts, or on the Better Care Fund, is the
 * other side's loss of income. Schemes that take cost out of trusts there book the other half of the pound.
 */
function samePound({ model, reader, year, draw }: Look): Finding[] {
  const { program } = model;
  const settings = program.dimensions.elements('setting');
  return eachCell(reader, 'service_claim', year, draw).flatMap(({ at, value }) => {
    const { scheme = '', service = '' } = at;
    const isSetting = settings.includes(service);
    if (!isSetting && service !== 'better_care_fund') return [];
    const inside = isSetting ? insidePart(reader, service, year, draw) : 1;
    const amount = value * inside;
    if (!(amount >= WORTH_TELLING)) return [];
    const partners = isSetting ? trustSide(reader, service, year, draw) : [];
    const schemes = inOrder(model, [scheme, ...partners]);
    return [
      { code: 'same_pound', schemes, kind: 'service', place: [service], amount, removed: false },
    ] as const;
  });
}

/** The part of a setting's spend that goes to the footprint's own trusts. */
function insidePart(reader: Reader, setting: string, year: number, draw: number): number {
  const own = eachCell(reader, 'contract', year, draw)
    .filter(({ at }) => at.setting === setting)
    .reduce((sum, { value }) => sum + value, 0);
  const all = reader.value('service_pot', { service: setting }, year, draw);
  return all > 0 ? Math.min(1, own / all) : 0;
}

/** Schemes that take cost out of trusts in the setting, or declare to. */
function trustSide(reader: Reader, setting: string, year: number, draw: number): string[] {
  const released = eachCell(reader, 'activity_cost_released', year, draw)
    .filter(({ at, value }) => at.setting === setting && value > 0)
    .map(({ at }) => at.scheme ?? '');
  const declared = eachCell(reader, 'direct_cost_released', year, draw)
    .filter(({ value }) => value > 0)
    .map(({ at }) => at.scheme ?? '');
  return [...released, ...declared];
}

function unnamed({ reader, year, draw }: Look): Finding[] {
  return eachCell(reader, 'unnamed_claim', year, draw)
    .filter(({ value }) => value >= WORTH_TELLING)
    .map(({ at, value }) => ({
      code: 'unnamed',
      schemes: [at.scheme ?? ''],
      place: [],
      amount: value,
      removed: false,
    }));
}

function grantAndFund({ model, reader, pots, year, draw }: Look): Finding[] {
  const pot = pots.find((each) => each.kind === 'outside_money');
  if (!pot || pot.claimed <= 0) return [];
  const over = pot.claimed + reader.value('stf_earned', {}, year, draw) - pot.holds;
  // Grants alone above the pot are told as overdrawn.
  if (!(over >= WORTH_TELLING) || pot.claimed > pot.holds + WORTH_TELLING) return [];
  const schemes = inOrder(
    model,
    pot.claims.map((claim) => claim.scheme),
  );
  return [
    { code: 'grant_and_fund', schemes, kind: pot.kind, place: [], amount: over, removed: false },
  ];
}

/** Schemes of one type that are on and agree in every parameter, size included. */
function twice({ model, reader, scenario, draw, year }: Look): Finding[] {
  const on = new Set(schemesOn(model.document, scenario));
  const seen = new Map<string, string[]>();
  for (const scheme of model.document.schemes.filter(({ id }) => on.has(id))) {
    const type = model.library.schemeTypes.find((each) => each.id === scheme.type);
    const values = (type?.parameters ?? []).map((line) =>
      eachCell(reader, line, year, draw)
        .filter(({ at }) => at[scheme.type] === scheme.id)
        .map(({ at, value }) => [Object.entries(at).filter(([id]) => id !== scheme.type), value]),
    );
    const start = reader.value('scheme_start', { scheme: scheme.id }, year, draw);
    const key = JSON.stringify([scheme.type, start, values]);
    seen.set(key, [...(seen.get(key) ?? []), scheme.id]);
  }
  return [...seen.values()]
    .filter((schemes) => schemes.length > 1)
    .map((schemes) => {
      const effects = schemes.map((scheme) =>
        Math.abs(reader.value('claimed_value', { scheme }, year, draw)),
      );
      const amount = effects.reduce((sum, each) => sum + each, 0) - Math.max(...effects);
      return { code: 'twice', schemes, place: [], amount, removed: false } as const;
    });
}

/** Assumptions that a plan can lower instead of, or beside, a scheme: the lines whose claims they double. */
const LOWERED: Readonly<Record<string, readonly string[]>> = {
  volume_growth: ['activity_claim'],
  demographic_growth: ['activity_claim'],
  non_demographic_growth: ['activity_claim'],
  direct_volume_growth: ['spend_claim'],
  direct_price_growth: ['spend_claim'],
  component_inflation: ['efficiency_claim'],
  provider_inflation: ['efficiency_claim'],
};

function assumptionAndScheme({ model, reader, scenario, year, draw }: Look): Finding[] {
  const chain = lineage(model.document, scenario).filter(({ id }) => id !== DO_NOTHING);
  const lines = new Set(chain.flatMap((step) => step.cells.map((cell) => cell.line)));
  return [...lines].flatMap((line) => {
    const claims = LOWERED[line] ?? [];
    const cells = chain.flatMap((step) => step.cells.filter((cell) => cell.line === line));
    if (!cells.some((cell) => isLower(model, cell))) return [];
    const places = new Set(cells.flatMap((cell) => Object.values(cell.at)));
    const schemes = claims
      .flatMap((claim) => eachCell(reader, claim, year, draw))
      .filter(({ at, value }) => value >= WORTH_TELLING / 100 && touches(at, places))
      .map(({ at }) => at.scheme ?? '');
    if (schemes.length === 0) return [];
    return [
      {
        code: 'assumption_and_scheme',
        schemes: inOrder(model, schemes),
        place: [line],
        amount: 0,
        removed: false,
      },
    ] as const;
  });
}

/** A claim is touched when the changed assumption names no place, or one of the claim's own. */
function touches(at: Readonly<Record<string, string>>, places: ReadonlySet<string>): boolean {
  return (
    places.size === 0 || Object.values(at).some((id) => places.has(id)) || !sharesPlace(places)
  );
}

/** Parts of price growth name a component of cost, which no claim does: they touch every claim. */
const COMPONENTS = new Set(['pay', 'drugs', 'capital', 'other', 'cnst']);
const sharesPlace = (places: ReadonlySet<string>): boolean =>
  ![...places].every((id) => COMPONENTS.has(id));

/** Below what stands for the same cell without the scenario. */
function isLower(model: Model, cell: Scenario['cells'][number]): boolean {
  const { library, document } = model;
  const layers = [library.cells, document.footprint.cells, document.cells];
  const fits = layers
    .flat()
    .filter(
      (each) =>
        each.line === cell.line &&
        Object.entries(each.at).every(([id, element]) => (cell.at[id] ?? element) === element),
    );
  const sameYear = fits.filter((each) => cell.year === undefined || each.year === cell.year);
  const before = (sameYear.length > 0 ? sameYear : fits).map((each) => each.value);
  return before.length > 0 && cell.value < Math.max(...before) - 1e-12;
}

const inOrder = (model: Model, schemes: readonly string[]): string[] => {
  const wanted = new Set(schemes);
  return model.document.schemes.map(({ id }) => id).filter((id) => wanted.has(id));
};
