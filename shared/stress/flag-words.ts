/** Numbers inside the sentence of a flag, and the sentence. */
import { formatNumber } from '../units/format';
import type { Unit } from '../units/unit';

/** Past this two numbers that look alike are the same to any reader. */
const MOST_DECIMALS = 6;

/**
 * A value and the threshold it is compared with, to as many places as it takes to tell them apart: never
 * `24.0% is above 24.0%`. Percent and pounds carry their sign, other units stand in the wording.
 */
export function sayApart(
  value: number,
  threshold: number,
  unit: Unit,
): { readonly value: string; readonly threshold: string } {
  for (let decimals = 0; ; decimals += 1) {
    const said = { value: say(value, unit, decimals), threshold: say(threshold, unit, decimals) };
    const exact = scaled(threshold, unit);
    const isExact = Math.abs(Number(exact.toFixed(decimals)) - exact) < 1e-9;
    const isFine = decimals >= usualDecimals(value, unit);
    const isApart = said.value !== said.threshold || Math.abs(value - threshold) < 1e-9;
    if ((isExact && isFine && isApart) || decimals === MOST_DECIMALS) {
      return { value: trim(said.value), threshold: trim(said.threshold) };
    }
  }
}

const isPercent = (unit: Unit): boolean => unit.text.startsWith('percent');

const scaled = (value: number, unit: Unit): number => (isPercent(unit) ? value * 100 : value);

function usualDecimals(value: number, unit: Unit): number {
  const size = Math.abs(scaled(value, unit));
  if (size >= 100) return 0;
  return size >= 10 || isPercent(unit) ? 1 : 2;
}

function say(value: number, unit: Unit, decimals: number): string {
  const number = formatNumber(Math.abs(scaled(value, unit)), { decimals });
  const sign = value < 0 && Number(number.replaceAll(',', '')) !== 0 ? '−' : '';
  const pounds = unit.powers.GBP === undefined ? '' : '£';
  const scale = pounds === '' || unit.scale === 1 ? '' : 'm';
  return `${sign}${pounds}${number}${isPercent(unit) ? '%' : ''}${scale}`;
}

/** `4.50` -> `4.5`, `35.0%` -> `35%`, `£27.1` -> `£27.10`. */
function trim(text: string): string {
  const short = text.replace(/(\.\d*?)0+(?=\D*$)/, '$1').replace(/\.(?=\D*$)/, '');
  return short.replace(/(£[\d,]+\.\d)$/, '$10');
}

/** Puts words into `{places}`; what has no word stays, so that a slip is seen. */
export function fillIn(wording: string, words: Readonly<Record<string, string>>): string {
  return wording.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(words, name) ? (words[name] as string) : whole,
  );
}
