/** Numbers as finance people type and paste them. A sign is never guessed: what is unclear is refused. */
import { failure, type Result, success } from '../errors/problem';

const SUFFIXES: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, bn: 1e9 };
const SCALES: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6, billion: 1e9 };

const refuse = (text: string, remedy: string): Result<never> =>
  failure({
    code: 'number.unreadable',
    message: `'${text.slice(0, 60)}' is not a number.`,
    remedy,
  });

/**
 * Reads `1,234.5`, `(1,234)`, `−12`, `12-`, `£3m`, `3.5%`, `2bn`.
 * In a percent unit `3.5` and `3.5%` both give 0.035. In a money unit a suffix is read at the unit's
 * scale: £3m in GBP million is 3.
 */
export function parseNumber(text: string, unit: string): Result<number> {
  const tidy = text
    .trim()
    .replace(/(?<=\d)[ \u00A0\u202F](?=\d{3}(?!\d))/g, ',')
    // Two numbers side by side are not one: spaces go only where no number runs on.
    .replace(/(?<![\d.])\s+|\s+(?![\d.])/g, '')
    .replace(/[\u2212\u2013\u2012]/g, '-');
  const negative = /^\((.*)\)$/.exec(tidy) ?? /^-(.*)$/.exec(tidy) ?? /^(.*)-$/.exec(tidy);
  const body = (negative ? (negative[1] ?? '') : tidy.replace(/^\+/, '')).replace(/^£/, '');
  const match = /^((?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?)(%|k|m|bn)?$/i.exec(body);
  const digits = match?.[1] ?? '';
  if (!match || digits === '') {
    return refuse(text, 'Write a number such as 1,234.5, (12.5), 3.5% or £2m.');
  }
  const suffix = (match[2] ?? '').toLowerCase();
  const isPercent = unit.startsWith('percent');
  if (suffix === '%' && !isPercent && !['number', 'index', 'proportion'].includes(unit)) {
    return refuse(text, `The cell is in ${unit}, which is not a percentage.`);
  }
  if (suffix in SUFFIXES && isPercent) return refuse(text, 'The cell is a percentage.');
  const size = Number(digits.replaceAll(',', ''));
  const value = scale(size, suffix, unit, isPercent);
  if (!Number.isFinite(value)) return refuse(text, 'The number is too large.');
  return success(negative && value !== 0 ? -value : value);
}

function scale(size: number, suffix: string, unit: string, isPercent: boolean): number {
  // Through text, so that 2.2% is 0.022 and not 0.022000000000000002.
  if (suffix === '%' || isPercent) return shiftDecimal(size, -2);
  const factor = SUFFIXES[suffix];
  if (factor === undefined) return size;
  const word = Object.keys(SCALES).find((each) => unit.includes(` ${each}`));
  return (size * factor) / (word ? (SCALES[word] as number) : 1);
}

/** Moves the decimal point in the text of a number, so that 2.2% is 0.022 to the last digit. */
export function shiftDecimal(value: number, places: number): number {
  const [digits = '', exponent = '0'] = String(value).split('e');
  return Number(`${digits}e${Number(exponent) + places}`);
}
