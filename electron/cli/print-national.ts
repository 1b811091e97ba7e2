/** The national table: all footprints and England, for a terminal or a spreadsheet. */
import type { EnglandRow, NationalRow, NationalScenario } from '../../shared/report/national-view';
import type { GapView, SectorGap } from '../../shared/report/table';
import { formatMillions, formatNumber } from '../../shared/units/format';
import { type CsvCell, toCsv } from './csv';
import { childWords } from './print-comparison';
import { type Column, terminalTable, wrap } from './terminal-table';

const SCOPE: Readonly<Record<GapView, string>> = {
  nhs: 'NHS',
  social_care: 'social care',
  total: 'together',
};

/** Full names are in the CSV and the JSON. */
const WIDEST_NAME = 36;

function short(name: string): string {
  const letters = [...name];
  if (letters.length <= WIDEST_NAME) return name;
  return `${letters
    .slice(0, WIDEST_NAME - 1)
    .join('')
    .trimEnd()}…`;
}

const right = (title: string): Column => ({ title, right: true });

const named = (row: NationalRow): string[] => [String(row.number), short(row.name)];
const ENGLAND = ['', 'England'];

export function nationalText(
  rows: readonly NationalRow[],
  england: EnglandRow,
  child?: string,
): string {
  const lastYear = rows[0]?.lastYear ?? '';
  const words = child === undefined ? '' : childWords(child);
  const { published } = england;
  return [
    gapTable(rows, england, lastYear),
    ...scenarioTables(rows, england, lastYear, ''),
    ...(child === undefined ? [] : scenarioTables(rows, england, lastYear, words)),
    '',
    wrap(scenarioNames(england)),
    ...childNote(england, lastYear, words),
    wrap(
      `Published gaps and steps are comparators, never results. ${published.footprints} of ${england.footprints} footprints published a gap; England's are the sums over those, in scopes that differ, and a star is a scope that was not stated, read as the NHS. Ours beside them is in the same scope; it meets them because local pressures are calibrated to.`,
    ),
    wrap('A shortfall is negative. Before sustainability and transformation funding.'),
  ].join('\n');
}

/** What is left and what the schemes do: as planned, or as the child has it, which `words` says. */
function scenarioTables(
  rows: readonly NationalRow[],
  england: EnglandRow,
  lastYear: string,
  words: string,
): string[] {
  const part = words === '' ? '' : ` ${words}`;
  const left = `Left in ${lastYear}${part}, £m, together`;
  const net = `Schemes, net${part}, £m, together`;
  const isShown = ({ childOf }: NationalScenario) => (childOf === null) === (words === '');
  return [
    '',
    scenarioTable(rows, england, left, isShown, ({ residual }) => formatNumber(residual.total)),
    '',
    scenarioTable(rows, england, net, isShown, ({ schemesNet }) =>
      formatNumber(schemesNet.total, { signed: true }),
    ),
  ];
}

/** England as planned and as the child has it, a sentence a scenario. */
function childNote({ scenarios }: EnglandRow, lastYear: string, words: string): string[] {
  const told = scenarios.flatMap((each) => {
    const planned = scenarios.find(({ id }) => id === each.childOf);
    if (!planned) return [];
    const [before, after] = [planned, each].map(({ schemesNet }) =>
      formatMillions(schemesNet.total, { signed: true }),
    );
    return [`${planned.name}: as planned ${before}; ${words} ${after}.`];
  });
  return told.length === 0 ? [] : [`What the schemes do in England in ${lastYear}.`, ...told];
}

function gapTable(rows: readonly NationalRow[], england: EnglandRow, lastYear: string): string {
  const columns = [
    right('No.'),
    { title: `Do nothing in ${lastYear}, £m` },
    ...['NHS', 'Social care', 'Together', 'Published', 'Ours'].map(right),
    { title: 'Scope' },
    { title: 'Mark' },
    right('Steps'),
  ];
  const gap = ({ nhs, socialCare, total }: SectorGap) => [
    formatNumber(nhs),
    formatNumber(socialCare),
    formatNumber(total),
  ];
  const body = rows.map((row) => [
    ...named(row),
    ...gap(row.doNothing),
    ...(row.published
      ? [
          formatNumber(row.published.value),
          formatNumber(row.published.ours),
          `${SCOPE[row.published.scope]}${row.published.scopeStated ? '' : ' *'}`,
          row.published.mark,
        ]
      : ['–', '', '', '']),
    row.publishedSteps === 0 ? '–' : String(row.publishedSteps),
  ]);
  const { published } = england;
  const total = [
    ...ENGLAND,
    ...gap(england.doNothing),
    ...[formatNumber(published.value), formatNumber(published.ours)],
    ...['mixed', `${published.footprints} of ${england.footprints}`],
    String(england.publishedSteps),
  ];
  return terminalTable(columns, [...body, total], [body.length]);
}

function scenarioTable(
  rows: readonly NationalRow[],
  england: EnglandRow,
  title: string,
  isShown: (scenario: NationalScenario) => boolean,
  show: (scenario: NationalScenario) => string,
): string {
  const heads = england.scenarios.filter(isShown).map(({ id, childOf }) => right(childOf ?? id));
  const columns = [right('No.'), { title }, ...heads];
  const cells = (scenarios: readonly NationalScenario[]) => scenarios.filter(isShown).map(show);
  const body = rows.map((row) => [...named(row), ...cells(row.scenarios)]);
  const total = [...ENGLAND, ...cells(england.scenarios)];
  return terminalTable(columns, [...body, total], [body.length]);
}

const scenarioNames = ({ scenarios }: EnglandRow): string =>
  `${scenarios
    .filter(({ childOf }) => childOf === null)
    .map(({ id, name }) => `${id}: ${name}`)
    .join('; ')}.`;

/** One row a footprint, England last with number and id empty. */
export function nationalCsv(rows: readonly NationalRow[], england: EnglandRow): string {
  const header = [
    ...['number', 'id', 'name', 'region', 'last_year'],
    ...threeOf('do_nothing'),
    ...['published', 'ours', 'published_scope', 'published_mark', 'published_steps'],
    ...england.scenarios.flatMap(({ id }) => [
      ...threeOf(`${id}_residual`),
      ...threeOf(`${id}_net`),
    ]),
  ];
  const body = rows.map((row) => [
    ...[row.number, row.id, row.name, row.region, row.lastYear],
    ...values(row.doNothing),
    ...[row.published?.value ?? null, row.published?.ours ?? null],
    ...[row.published?.scope ?? '', row.published?.mark ?? '', row.publishedSteps],
    ...row.scenarios.flatMap(scenarioValues),
  ]);
  const total: CsvCell[] = [
    ...[null, '', 'England', '', rows[0]?.lastYear ?? ''],
    ...values(england.doNothing),
    ...[england.published.value, england.published.ours, 'mixed', '', england.publishedSteps],
    ...england.scenarios.flatMap(scenarioValues),
  ];
  return toCsv(header, [...body, total]);
}

const threeOf = (name: string): string[] =>
  ['nhs', 'social_care', 'total'].map((part) => `${name}_${part}`);

const values = ({ nhs, socialCare, total }: SectorGap): number[] => [nhs, socialCare, total];

const scenarioValues = ({ residual, schemesNet }: NationalScenario): number[] => [
  ...values(residual),
  ...values(schemesNet),
];
