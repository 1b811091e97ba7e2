/** The claims in the order and the words of a reader. */
import type { ClaimsView, FindingRow, PotRow } from '../../../shared/report/claims-view';
import { sumOf } from '../../../shared/units/sum';

/** Double counts that still stand in the figures, the largest first. */
export const standing = ({ findings }: ClaimsView): readonly FindingRow[] =>
  findings.filter(({ removed }) => !removed).sort((a, b) => b.amount - a.amount);

/** Less than this, £m, shows as nothing. */
const VISIBLE = 0.05;

export interface Overlap {
  readonly schemes: readonly [string, string];
  readonly pots: readonly string[];
  readonly amount: number;
}

export interface Overlaps {
  /** One for each pair of schemes whose overlap can be seen, the largest first. */
  readonly pairs: readonly Overlap[];
  /** How many pairs lie below, and their sum. */
  readonly slight: number;
  readonly slightAmount: number;
}

/** What has been taken off, a row for each pair of schemes whatever the number of pots they share. */
export function overlapsTakenOff({ overlaps }: ClaimsView): Overlaps {
  const pairs = new Map<string, Overlap>();
  for (const { schemes, pot, amount, removed } of overlaps) {
    if (!removed) continue;
    const key = JSON.stringify(schemes);
    const before = pairs.get(key);
    const pots = before?.pots ?? [];
    pairs.set(key, {
      schemes,
      pots: pots.includes(pot) ? pots : [...pots, pot],
      amount: (before?.amount ?? 0) + amount,
    });
  }
  const all = [...pairs.values()].sort((a, b) => b.amount - a.amount);
  const seen = all.filter(({ amount }) => amount >= VISIBLE);
  const slight = all.filter(({ amount }) => amount < VISIBLE);
  return {
    pairs: seen,
    slight: slight.length,
    slightAmount: sumOf(slight, ({ amount }) => amount),
  };
}

export interface PotGroup {
  readonly title: string;
  /** Those of which something can be seen to be claimed. */
  readonly pots: readonly PotRow[];
  /** How many more there are, of which next to nothing is claimed. */
  readonly slight: number;
}

/** Pots of a kind together; a pot whose label names nothing beyond its kind stands under the kind too. */
export function potGroups(pots: readonly PotRow[]): readonly PotGroup[] {
  const groups = new Map<string, PotRow[]>();
  for (const pot of pots) {
    const [title = pot.label] = pot.label.split(' · ');
    groups.set(title, [...(groups.get(title) ?? []), pot]);
  }
  return [...groups].map(([title, group]) => {
    const seen = group.filter(({ claimed }) => Math.abs(claimed) >= VISIBLE);
    return { title, pots: seen, slight: group.length - seen.length };
  });
}

/** The pot's name under its kind. */
export const potName = ({ label }: PotRow): string =>
  label.split(' · ').slice(1).join(', ') || 'All of it';

/** Claims as a share of what the pot holds; null of an empty pot. */
export const claimedShare = ({ claimed, holds }: PotRow): number | null =>
  holds > 0 ? claimed / holds : null;

/** The share in words: `3%`, `less than 1%`, `more than it holds`. */
export function shareWords(pot: PotRow): string {
  const share = claimedShare(pot);
  if (share === null) return pot.claimed > VISIBLE ? 'claimed of nothing' : '–';
  if (share > 1 + 1e-9) return `${Math.round(share * 100)}%, more than it holds`;
  if (share > 0 && share < 0.01) return 'less than 1%';
  return `${Math.round(share * 100)}%`;
}
