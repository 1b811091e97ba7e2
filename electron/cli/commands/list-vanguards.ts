/** `list vanguards`: the sites, all in a table or one in full with what it brings and what it claims. */
import type { GivenCell } from '../../../shared/domain/cell';
import {
  SITE_TYPE_MEANING,
  type SiteClaim,
  type VanguardSite,
} from '../../../shared/domain/evidence';
import { MARK_MEANING } from '../../../shared/domain/mark';
import { toJson } from '../../../shared/report/json-shapes';
import { formatNumber } from '../../../shared/units/format';
import { toCsv } from '../csv';
import { done, type Outcome } from '../outcome';
import { terminalTable } from '../terminal-table';
import { chosen, exactly, inFull, isOutcome } from './list-one';
import type { OutputOptions } from './output';

export function listVanguards(
  all: readonly VanguardSite[],
  name: string,
  output: OutputOptions,
): Outcome {
  const sites = chosen(all, name, 'vanguard site');
  if (isOutcome(sites)) return sites;
  if (output.json) return done(toJson('vanguards', { vanguards: sites }));
  const [first] = sites;
  if (name !== '' && first && !output.csv) return done(siteInFull(first));
  const header = ['Id', 'Type', 'People', 'Funding £m', 'Scheme types', 'Evidence'];
  const rows = sites.map((site) => [
    site.id,
    site.type,
    site.population ?? null,
    // The table's zero is a year without money; amounts of other years may not have been seen.
    site.knownFunding || null,
    site.schemes.map((each) => each.schemeType).join(' '),
    site.evidence.join(' '),
  ]);
  if (output.csv) {
    const more = sites.map((site) => [site.name, site.place, site.mark, site.source, site.note]);
    return done(
      toCsv(
        [...header, 'Name', 'Place', 'Mark', 'Source', 'Note'],
        rows.map((row, i) => [...row, ...(more[i] ?? [])]),
      ),
    );
  }
  return done(
    terminalTable(
      header.map((title, i) => ({ title, right: i === 2 || i === 3 })),
      rows.map((row) =>
        row.map((cell) =>
          cell === null
            ? '–'
            : typeof cell === 'number'
              ? formatNumber(cell, { decimals: cell > 1000 ? 0 : 2 })
              : cell,
        ),
      ),
    ),
  );
}

function siteInFull(site: VanguardSite): string {
  const people =
    site.population === undefined ? '' : formatNumber(site.population, { decimals: 0 });
  const claims = site.claims.map((claim): [string, string] => ['Claim', claimed(claim)]);
  return inFull(`${site.id}  ${site.name}`, [
    ['Type', `${site.type}, ${SITE_TYPE_MEANING[site.type]}`],
    ['Place', site.place],
    ['People', people && `${people} ${site.populationBasis} (${site.populationMark})`],
    ['Funding', site.knownFunding ? `£${site.knownFunding}m, ${site.fundedYears.join(', ')}` : ''],
    ['Evidence', site.evidence.join(', ')],
    ...site.schemes.flatMap((scheme): [string, string][] => [
      ['Brings', `${scheme.schemeType}: ${scheme.label}`],
      ...scheme.cells.map((cell): [string, string] => ['  value', given(cell)]),
    ]),
    ...claims,
    ['Mark', `${site.mark}: ${MARK_MEANING[site.mark]}`],
    ['Source', site.source],
    ['Note', site.note],
  ]);
}

const address = (line: string, at: Readonly<Record<string, string>>): string => {
  const elements = Object.values(at);
  return elements.length === 0 ? line : `${line}[${elements.join(', ')}]`;
};

const given = ({ line, at, value, mark, source, note }: GivenCell): string =>
  `${address(line, at)} = ${exactly(value)}, ${mark}. ${source}.${note ? ` ${note}` : ''}`;

/** Never a value of a scheme: nobody was there to compare with. */
const claimed = ({ line, at, value, unit, mark, source, note }: SiteClaim): string =>
  `${line === undefined ? '' : `${address(line, at)} = `}${exactly(value)}${unit ? ` ${unit}` : ''}, ${mark}. ${source}. ${note}`;
