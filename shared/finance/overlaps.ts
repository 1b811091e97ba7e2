/** The overlap of each pair of schemes, by name: what both would save of the same pot. */

import { sumOf } from '../units/sum';
import type { Pot, PotKind } from './claims';
import type { SharedCost } from './cost-line-overlaps';

export interface Overlap {
  /** Ids of the two schemes, in the order of the document. */
  readonly schemes: readonly [string, string];
  readonly kind: PotKind;
  /** Element ids of the cohort and setting, the service or the part of cost in which most of it lies. */
  readonly place: readonly string[];
  /** £m in the year. */
  readonly amount: number;
  /** £m that stands twice if the two are one plan; absent where they cannot be, or it has been taken off. */
  readonly atMost?: number;
  /** True where the model has taken it off; false where it stands in the figures. */
  readonly removed: boolean;
}

/** Pots whose claims the model compounds, so that what is counted is already without the overlap. */
const COMPOUNDED: readonly PotKind[] = ['activity', 'beds', 'spend', 'trust_cost'];
/** Dimensions whose elements name a place; the others part a pot between organisations. */
export const PLACES: readonly string[] = [
  'cohort',
  'setting',
  'direct_service',
  'cost_line',
  'service',
];

/** A standing overlap below this part of its pair's is what compounding leaves of three or more schemes. */
const STANDS = 0.25;

/**
 * Overlaps of every pair, largest first. In a compounded pot the pairs add up to what was taken off, shared
 * by the product of their claims. Declared savings overlap by that product over what the service holds.
 * Efficiency is compounded on a trust's cost as a whole: what two schemes share of one part of it, beyond
 * what compounding took off, still stands.
 */
export function nameOverlaps(pots: readonly Pot[], shared: readonly SharedCost[]): Overlap[] {
  const taken = COMPOUNDED.flatMap((kind) =>
    addUp(
      kind,
      pots.filter((pot) => pot.kind === kind).flatMap((pot) => takenOff(pot)),
    ),
  );
  const declared = addUp(
    'service',
    pots.filter((pot) => pot.kind === 'service').flatMap((pot) => declaredTwice(pot)),
  );
  return [...taken, ...declared, ...standing(shared, taken)].sort((x, y) => y.amount - x.amount);
}

interface PairInPot {
  readonly schemes: readonly [string, string];
  readonly place: readonly string[];
  readonly amount: number;
  readonly atMost?: number;
}

/** The pot without the organisations that part it. */
export const placeOf = (pot: Pick<Pot, 'at'>): string[] =>
  PLACES.flatMap((dimension) => pot.at[dimension] ?? []);

function takenOff(pot: Pot): PairInPot[] {
  const pairs = pairsOf(pot).filter(({ a, b }) => {
    // Two releases of cost from activity overlap in the pot of activity, where they have been compounded.
    const cut = a.claimed - a.counted + (b.claimed - b.counted);
    return pot.kind !== 'trust_cost' || cut > 0;
  });
  const products = sumOf(pairs, ({ a, b }) => a.claimed * b.claimed);
  const removed = Math.max(0, pot.claimed - pot.counted);
  return pairs.flatMap(({ a, b }) => {
    const amount = (removed * a.claimed * b.claimed) / products;
    if (!(amount > 0) || !Number.isFinite(amount)) return [];
    return [{ schemes: [a.scheme, b.scheme] as const, place: placeOf(pot), amount }];
  });
}

/** At least one of two savings on a service is declared; two measures of spend have been compounded. */
function declaredTwice(pot: Pot): PairInPot[] {
  return pairsOf(pot).flatMap(({ a, b }) => {
    const amount = (a.claimed * b.claimed) / pot.holds;
    if (a.counted <= 0 && b.counted <= 0) return [];
    if (!(amount > 0) || !Number.isFinite(amount)) return [];
    const atMost = Math.min(a.claimed, b.claimed);
    return [{ schemes: [a.scheme, b.scheme] as const, place: placeOf(pot), amount, atMost }];
  });
}

function standing(shared: readonly SharedCost[], taken: readonly Overlap[]): Overlap[] {
  return shared.flatMap(({ schemes, costLine, beside, atMost }) => {
    const off = taken.find(
      (each) => each.kind === 'trust_cost' && samePair(each.schemes, schemes),
    )?.amount;
    const left = beside - (off ?? 0);
    if (!(left > beside * STANDS)) return [];
    const most = atMost > left ? { atMost } : {};
    return [
      { schemes, kind: 'cost_line', place: [costLine], amount: left, removed: false, ...most },
    ] as const;
  });
}

export const samePair = (x: readonly [string, string], y: readonly [string, string]): boolean =>
  x.every((scheme) => y.includes(scheme));

function pairsOf(pot: Pot) {
  const lists = pot.claims.filter((claim) => claim.claimed > 0);
  return lists.flatMap((a, i) => lists.slice(i + 1).map((b) => ({ a, b })));
}

/** One overlap a pair, with the place that holds at least half of it; no place where none does. */
function addUp(kind: PotKind, pairs: readonly PairInPot[]): Overlap[] {
  const groups = new Map<string, PairInPot[]>();
  for (const pair of pairs) {
    const key = JSON.stringify([...pair.schemes].sort());
    groups.set(key, [...(groups.get(key) ?? []), pair]);
  }
  return [...groups.values()].map((group) => {
    const [{ schemes }] = group as [PairInPot];
    const amount = sumOf(group, (each) => each.amount);
    const atMost = sumOf(group, (each) => each.atMost ?? 0);
    const removed = COMPOUNDED.includes(kind);
    const place = dominant(group, amount);
    return { schemes, kind, place, amount, removed, ...(removed ? {} : { atMost }) };
  });
}

function dominant(group: readonly PairInPot[], amount: number): readonly string[] {
  const places = new Map<string, number>();
  for (const each of group) {
    const key = JSON.stringify(each.place);
    places.set(key, (places.get(key) ?? 0) + each.amount);
  }
  const most = [...places.entries()].find(([, part]) => part * 2 >= amount);
  return most ? (JSON.parse(most[0]) as string[]) : [];
}
