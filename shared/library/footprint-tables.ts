/** The tables of the 44 footprints: who is in them, what was published, what is known of their baselines. */
import type { GivenCell } from '../domain/cell';
import {
  type Footprint,
  type GapScope,
  type MarkedFigure,
  ORGANISATION_TYPES,
  type Organisation,
  type OrganisationType,
  type PublishedGap,
  type PublishedStep,
} from '../domain/footprint';
import { isMark } from '../domain/mark';
import { didYouMean } from '../errors/nearest';
import { failure, type Problem, type Result, success } from '../errors/problem';
import { readNumber, readTable, type TableRow } from './read-table';

/** `Bristol, North Somerset and …` -> `bristol-north-somerset-and-…`. */
export function footprintId(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

function figure(
  row: TableRow,
  value: string,
  mark: string,
  note: string,
): MarkedFigure | undefined {
  const number = readNumber(row.get(value));
  const confidence = row.get(mark);
  if (number === undefined) return undefined;
  return {
    value: number,
    mark: isMark(confidence) ? confidence : 'recalled',
    source: row.get('source'),
    ...(row.get(note) === '' ? {} : { note: row.get(note) }),
  };
}

function publishedGap(row: TableRow): PublishedGap | undefined {
  const total = figure(row, 'do_nothing_gap_2020_21_gbp_m', 'gap_confidence', 'gap_note');
  if (!total) return undefined;
  const nhs = figure(row, 'nhs_only_gap_gbp_m', 'nhs_only_gap_confidence', 'gap_note');
  const socialCare = figure(
    row,
    'of_which_social_care_gbp_m',
    'social_care_confidence',
    'gap_note',
  );
  const scope = row.get('gap_scope');
  const known: GapScope = scope === 'nhs' || scope === 'nhs_and_social_care' ? scope : 'unknown';
  const scopeMark = row.get('gap_scope_confidence');
  return {
    total,
    scope: known,
    ...(isMark(scopeMark) && known !== 'unknown' ? { scopeMark } : {}),
    ...(nhs ? { nhs } : {}),
    ...(socialCare ? { socialCare } : {}),
  };
}

/** Local baselines by footprint id, and calibrated cells by footprint id. */
export interface FootprintCells {
  readonly local: ReadonlyMap<string, readonly GivenCell[]>;
  readonly calibrated: ReadonlyMap<string, readonly GivenCell[]>;
  /** National place-based allocations, £m by year label: they carry later incomes back to 2015/16. */
  readonly placeBased: ReadonlyMap<string, number>;
}

/** Builds the footprints from their tables. */
export function readFootprints(
  footprintText: string,
  organisationText: string,
  cells: FootprintCells,
): Result<readonly Footprint[]> {
  const rows = readTable(footprintText, 'footprints/footprints.csv', [
    'number',
    'name',
    'region',
    'population_2016',
    'source',
  ]);
  if (!rows.ok) return rows;
  const members = readTable(organisationText, 'footprints/footprint-organisations.csv', [
    'footprint_number',
    'organisation',
    'type',
    'ods_code',
    'note',
    'source',
  ]);
  if (!members.ok) return members;
  const problems = members.value.flatMap(organisationProblems);
  if (problems.length > 0) return failure(...problems);
  const counted = members.value.filter(isCounted);
  const trusts = knownTrusts(counted, rows.value, cells.placeBased);
  return success(
    rows.value.map((row): Footprint => {
      const id = footprintId(row.get('name'));
      const own = counted.filter((member) => member.get('footprint_number') === row.get('number'));
      const organisations = own.map(organisation);
      const population = figure(row, 'population_2016', 'population_confidence', 'population_note');
      const gap = publishedGap(row);
      return {
        id,
        number: Number(row.get('number')),
        name: row.get('name'),
        region: row.get('region'),
        population: population ?? { value: 0, mark: 'assumption', source: 'not known' },
        ...(gap ? { publishedGap: gap } : {}),
        ...(row.get('gap_note') === '' ? {} : { gapNote: row.get('gap_note') }),
        organisations: [...organisations, ...understood(organisations)],
        cells: [
          ...(population ? [populationCell(population)] : []),
          ...own.flatMap((member) => trustCells(member, trusts, population?.value ?? 0)),
          ...(cells.local.get(id) ?? []),
          ...(cells.calibrated.get(id) ?? []),
        ],
      };
    }),
  );
}

/**
 * District councils have no adult social care, and North Durham is listed in two footprints: it is counted
 * where it was when the plans began, in March 2016.
 */
function isCounted(row: TableRow): boolean {
  const note = row.get('note');
  if (note.startsWith('district tier')) return false;
  return !note.startsWith('joined Dec 2016');
}

const isOrganisationType = (text: string): text is OrganisationType =>
  (ORGANISATION_TYPES as readonly string[]).includes(text);

/** An organisation of no known type would belong nowhere, and text for an income would be passed over. */
function organisationProblems(row: TableRow): Problem[] {
  const place = { file: 'footprints/footprint-organisations.csv', row: row.row };
  const type = row.get('type');
  const problems: Problem[] = [];
  if (!isOrganisationType(type)) {
    problems.push({
      code: 'library.unknown-type',
      message: `'${type}' is not a type of organisation.`,
      place,
      remedy:
        didYouMean(type, ORGANISATION_TYPES) || `Use one of: ${ORGANISATION_TYPES.join(', ')}.`,
    });
  }
  for (const column of ['annual_income_gbp_m', 'reference_income_2018_19_gbp_m']) {
    const text = row.get(column);
    if (text === '' || readNumber(text) !== undefined) continue;
    const message = `'${text.slice(0, 60)}' in the column '${column}' is not a number.`;
    problems.push({
      code: 'table.number',
      message,
      place,
      remedy: 'Write a plain decimal number.',
    });
  }
  return problems;
}

function organisation(row: TableRow): Organisation {
  const type = row.get('type') as OrganisationType;
  const code = row.get('ods_code') || footprintId(row.get('organisation'));
  const note = row.get('note');
  return {
    id: type === 'specialised_commissioning' || type === 'primary_care' ? type : code,
    name: shortName(row.get('organisation')),
    type,
    ...(note === '' ? {} : { note }),
  };
}

/** Names as people say them: the legal tail repeats on every row and hides the difference. */
function shortName(name: string): string {
  return name
    .replace(/^NHS (?!England)/, '')
    .replace(/ NHS (Foundation )?Trust$/, '')
    .replace('NHS England specialised commissioning (footprint share)', 'Specialised commissioning')
    .replace(
      'NHS England or delegated primary medical care (footprint share)',
      'Primary medical care',
    )
    .replace(/^London Borough of /, '')
    .replace(/^Royal Borough of Kingston-Upon-Thames Council$/, 'Kingston upon Thames Council');
}

/** Budgets every footprint has even where no row lists them, and the two rows for local pressures. */
function understood(listed: readonly Organisation[]): Organisation[] {
  const always: Organisation[] = [
    {
      id: 'specialised_commissioning',
      name: 'Specialised commissioning',
      type: 'specialised_commissioning',
    },
    { id: 'primary_care', name: 'Primary medical care', type: 'primary_care' },
    { id: 'local_nhs', name: 'Local pressures, NHS', type: 'local_nhs' },
    { id: 'local_social_care', name: 'Local pressures, social care', type: 'local_social_care' },
  ];
  return always.filter((each) => !listed.some((own) => own.type === each.type));
}

const populationCell = (population: MarkedFigure): GivenCell => ({
  line: 'population',
  at: {},
  value: population.value,
  mark: population.mark,
  source: population.source,
  ...(population.note === undefined ? {} : { note: population.note }),
});

/** What is known of a trust, whichever footprint's row says it. */
interface KnownTrust {
  readonly income?: { readonly cell: Omit<GivenCell, 'at'> };
  /** Residents of all footprints that list it, and how many there are. */
  readonly residents: number;
  readonly listings: number;
}

function knownTrusts(
  members: readonly TableRow[],
  footprints: readonly TableRow[],
  placeBased: FootprintCells['placeBased'],
): ReadonlyMap<string, KnownTrust> {
  const people = new Map(
    footprints.map((row) => [row.get('number'), readNumber(row.get('population_2016')) ?? 0]),
  );
  const known = new Map<string, KnownTrust>();
  for (const row of members) {
    if (!row.get('type').endsWith('_trust') || row.get('ods_code') === '') continue;
    const before = known.get(row.get('ods_code'));
    const income = better(before?.income, openingIncome(row, placeBased));
    known.set(row.get('ods_code'), {
      residents: (before?.residents ?? 0) + (people.get(row.get('footprint_number')) ?? 0),
      listings: (before?.listings ?? 0) + 1,
      ...(income ? { income } : {}),
    });
  }
  return known;
}

/** A figure of 2015/16 or 2016/17 stands before one of 2018/19. */
function better(
  a: KnownTrust['income'],
  b: KnownTrust['income'],
): KnownTrust['income'] | undefined {
  if (!a || !b) return a ?? b;
  return a.cell.mark === 'derived' && b.cell.mark !== 'derived' ? b : a;
}

function openingIncome(
  row: TableRow,
  placeBased: FootprintCells['placeBased'],
): KnownTrust['income'] {
  const income = readNumber(row.get('annual_income_gbp_m'));
  const value = income ?? readNumber(row.get('reference_income_2018_19_gbp_m'));
  if (value === undefined) return undefined;
  const year = income === undefined ? '2018/19' : row.get('income_year') || '2016/17';
  // Without a national figure for the year nothing is carried back.
  const back =
    (placeBased.get('2015/16') ?? 1) / (placeBased.get(year) ?? placeBased.get('2015/16') ?? 1);
  const confidence = row.get('income_confidence');
  return {
    cell: {
      line: 'trust_income',
      value: value * back,
      mark: income !== undefined && confidence === 'recalled' ? 'recalled' : 'derived',
      source: row.get('source'),
      note: `£${value}m in ${year}, carried back to 2015/16 by national allocation growth. Later income includes sustainability funding, which is not taken out.`,
    },
  };
}

/**
 * A trust listed in several footprints is counted in each by its part of their residents. A trust without
 * known accounts is sized by what this footprint buys, so all of that is this footprint's.
 */
function trustCells(
  row: TableRow,
  trusts: ReadonlyMap<string, KnownTrust>,
  residents: number,
): GivenCell[] {
  const code = row.get('ods_code');
  const trust = trusts.get(code);
  if (!trust?.income) return [];
  const at = { provider: code };
  const cells: GivenCell[] = [{ ...trust.income.cell, at }];
  if (trust.listings > 1 && trust.residents > 0) {
    cells.push({
      line: 'trust_footprint_share',
      at,
      value: residents / trust.residents,
      mark: 'assumption',
      source: `Listed in ${trust.listings} footprints; counted once in the country, by their residents.`,
    });
  }
  return cells;
}

/** The published bridges, as comparators. */
export function readPublishedSteps(text: string): Result<readonly PublishedStep[]> {
  const rows = readTable(text, 'footprints/published-bridges.csv', [
    'footprint',
    'step',
    'value_gbp_m',
    'year',
    'scope',
    'confidence',
    'note',
    'source',
  ]);
  if (!rows.ok) return rows;
  return success(
    rows.value.flatMap((row) => {
      const value = readNumber(row.get('value_gbp_m'));
      const mark = row.get('confidence');
      if (value === undefined) return [];
      return [
        {
          footprint: footprintId(row.get('footprint')),
          step: row.get('step'),
          value,
          year: row.get('year'),
          scope: row.get('scope'),
          mark: isMark(mark) ? mark : ('recalled' as const),
          note: row.get('note'),
          source: row.get('source'),
        },
      ];
    }),
  );
}
