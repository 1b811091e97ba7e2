/** `list`: the 44 footprints, or the assumptions, lines, scenarios or findings one can name. */
import { createDocument } from '../../../shared/document/create-document';
import type { GivenCell } from '../../../shared/domain/cell';
import {
  type EvidenceRow,
  SITE_TYPE_MEANING,
  type SiteClaim,
  STRENGTH_MEANING,
  type VanguardSite,
} from '../../../shared/domain/evidence';
import type { Library } from '../../../shared/domain/library';
import { MARK_MEANING } from '../../../shared/domain/mark';
import { didYouMean } from '../../../shared/errors/nearest';
import { openModel } from '../../../shared/finance/open-model';
import { toJson } from '../../../shared/report/json-shapes';
import { formatNumber } from '../../../shared/units/format';
import { toCsv } from '../csv';
import { done, type Outcome, refused } from '../outcome';
import { terminalTable, wrap } from '../terminal-table';
import type { OutputOptions } from './output';

export type Listing =
  | 'footprints'
  | 'organisations'
  | 'lines'
  | 'assumptions'
  | 'scenarios'
  | 'scheme-types'
  | 'evidence'
  | 'vanguards';

/** `name` is the footprint whose organisations are listed, or the one finding or site to show in full. */
export function list(
  library: Library,
  what: Listing,
  name: string,
  output: OutputOptions,
): Outcome {
  if (what === 'organisations') return listOrganisations(library, name, output);
  if (what === 'evidence') return listEvidence(library.evidence, name, output);
  if (what === 'vanguards') return listVanguards(library.vanguardSites, name, output);
  if (what === 'footprints') return listFootprints(library, output);
  if (what === 'scenarios') {
    const rows = library.startingScenarios.map((each) => [
      each.id,
      each.name,
      each.description ?? '',
    ]);
    return table(['Id', 'Name', 'What it is'], rows, output);
  }
  if (what === 'scheme-types') {
    const rows = library.schemeTypes.map((each) => [each.id, each.label, each.summary]);
    return table(['Id', 'Name', 'What it does'], rows, output);
  }
  return listLines(library, what === 'assumptions', output);
}

function table(header: string[], rows: string[][], output: OutputOptions): Outcome {
  if (output.csv) return done(toCsv(header, rows));
  return done(
    terminalTable(
      header.map((title) => ({ title })),
      rows,
    ),
  );
}

function listFootprints(library: Library, output: OutputOptions): Outcome {
  const footprints = library.footprints.map((each) => ({
    id: each.id,
    number: each.number,
    name: each.name,
    region: each.region,
    population: each.population.value,
    populationMark: each.population.mark,
    publishedGap: each.publishedGap?.total.value ?? null,
    publishedScope: each.publishedGap?.scope ?? null,
    publishedMark: each.publishedGap?.total.mark ?? null,
    organisations: each.organisations.filter((own) => !own.type.startsWith('local_')).length,
  }));
  if (output.json) return done(toJson('list', { footprints }));
  if (output.csv) {
    const header = Object.keys(footprints[0] ?? {});
    return done(
      toCsv(
        header,
        footprints.map((each) => Object.values(each)),
      ),
    );
  }
  const rows = footprints.map((each) => [
    String(each.number),
    each.id,
    each.region,
    `${formatNumber(each.population / 1e6, { decimals: 1 })}m ${each.populationMark}`,
    each.publishedGap === null ? '–' : formatNumber(each.publishedGap),
    each.publishedGap === null
      ? 'none published'
      : `${SCOPES[each.publishedScope ?? 'unknown']}, ${each.publishedMark}`,
  ]);
  const columns = [
    { title: 'No', right: true },
    { title: 'Footprint' },
    { title: 'Region' },
    { title: 'People' },
    { title: 'Gap £m', right: true },
    { title: 'Scope and mark' },
  ];
  return done(
    `${terminalTable(columns, rows)}\n\nPublished do-nothing gap in 2020/21. Marks: see 'footbridge --help'.`,
  );
}

const SCOPES: Readonly<Record<string, string>> = {
  nhs: 'NHS',
  nhs_and_social_care: 'NHS and social care',
  unknown: 'scope not stated',
};

/** The codes that cells are addressed by, with the names people know. */
function listOrganisations(library: Library, footprint: string, output: OutputOptions): Outcome {
  const document = createDocument(library, footprint);
  if (!document.ok) return refused(document.problems);
  const rows = document.value.footprint.organisations.map((each) => [
    each.id,
    each.name,
    each.type.replaceAll('_', ' '),
    each.note ?? '',
  ]);
  return table(['Code', 'Name', 'Type', 'Note'], rows, output);
}

/** Lines over the dimensions of a typical footprint; ids of organisations differ from one to the next. */
function listLines(library: Library, inputsOnly: boolean, output: OutputOptions): Outcome {
  const first = library.footprints[0]?.id ?? '';
  const document = createDocument(library, first);
  const model = document.ok ? openModel(library, document.value) : document;
  if (!model.ok) return refused(model.problems);
  const rows = model.value.program.lines
    .filter((line) => !inputsOnly || line.definition.input)
    .map(({ definition }) => [
      definition.id,
      definition.over.join(', '),
      definition.unit,
      definition.label,
      ...(output.csv ? [definition.formula ?? '', definition.note ?? ''] : []),
    ]);
  const header = ['Id', 'Over', 'Unit', 'Label', ...(output.csv ? ['Formula', 'Note'] : [])];
  return table(header, rows, output);
}

/** The named one, all when none is named, or a problem. */
function chosen<T extends { readonly id: string }>(
  all: readonly T[],
  name: string,
  what: string,
): readonly T[] | Outcome {
  if (name === '') return all;
  const found = all.filter((each) => each.id.toLowerCase() === name.toLowerCase());
  if (found.length > 0) return found;
  const ids = all.map((each) => each.id);
  return refused([
    {
      code: 'list.unknown',
      message: `There is no ${what} called '${name.slice(0, 60)}'.`,
      remedy: didYouMean(name, ids) || 'See the list without a name.',
    },
  ]);
}

const isOutcome = (either: readonly unknown[] | Outcome): either is Outcome => 'code' in either;

function listEvidence(
  evidence: readonly EvidenceRow[],
  name: string,
  output: OutputOptions,
): Outcome {
  const rows = chosen(evidence, name, 'evidence');
  if (isOutcome(rows)) return rows;
  if (output.json) return done(toJson('evidence', { evidence: rows }));
  if (output.csv) {
    const header = [
      ...['id', 'family', 'effect', 'unit', 'central', 'low', 'high', 'appliesTo'],
      ...['yearsToFullEffect', 'strength', 'mark', 'source', 'note'],
    ] as const;
    return done(
      toCsv(
        header,
        rows.map((row) => header.map((column) => row[column as keyof EvidenceRow] ?? null)),
      ),
    );
  }
  const [first] = rows;
  if (name !== '' && first) return done(evidenceInFull(first));
  const table = rows.map((row) => [
    ...[row.id, words(row.effect), finding(row), row.unit, words(row.strength), row.mark],
  ]);
  return done(
    terminalTable(
      [
        { title: 'Id' },
        { title: 'Effect' },
        { title: 'Finding', right: true },
        { title: 'Unit' },
        { title: 'Strength' },
        { title: 'Mark' },
      ],
      table,
    ),
  );
}

const words = (id: string): string => id.replaceAll('_', ' ');

/** As exact as the table: 77.8, -0.0355. */
const exactly = (value: number): string => String(value).replace('-', '−');

/** The central value, or what there is instead. */
function finding(row: EvidenceRow): string {
  if (row.central !== undefined) return exactly(row.central);
  return range(row) || 'in words';
}

function range({ low, high }: EvidenceRow): string {
  if (low === undefined && high === undefined) return '';
  if (high === undefined) return `at least ${exactly(low ?? 0)}`;
  return low === undefined ? `at most ${exactly(high)}` : `${exactly(low)} to ${exactly(high)}`;
}

const inYears = (years: number): string => (years === 1 ? '1 year' : `${years} years`);

function evidenceInFull(row: EvidenceRow): string {
  return inFull(`${row.id}  ${words(row.effect)}`, [
    ['Finding', `${finding(row)} (${row.unit})`],
    ['Range', row.central === undefined ? '' : range(row)],
    ['Applies to', row.appliesTo],
    ['Full effect', row.yearsToFullEffect === undefined ? '' : inYears(row.yearsToFullEffect)],
    ['Strength', `${words(row.strength)}: ${STRENGTH_MEANING[row.strength]}`],
    ['Mark', `${row.mark}: ${MARK_MEANING[row.mark]}`],
    ['Source', row.source],
    ['Note', row.note],
  ]);
}

/** Labels to the left, text wrapped beside them; what is empty is left out. */
function inFull(title: string, fields: readonly (readonly [string, string])[]): string {
  const lines = fields
    .filter(([, text]) => text !== '')
    .map(
      ([label, text]) =>
        `  ${label.padEnd(13)}${wrap(text, 80).replaceAll('\n', `\n${' '.repeat(15)}`)}`,
    );
  return [title, ...lines].join('\n');
}

function listVanguards(all: readonly VanguardSite[], name: string, output: OutputOptions): Outcome {
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
