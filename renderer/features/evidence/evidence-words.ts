/** A finding in words: what was measured, and how much. */
import type { EvidenceRow } from '../../../shared/domain/evidence';
import { formatNumber, formatPercent } from '../../../shared/units/format';

/** `emergency_admissions_change` as a reader says it. */
export function effectWords(effect: string): string {
  const words = effect
    .replaceAll('_', ' ')
    .replace('a and e', 'A&E')
    .replace(/\bnhs\b/, 'NHS')
    .replace(/\bdtoc\b/, 'delayed transfers')
    .replace(/\bgbp\b/g, '£1')
    .replace(/\bwte\b/, 'post');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The value with its range and unit: `−18.0%`, `£75m (range £70m to £80m)`; words where there is none. */
export function valueWords({ central, low, high, unit }: EvidenceRow): string {
  const { say, after } = manner(unit);
  const range =
    low !== undefined && high !== undefined && low !== high
      ? `${say(low)} to ${say(high)}`
      : low !== undefined && low !== central
        ? `from ${say(low)}`
        : high !== undefined && high !== central
          ? `up to ${say(high)}`
          : '';
  const value =
    central === undefined ? range : range === '' ? say(central) : `${say(central)} (${range})`;
  if (value === '') return 'In words; see the note';
  return after === '' ? value : `${value} ${after}`;
}

interface Manner {
  readonly say: (value: number) => string;
  /** What the number is of, where the unit says more than how to write it. */
  readonly after: string;
}

/** How numbers of a unit are written, by how the table's units begin. */
function manner(unit: string): Manner {
  const money = /^gbp(_m|_bn)?\b\s*(.*)$/.exec(unit);
  if (money) {
    const scale = money[1] === '_m' ? 'm' : money[1] === '_bn' ? 'bn' : '';
    return {
      say: (value) => `${value < 0 ? '−' : ''}£${plain(Math.abs(value))}${scale}`,
      after: tidy(money[2] ?? ''),
    };
  }
  const share = /^(proportional|proportion|percentage-point|per year)\b,?\s*(.*)$/.exec(unit);
  if (share) {
    const rest = (share[2] ?? '').replace(/,? as proportion$/, '');
    const points = share[1] === 'percentage-point';
    return {
      say: points
        ? (value) => `${formatNumber(value * 100, { decimals: 1 })} points`
        : (value) => formatPercent(value, { decimals: 1 }),
      after: share[1] === 'per year' ? `a year ${tidy(rest)}` : tidy(rest),
    };
  }
  return { say: plain, after: unit };
}

const tidy = (text: string): string => text.replaceAll(/\bgbp\b/gi, '£').replaceAll('£ ', '£');

/** As many decimals as the number has, at most three. */
const plain = (value: number): string => {
  const decimals = Math.min(String(value).split('.')[1]?.length ?? 0, 3);
  return formatNumber(value, { decimals });
};

/** Every word of the search must stand somewhere in the row. */
export function matchingEvidence(
  rows: readonly EvidenceRow[],
  search: string,
): readonly EvidenceRow[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter((row) => {
    const { id, family, appliesTo, strength, mark, source, note } = row;
    const text = [id, family, effectWords(row.effect), appliesTo, strength, mark, source, note]
      .join(' ')
      .replaceAll('_', ' ')
      .toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
