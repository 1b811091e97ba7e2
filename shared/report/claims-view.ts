/** The claims ledger for reading: pots by name, claims, overlaps by pair, and what would be counted twice. */
import type { Scenario } from '../domain/scenario';
import type { Pot, PotKind } from '../finance/claims';
import { type Finding, type FindingCode, WORTH_TELLING } from '../finance/double-counts';
import { readLedger } from '../finance/ledger';
import type { Model } from '../finance/open-model';
import type { Reader } from '../finance/read-projection';
import { yearLabel } from '../units/financial-year';
import { formatMillions } from '../units/format';
import { sumOf } from '../units/sum';
import { findingSentence } from './finding-sentence';
import { elementLabel, POT_KIND, POT_PARTS, placeName, potLabel } from './pot-names';

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
  over_whole: 'A pound that goes two ways',
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
    sentence: sentenceOf(ledger.pots, standing.length),
    pots,
    overlaps: ledger.overlaps.map(({ schemes: [a, b], kind, place, amount, removed }) => ({
      schemes: [names.scheme(a), names.scheme(b)],
      pot: [POT_KIND[kind], ...place.map((id) => placeName(model, id))].join(' · '),
      amount,
      removed,
    })),
    findings: ledger.findings.map((finding) => findingRow(model, finding, names)),
  };
}

interface Names {
  readonly scheme: (id: string) => string;
  readonly element: (dimension: string, id: string) => string;
}

function namesOf(model: Model): Names {
  return {
    scheme: (id) => model.document.schemes.find((each) => each.id === id)?.name ?? id,
    element: (dimension, id) => elementLabel(model, dimension, id),
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
      holds: sumOf(group, (pot) => pot.holds),
      claimed: sumOf(group, (pot) => pot.claimed),
      counted: sumOf(group, (pot) => pot.counted),
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

function findingRow(model: Model, finding: Finding, names: Names): FindingRow {
  const schemes = finding.schemes.map(names.scheme);
  return {
    code: finding.code,
    title: TITLE[finding.code],
    sentence: findingSentence(finding, schemes, (id) => placeName(model, id)),
    schemes,
    amount: finding.amount,
    removed: finding.removed,
  };
}

/** Pots whose overlaps are taken off; staffed capacity is part of activity. */
const ADDED_UP: readonly PotKind[] = ['activity', 'spend', 'trust_cost'];

function sentenceOf(pots: readonly Pot[], standing: number): string {
  if (pots.length === 0 && standing === 0)
    return 'No scheme that is on claims a saving in the last year.';
  const overlap = sumOf(
    pots.filter((pot) => ADDED_UP.includes(pot.kind)),
    (pot) => pot.claimed - pot.counted,
  );
  const found =
    standing === 0
      ? 'Nothing is counted twice.'
      : `${standing} double ${standing === 1 ? 'count stands' : 'counts stand'} in the figures.`;
  const taken = `Taken one by one the schemes would save ${formatMillions(overlap)} twice, and that has been taken off.`;
  return overlap >= WORTH_TELLING ? `${taken} ${found}` : found;
}
