/** The table of acute sites: which trust runs each, in the footprints where sites are told apart. */
import type { Footprint, Site } from '../domain/footprint';
import { isMark } from '../domain/mark';
import { didYouMean } from '../errors/nearest';
import { failure, type Problem, type Result, success } from '../errors/problem';
import { readTable, type TableRow } from './read-table';

export const SITES_TABLE = 'footprints/sites.csv';

/** The footprints with their sites. A site whose trust is unknown would belong nowhere, so it is told. */
export function withSites(
  footprints: readonly Footprint[],
  text: string,
): Result<readonly Footprint[]> {
  const table = readTable(text, SITES_TABLE, [
    'footprint',
    'site',
    'name',
    'trust',
    'mark',
    'source',
    'note',
  ]);
  if (!table.ok) return table;
  const problems = table.value.flatMap((row) => siteProblems(row, table.value, footprints));
  if (problems.length > 0) return failure(...problems);
  return success(
    footprints.map((footprint) => {
      const sites = table.value.filter((row) => row.get('footprint') === footprint.id).map(toSite);
      return sites.length > 0 ? { ...footprint, sites } : footprint;
    }),
  );
}

function toSite(row: TableRow): Site {
  const note = row.get('note');
  return {
    id: row.get('site'),
    name: row.get('name'),
    trust: row.get('trust'),
    ...(note === '' ? {} : { note }),
  };
}

function siteProblems(
  row: TableRow,
  rows: readonly TableRow[],
  footprints: readonly Footprint[],
): Problem[] {
  const place = { file: SITES_TABLE, row: row.row };
  const footprint = footprints.find((each) => each.id === row.get('footprint'));
  if (!footprint) {
    const ids = footprints.map((each) => each.id);
    const message = `There is no footprint called '${row.get('footprint')}'.`;
    const remedy =
      didYouMean(row.get('footprint'), ids) || 'Use an id as in the list of footprints.';
    return [{ code: 'footprint.unknown', message, place, remedy }];
  }
  const problems: Problem[] = [];
  const trusts = footprint.organisations.filter((each) => each.type === 'acute_trust');
  const codes = trusts.map((each) => each.id);
  if (!codes.includes(row.get('trust'))) {
    const message = `'${row.get('trust')}' is not an acute trust of ${footprint.name}.`;
    const remedy = didYouMean(row.get('trust'), codes) || `Use one of: ${codes.join(', ')}.`;
    problems.push({ code: 'site.unknown-trust', message, place, remedy });
  }
  const same = (other: TableRow) =>
    other.get('footprint') === row.get('footprint') && other.get('site') === row.get('site');
  if (row.get('site') === '' || rows.find(same) !== row) {
    const message = `'${row.get('site')}' is missing or used twice in ${footprint.name}.`;
    problems.push({ code: 'site.id', message, place, remedy: 'Give each site an id of its own.' });
  }
  if (!isMark(row.get('mark')) || row.get('source') === '') {
    const message = 'The site has no mark or no source.';
    problems.push({ code: 'library.no-source', message, place, remedy: 'Give both.' });
  }
  return problems;
}
