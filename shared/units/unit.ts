/**
 * Units of measure: parsed from plain words, combined by formulas, compared before anything is computed.
 * `GBP million` and `GBP thousand` measure the same thing at different scales and never mix unasked.
 */
import { didYouMean } from '../errors/nearest';
import { failure, type Result, success } from '../errors/problem';

export interface Unit {
  /** Words as written, for display. */
  readonly text: string;
  /** Powers of the base measures; empty for a pure number. */
  readonly powers: Readonly<Record<string, number>>;
  /** 1 for GBP, 1,000,000 for GBP million. */
  readonly scale: number;
}

/** Base measures with the words that name them. Prices and head counts are deliberately apart. */
const MEASURES: Readonly<Record<string, readonly string[]>> = {
  GBP: ['GBP'],
  activity: ['activity', 'activities'],
  block: ['block', 'blocks'],
  person: ['person', 'people', 'head'],
  property: ['band D property', 'band D properties'],
  bed: ['bed', 'beds'],
  WTE: ['WTE'],
  site: ['site', 'sites'],
  day: ['day', 'days'],
  minute: ['minute', 'minutes'],
  care: ['unit of care', 'units of care'],
};

/** Pure numbers; the word only says how the number is shown. */
const NUMBERS = ['number', 'index', 'proportion', 'percent', 'yes or no', 'year', 'years'] as const;

const SCALES: Readonly<Record<string, number>> = {
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
};

export const NUMBER: Unit = { text: 'number', powers: {}, scale: 1 };

/** A literal zero fits any unit, as a nil in the books does. */
export const ANY: Unit = { text: 'any', powers: {}, scale: 0 };

/** True for a pure number; GBP million per GBP is a number too, but at a scale, and says so. */
export const isNumber = (unit: Unit): boolean =>
  Object.keys(unit.powers).length === 0 && unit.scale === 1;

/** Every unit word an author may use, for messages. */
export const UNIT_WORDS: readonly string[] = [
  ...NUMBERS,
  ...Object.values(MEASURES).flat(),
  'GBP thousand',
  'GBP million',
  'GBP billion',
];

/** Reads a unit such as `GBP million per block` or `percent a year`. */
export function parseUnit(text: string): Result<Unit> {
  const words = text.replace(/ a year$/, '').trim();
  const powers: Record<string, number> = {};
  let scale = 1;
  const parts = words.split(' per ');
  for (const [index, part] of parts.entries()) {
    const parsed = parsePart(part.trim());
    if (!parsed) {
      return failure({
        code: 'unit.unknown',
        message: `'${text}' is not a unit Footbridge knows.`,
        remedy: didYouMean(part.trim(), UNIT_WORDS) || `Use one of: ${UNIT_WORDS.join(', ')}.`,
      });
    }
    const sign = index === 0 ? 1 : -1;
    scale *= parsed.scale ** sign;
    if (parsed.measure) powers[parsed.measure] = (powers[parsed.measure] ?? 0) + sign;
  }
  return success({ text, powers: tidy(powers), scale });
}

function parsePart(part: string): { measure?: string; scale: number } | undefined {
  if ((NUMBERS as readonly string[]).includes(part)) return { scale: 1 };
  for (const [measure, words] of Object.entries(MEASURES)) {
    for (const word of words) {
      if (part === word) return { measure, scale: 1 };
      const scale = part.startsWith(`${word} `) ? SCALES[part.slice(word.length + 1)] : undefined;
      if (scale) return { measure, scale };
    }
  }
  return undefined;
}

function tidy(powers: Record<string, number>): Record<string, number> {
  const kept: Record<string, number> = {};
  for (const measure of Object.keys(powers).sort()) {
    const power = powers[measure];
    if (power) kept[measure] = power;
  }
  return kept;
}

/** Words for a derived unit, used in messages only. */
function nameUnit(powers: Readonly<Record<string, number>>, scale: number): string {
  const scaleWord = Object.keys(SCALES).find((word) => SCALES[word] === scale);
  const over = Object.entries(powers).filter(([, power]) => power > 0);
  const under = Object.entries(powers).filter(([, power]) => power < 0);
  const show = ([measure, power]: [string, number]) =>
    Math.abs(power) === 1 ? measure : `${measure}^${Math.abs(power)}`;
  const head = over.map(show).join(' ') || 'number';
  const tail = under.map((entry) => ` per ${show(entry)}`).join('');
  const factor = scaleWord ? ` ${scaleWord}` : scale === 1 ? '' : ` (x${scale})`;
  return `${head}${factor}${tail}`;
}

export function multiplyUnits(a: Unit, b: Unit): Unit {
  return combine(a, b, 1);
}

export function divideUnits(a: Unit, b: Unit): Unit {
  return combine(a, b, -1);
}

function combine(a: Unit, b: Unit, sign: 1 | -1): Unit {
  if (a === ANY || b === ANY) return ANY;
  if (isNumber(b)) return isNumber(a) ? NUMBER : a;
  const powers: Record<string, number> = { ...a.powers };
  for (const [measure, power] of Object.entries(b.powers)) {
    powers[measure] = (powers[measure] ?? 0) + sign * power;
  }
  const tidied = tidy(powers);
  // Scales are powers of ten, so rounding the logarithm keeps them exact.
  const scale = 10 ** Math.round(Math.log10(a.scale) + sign * Math.log10(b.scale));
  return { text: nameUnit(tidied, scale), powers: tidied, scale };
}

export function powerUnit(unit: Unit, exponent: number): Unit {
  if (isNumber(unit)) return NUMBER;
  let result: Unit = NUMBER;
  for (let i = 0; i < Math.abs(exponent); i += 1) {
    result = exponent > 0 ? multiplyUnits(unit, result) : divideUnits(result, unit);
  }
  return result;
}

/** The same unit at another scale, as `to_millions` needs it. */
export function rescaleUnit(unit: Unit, factor: number): Unit {
  if (unit === ANY) return ANY;
  const scale = unit.scale * factor;
  return { text: nameUnit(unit.powers, scale), powers: unit.powers, scale };
}

/** True when values in `a` and `b` may be added or compared. */
export function sameUnit(a: Unit, b: Unit): boolean {
  if (a === ANY || b === ANY) return true;
  if (a.scale !== b.scale) return false;
  const measures = Object.keys(a.powers);
  return (
    measures.length === Object.keys(b.powers).length &&
    measures.every((measure) => a.powers[measure] === b.powers[measure])
  );
}

/** True when the units differ only in scale, so that the remedy is a conversion. */
export function sameMeasure(a: Unit, b: Unit): boolean {
  return sameUnit({ ...a, scale: 1 }, { ...b, scale: 1 });
}
