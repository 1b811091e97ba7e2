/** How numbers look. Rounding happens here and nowhere before. Minus is the true minus sign. */
import type { Unit } from './unit';

export interface NumberStyle {
  readonly decimals?: number;
  /** Show a plus on positive numbers, as bridges do. */
  readonly signed?: boolean;
}

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+(?!\d))/g, ',');

/** `-1234.56` -> `−1,234.6`. A value that rounds to nothing shows as `0.0`, never `−0.0`. */
export function formatNumber(value: number, style: NumberStyle = {}): string {
  if (!Number.isFinite(value)) return 'error';
  const decimals = style.decimals ?? 1;
  const fixed = Math.abs(value).toFixed(decimals);
  const isZero = Number(fixed) === 0;
  const [whole = '0', fraction] = fixed.split('.');
  const sign = isZero ? '' : value < 0 ? '−' : style.signed ? '+' : '';
  return `${sign}${grouped(whole)}${fraction ? `.${fraction}` : ''}`;
}

/** `-876` -> `−£876.0m`. */
export function formatMillions(value: number, style: NumberStyle = {}): string {
  if (!Number.isFinite(value)) return 'error';
  const text = formatNumber(value, style);
  const match = /^([−+]?)(.*)$/.exec(text);
  return `${match?.[1] ?? ''}£${match?.[2] ?? text}m`;
}

export function formatPercent(value: number, style: NumberStyle = {}): string {
  return `${formatNumber(value * 100, { decimals: 1, ...style })}%`;
}

/** A value in the manner of its unit: percent as `2.9%`, money to a decimal, counts whole. */
export function formatValue(value: number, unit: Unit, style: NumberStyle = {}): string {
  const text = unit.text.replace(/ a year$/, '');
  if (text === 'percent') return formatPercent(value, { decimals: 2, ...style });
  if (text === 'index') return formatNumber(value, { decimals: 4, ...style });
  if (text === 'proportion') return formatNumber(value, { decimals: 4, ...style });
  if (text === 'yes or no') return value ? 'yes' : 'no';
  // A calendar year is a name, not a quantity: 2017, not 2,017.
  if (text === 'year' || text === 'years') {
    const decimals = Number.isInteger(value) ? 0 : 1;
    return formatNumber(value, { decimals, ...style }).replaceAll(',', '');
  }
  if (text === 'GBP million per activity') return formatNumber(value, { decimals: 6, ...style });
  if (text === 'GBP' || text.startsWith('GBP per')) {
    return formatNumber(value, { decimals: 2, ...style });
  }
  if (unit.powers.GBP) return formatNumber(value, { decimals: 1, ...style });
  return formatNumber(value, { decimals: Number.isInteger(value) ? 0 : 1, ...style });
}

/** The unit as a person reads it beside a number: `£m`, `%`, `people`. */
export function shortUnit(unit: Unit): string {
  return unit.text
    .replace('GBP million', '£m')
    .replace('GBP thousand', '£k')
    .replace('GBP billion', '£bn')
    .replace('GBP', '£')
    .replace('percent a year', '% a year')
    .replace(/^percent$/, '%');
}
