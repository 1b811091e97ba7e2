/** A vanguard site in words: where, how large, and what was measured there. */
import { SITE_TYPE_MEANING, type VanguardSite } from '../../../shared/domain/evidence';
import { formatNumber, formatPercent } from '../../../shared/units/format';
import type { Catalogue } from '../../compute/catalogue';
import { formatCell, unitLabel } from '../../ui/format-cell';

/** `PACS, primary and acute care system · Wirral · 330,000 people`. */
export function siteKind({ type, place, population }: VanguardSite): string {
  const people =
    population === undefined ? [] : [`${formatNumber(population, { decimals: 0 })} people`];
  return [`${type}, ${SITE_TYPE_MEANING[type]}`, place, ...people].join(' · ');
}

/** Most values told of a site; the rest are counted. */
const MOST = 4;

/** What it brings: the values measured there, or that there are none. */
export function siteBrings(
  site: VanguardSite,
  { lines, elements, schemeTypes }: Pick<Catalogue, 'lines' | 'elements' | 'schemeTypes'>,
): string {
  const names = site.schemes.map(
    ({ schemeType }) => schemeTypes.find(({ id }) => id === schemeType)?.label ?? schemeType,
  );
  const values = site.schemes
    .flatMap(({ cells }) => cells)
    .map(({ line, at, value }) => {
      const entry = lines[line];
      const where = Object.entries(at).map(([dimension, id]) => elements[dimension]?.[id] ?? id);
      return `${[entry?.label ?? line, ...where].join(', ')} ${amount(value, entry?.unit ?? 'number')}`;
    });
  const brings = `Brings ${names.join(' and ')}`;
  const own =
    site.claims.length > 0
      ? ' Its own figures, with nobody to compare with, are shown as claims and not used.'
      : '';
  if (values.length === 0) {
    return `${brings}, at the type’s own values: nothing was measured here against anybody else.${own}`;
  }
  const more = values.length > MOST ? `; and ${values.length - MOST} more` : '';
  return `${brings}. Measured here: ${values.slice(0, MOST).join('; ')}${more}.${own}`;
}

/** `−6.7%`, `£13.81 per person`, `4 years`. */
function amount(value: number, unit: string): string {
  const text = formatCell(value, unit);
  const words = unitLabel(unit);
  if (words.startsWith('%')) return formatPercent(value, { decimals: 1 });
  if (words.startsWith('£')) return text.startsWith('£') ? text : `£${text}${words.slice(1)}`;
  return words === 'number' ? text : `${text} ${words}`;
}
