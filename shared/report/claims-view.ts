/** The claims ledger for reading: pots by name, claims, overlaps by pair, and what would be counted twice. */
import type { Scenario } from '../domain/scenario';
import type { Pot, PotKind } from '../finance/claims';
import type { Finding, FindingCode } from '../finance/double-counts';
import { readLedger } from '../finance/ledger';
import type { Model } from '../finance/open-model';
import type { Reader } from '../finance/read-projection';
import { yearLabel } from '../units/financial-year';
import { formatMillions } from '../units/format';
import { elementLabel, POT_KIND, POT_PARTS, potLabel } from './pot-names';

export interface ClaimRow {
  readonly scheme: string;
  /** £m as if alone, and after overlap. */
  readonly claimed: number;
  readonly counted: number;
}

export interface PotRow {
  readonly id: string;
  readonly kind: PotKind;
  readonly label: string;
  /** £m in the year. */
  readonly holds: number;
  readonly claimed: number;
  readonly counted: number;
  readonly claims: readonly ClaimRow[];
  /** The pot trust by trust or commissioner by commissioner, where there are several. */
  readonly parts: readonly {
    readonly label: string;
    readonly holds: number;
    readonly claimed: number;
  }[];
}

export interface FindingRow {
  readonly code: FindingCode;
  readonly title: string;
  readonly sentence: string;
  /** Names of the schemes. */
  readonly schemes: readonly string[];
  readonly amount: number;
  /** True where the model has taken it off; false where it still stands in the figures. */
  readonly removed: boolean;
}

export interface ClaimsView {
  readonly year: string;
  readonly sentence: string;
  readonly pots: readonly PotRow[];
  readonly overlaps: readonly {
    readonly schemes: readonly [string, string];
    readonly pot: string;
    readonly amount: number;
    readonly removed: boolean;
  }[];
  readonly findings: readonly FindingRow[];
}

const TITLE: Readonly<Record<FindingCode, string>> = {
  overdrawn: 'More is claimed than the pot holds',
  overlap: 'Two schemes work on the same pot',
  shared_line: 'Two savings stand on the same spend',
  same_pound: 'The same pound on both sides of a contract',
  unnamed: 'A saving that names no pot',
  grant_and_fund: 'Grants beside the fund',
  twice: 'The same scheme twice',
  assumption_and_scheme: 'An assumption and a scheme both lower it',
};

export function claimsView(
  model: Model,
  reader: Reader,
  scenario: Scenario,
  draw: number,
): ClaimsView {
  const year = reader.years - 1;
  const ledger = readLedger(model, reader, scenario, year, draw);
  const names = namesOf(model);
  const pots = potRows(model, ledger.pots, names);
  const standing = ledger.findings.filter((finding) => !finding.removed);
  return {
    year: yearLabel(model.document.horizon.last),
    sentence: sentenceOf(pots, standing.length),
    pots,
    overlaps: ledger.overlaps.map(({ schemes: [a, b], kind, amount, removed }) => ({
      schemes: [names.scheme(a), names.scheme(b)],
      pot: POT_KIND[kind],
      amount,
      removed,
    })),
    findings: ledger.findings.map((finding) => findingRow(finding, names)),
  };
}

interface Names {
  readonly scheme: (id: string) => string;
  readonly element: (dimension: string, id: string) => string;
  readonly place: (id: string) => string;
}

function namesOf(model: Model): Names {
  const element = (dimension: string, id: string) => elementLabel(model, dimension, id);
  const placed = ['cohort', 'setting', 'direct_service', 'cost_line', 'service'];
  return {
    scheme: (id) => model.document.schemes.find((each) => each.id === id)?.name ?? id,
    element,
    place: (id) =>
      placed.map((dimension) => element(dimension, id)).find((label) => label !== id) ??
      model.program.byId.get(id)?.definition.label ??
      id,
  };
}

function potRows(model: Model, pots: readonly Pot[], names: Names): PotRow[] {
  const groups = new Map<string, Pot[]>();
  for (const pot of pots) {
    const whole = Object.entries(pot.at).filter(([dimension]) => !POT_PARTS.includes(dimension));
    const key = JSON.stringify([pot.kind, ...whole.map(([, id]) => id)]);
    groups.set(key, [...(groups.get(key) ?? []), pot]);
  }
  return [...groups.entries()].map(([id, group]) => {
    const [first] = group as [Pot, ...Pot[]];
    return {
      id,
      kind: first.kind,
      label: potLabel(model, first),
      holds: total(group, (pot) => pot.holds),
      claimed: total(group, (pot) => pot.claimed),
      counted: total(group, (pot) => pot.counted),
      claims: claimRows(group, names),
      parts: group.flatMap((pot) =>
        Object.entries(pot.at)
          .filter(([dimension]) => POT_PARTS.includes(dimension))
          .map(([dimension, element]) => ({
            label: names.element(dimension, element),
            holds: pot.holds,
            claimed: pot.claimed,
          })),
      ),
    };
  });
}

function claimRows(pots: readonly Pot[], names: Names): ClaimRow[] {
  const rows = new Map<string, ClaimRow>();
  for (const claim of pots.flatMap((pot) => pot.claims)) {
    const row = rows.get(claim.scheme);
    rows.set(claim.scheme, {
      scheme: names.scheme(claim.scheme),
      claimed: (row?.claimed ?? 0) + claim.claimed,
      counted: (row?.counted ?? 0) + claim.counted,
    });
  }
  return [...rows.values()];
}

const total = (pots: readonly Pot[], of: (pot: Pot) => number): number =>
  pots.reduce((sum, pot) => sum + of(pot), 0);

function findingRow(finding: Finding, names: Names): FindingRow {
  const schemes = finding.schemes.map(names.scheme);
  return {
    code: finding.code,
    title: TITLE[finding.code],
    sentence: wording(finding, schemes, names),
    schemes,
    amount: finding.amount,
    removed: finding.removed,
  };
}

const money = (value: number): string => formatMillions(value);

function wording(finding: Finding, schemes: readonly string[], names: Names): string {
  const who = listOf(schemes);
  const place = finding.place.map(names.place).join(', ');
  const pot = [finding.kind ? POT_KIND[finding.kind].toLowerCase() : '', place].filter(Boolean);
  switch (finding.code) {
    case 'overdrawn':
      return `${who} claim ${money(finding.amount)} more of ${pot.join(': ')} than it holds.`;
    case 'overlap':
      return `${who} both draw on ${pot.join(': ')}; ${money(finding.amount)} would be saved twice, and has been taken off.`;
    case 'shared_line':
      return `${who} both save on ${pot.join(': ')}; about ${money(finding.amount)} stands in both.`;
    case 'same_pound':
      return `${schemes[0] ?? ''} books ${money(finding.amount)} on ${place}, which is income the other side of the contract loses${schemes.length > 1 ? `; ${listOf(schemes.slice(1))} book${schemes.length === 2 ? 's' : ''} cost out of the same care` : ''}.`;
    case 'unnamed':
      return `${who} saves ${money(finding.amount)} and does not say of what. Name the service or the part of trusts' cost.`;
    case 'grant_and_fund':
      return `Grants for ${who} and the earned fund together are ${money(finding.amount)} above what is available from all sources.`;
    case 'twice':
      return `${who} are the same in every parameter; ${money(finding.amount)} of what they claim may be the same plan entered twice.`;
    case 'assumption_and_scheme':
      return `The scenario lowers '${place}', and ${who} lower${schemes.length === 1 ? 's' : ''} the same thing.`;
  }
}

function listOf(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? '';
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function sentenceOf(pots: readonly PotRow[], standing: number): string {
  if (pots.length === 0) return 'No scheme that is on claims a saving in the last year.';
  const compounded = pots.filter((pot) => ['activity', 'spend', 'trust_cost'].includes(pot.kind));
  const claimed = compounded.reduce((sum, pot) => sum + pot.claimed, 0);
  const counted = compounded.reduce((sum, pot) => sum + pot.counted, 0);
  const found =
    standing === 0
      ? 'Nothing is counted twice.'
      : `${standing} double ${standing === 1 ? 'count stands' : 'counts stand'} in the figures.`;
  return `Taken one by one the schemes claim ${money(claimed)} of ${compounded.length} pots; together ${money(counted)} is there to take. ${found}`;
}
