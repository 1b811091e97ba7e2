/** A number as a cell shows it, in the manner of its unit. */
import { formatValue, shortUnit } from '../../shared/units/format';
import { NUMBER, parseUnit, type Unit } from '../../shared/units/unit';

const known = new Map<string, Unit>();

function unitOf(text: string): Unit {
  const found = known.get(text);
  if (found) return found;
  const parsed = parseUnit(text);
  // A unit the tables carry was checked when the models were read; a plain number is the safe reading.
  const unit = parsed.ok ? parsed.value : { ...NUMBER, text };
  known.set(text, unit);
  return unit;
}

export function formatCell(value: number | null | undefined, unit: string): string {
  return value === null || value === undefined ? '' : formatValue(value, unitOf(unit));
}

/** The unit as a reader meets it: `£m`, `% a year`, `people`. */
export const unitLabel = (unit: string): string => shortUnit(unitOf(unit));

/** True for a unit whose negative values mean a shortfall. */
export const isMoney = (unit: string): boolean => Boolean(unitOf(unit).powers.GBP);

const isPercent = (unit: string): boolean => unit.replace(/ a year$/, '') === 'percent';

/** The whole number as typed by hand: no rounding that a careless Enter would keep. */
export function editableText(value: number | null | undefined, unit: string): string {
  if (value === null || value === undefined) return '';
  const shown = isPercent(unit) ? value * 100 : value;
  // Twelve figures hide the noise of binary fractions and lose nothing a person typed.
  const text = String(Number(shown.toPrecision(12)));
  return isPercent(unit) ? `${text}%` : text;
}
