/** Has anyone ever done this? A parameter beside what plans assumed and what was delivered elsewhere. */
import type { EvidenceRow, OutsideView } from '../domain/evidence';
import { formatNumber, formatPercent, shortUnit } from '../units/format';
import type { Unit } from '../units/unit';

/** Where a value lies among the delivered ones, by size; `unmeasured` where no row gives a number. */
export type Position = 'below' | 'inside' | 'above' | 'unmeasured';

export interface Range {
  readonly low: number;
  readonly high: number;
}

/** Values are in the line's unit; percent as a proportion. */
export interface OutsideStanding {
  readonly position: Position;
  /** From the lowest to the highest delivered; absent where no row gives a number. */
  readonly delivered?: Range;
  readonly planned?: Range;
  /** How many delivered rows give a number. */
  readonly measured: number;
  /** How many of them did at least as well; absent where no direction is the better one. */
  readonly asGood?: number;
  /** `asGood` out of `measured`, 0 to 1; absent also where nothing was measured. */
  readonly shareAsGood?: number;
  /** Delivered rows whose finding is in words alone. */
  readonly inWords: readonly string[];
  /** `Stronger than 5 of 6 evaluations; plans assumed −15.7%.` and what the view adds. */
  readonly sentence: string;
}

type Rows = ReadonlyMap<string, EvidenceRow>;

/** A value typed as 3.2% must not count as stronger than a study's 3.2%. */
const HAIR = 1e-9;

/** The view of a cell: of those that fit, the one that names most elements. */
export function viewOf(
  views: readonly OutsideView[],
  line: string,
  at: Readonly<Record<string, string>>,
): OutsideView | undefined {
  const names = (view: OutsideView) => Object.keys(view.at).length;
  return views
    .filter(
      (view) =>
        view.line === line &&
        Object.entries(view.at).every(([dimension, element]) => at[dimension] === element),
    )
    .reduce<OutsideView | undefined>(
      (best, view) => (best && names(best) >= names(view) ? best : view),
      undefined,
    );
}

/**
 * Where `value`, a finite number in the line's `unit`, stands. `rows` must hold the ids of the view. A row that
 * gives a range alone spans it, and counts by its better end.
 */
export function outsideStanding(
  value: number,
  view: OutsideView,
  rows: Rows,
  unit: Unit,
): OutsideStanding {
  const spans = (ids: readonly string[]) => ids.flatMap((id) => spanOf(id, view, rows));
  const measured = spans(view.delivered);
  const delivered = hull(measured);
  const planned = hull(spans(view.planned));
  const asGood = view.better === 'none' ? undefined : measured.filter(isAsGood(value, view)).length;
  const record = [
    ...onRecord(view, rows, unit, measured, asGood),
    ...(planned ? [`plans assumed ${said(planned, unit)}`] : []),
    ...(planned && !delivered ? ['no evaluation gives a number'] : []),
  ].join('; ');
  return {
    position: positionIn(value, delivered),
    ...(delivered ? { delivered } : {}),
    ...(planned ? { planned } : {}),
    measured: measured.length,
    ...(asGood === undefined ? {} : { asGood }),
    ...(asGood === undefined || !delivered ? {} : { shareAsGood: asGood / measured.length }),
    inWords: view.delivered.filter((id) => spanOf(id, view, rows).length === 0),
    sentence: [
      ...(record === '' ? [] : [`${record.slice(0, 1).toUpperCase()}${record.slice(1)}.`]),
      ...(view.sentence === undefined ? [] : [view.sentence]),
    ].join(' '),
  };
}

/** The number of a row for this line, as a span of one point or of its range; none where it is in words. */
function spanOf(id: string, view: OutsideView, rows: Rows): Range[] {
  const row = rows.get(id);
  const point = Object.hasOwn(view.readAs, id) ? view.readAs[id] : row?.central;
  if (point !== undefined) return [{ low: point, high: point }];
  const low = row?.low ?? row?.high;
  const high = row?.high ?? row?.low;
  return low === undefined || high === undefined ? [] : [{ low, high }];
}

const isAsGood =
  (value: number, view: OutsideView) =>
  ({ low, high }: Range): boolean =>
    view.better === 'lower' ? low <= value + HAIR : high >= value - HAIR;

const hull = (spans: readonly Range[]): Range | undefined =>
  spans.length === 0
    ? undefined
    : {
        low: Math.min(...spans.map(({ low }) => low)),
        high: Math.max(...spans.map(({ high }) => high)),
      };

function positionIn(value: number, range: Range | undefined): Position {
  if (!range) return 'unmeasured';
  if (value < range.low - HAIR) return 'below';
  return value > range.high + HAIR ? 'above' : 'inside';
}

/** What was delivered, in words: how many did as well, or the range where no direction is the better one. */
function onRecord(
  view: OutsideView,
  rows: Rows,
  unit: Unit,
  measured: readonly Range[],
  asGood: number | undefined,
): string[] {
  const range = hull(measured);
  if (!range) return [];
  if (asGood === undefined) return [`on record: ${said(range, unit)}`];
  const count = measured.length;
  const beaten = count - asGood;
  const noun = nounOf(view, rows);
  const all = count === 1 ? `the one ${noun.one}` : `all ${count} ${noun.many}`;
  if (beaten === 0) return [`${all} did at least as well`];
  if (asGood === 0) return [`${view.comparative} than ${all}`];
  return [`${view.comparative} than ${beaten} of ${count} ${noun.many}`];
}

/** Studies with a comparison group are evaluations; counts and accounts are cases on record. */
function nounOf(view: OutsideView, rows: Rows): { readonly one: string; readonly many: string } {
  const isCompared = view.delivered.every((id) => {
    const strength = rows.get(id)?.strength;
    return strength === 'controlled_observational' || strength === 'rct';
  });
  return isCompared
    ? { one: 'evaluation', many: 'evaluations' }
    : { one: 'case on record', many: 'cases on record' };
}

/** `−15.7%`, or `−15.7% to −2.9%`. */
function said({ low, high }: Range, unit: Unit): string {
  return low === high ? figure(low, unit) : `${figure(low, unit)} to ${figure(high, unit)}`;
}

/** To the places a sentence needs: `£0.53m per bed`, `4.50 years`, `43,095`. */
function figure(value: number, unit: Unit): string {
  const name = shortUnit(unit);
  if (name.startsWith('%')) return formatPercent(value);
  const size = Math.abs(value);
  const decimals = Number.isInteger(value) || size >= 100 ? 0 : size >= 10 ? 1 : 2;
  const number = formatNumber(size, { decimals });
  const sign = value < 0 ? '−' : '';
  const [isMoney, scale = '', rest = ''] = /^£(?:(m|k|bn)(?= |$))?(.*)$/.exec(name) ?? [];
  if (isMoney) return `${sign}£${number}${scale}${rest}`;
  return name === 'number' ? `${sign}${number}` : `${sign}${number} ${name}`;
}
