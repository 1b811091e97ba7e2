/** `appraise`: net present value and payback of each scheme, and apart from them the books of each year. */
import type { FootbridgeDocument } from '../../../shared/domain/document';
import type { Library } from '../../../shared/domain/library';
import { NPV_YEARS } from '../../../shared/finance/appraisal';
import {
  type AppraisalRow,
  type AppraisalView,
  appraisalView,
} from '../../../shared/report/appraisal-view';
import { toJson } from '../../../shared/report/json-shapes';
import { yearLabel } from '../../../shared/units/financial-year';
import { formatNumber } from '../../../shared/units/format';
import { type CsvCell, toCsv } from '../csv';
import { done, type Outcome, refused } from '../outcome';
import { footprintOf, openScenarioModel } from '../run-scenario';
import { terminalTable, wrap } from '../terminal-table';
import type { OutputOptions } from './output';

export function appraise(
  library: Library,
  document: FootbridgeDocument,
  scenario: string,
  output: OutputOptions,
): Outcome {
  const open = openScenarioModel(library, document, scenario);
  if (!open.ok) return refused(open.problems);
  const view = appraisalView(open.value.model, open.value.scenario);
  if (output.json) {
    return done(toJson('appraise', { footprint: footprintOf(document), ...finite(view) }));
  }
  if (output.csv) return done(appraisalCsv(view));
  const title = `${document.footprint.name} · ${view.name} · appraised from ${view.from}`;
  const prices = yearLabel(document.horizon.first);
  const body = view.schemes.length > 0 ? tables(view, prices) : [];
  return done([title, wrap(view.sentence), ...body].join('\n'));
}

/** Schemes first, then all together; one scheme alone is all there is. */
const rowsOf = ({ schemes, together }: AppraisalView): readonly AppraisalRow[] =>
  schemes.length > 1 ? [...schemes, together] : schemes;

function tables(view: AppraisalView, prices: string): string[] {
  const rows = rowsOf(view);
  const rule = rows.length > 1 ? [rows.length - 1] : [];
  const value = terminalTable(
    [
      { title: `Present value, £m of ${prices}` },
      ...NPV_YEARS.map((years) => ({ title: `${years} years`, right: true })),
      { title: 'Capital, cash', right: true },
    ],
    rows.map((row) => [
      row.name,
      ...row.npv.map((each) => formatNumber(each)),
      formatNumber(row.capital),
    ]),
    rule,
  );
  const times = terminalTable(
    [
      { title: 'When it pays' },
      { title: 'Payback' },
      { title: 'Discounted payback' },
      { title: 'Breakeven' },
    ],
    rows.map((row) => [row.name, row.payback, row.discountedPayback, row.breakeven]),
    rule,
  );
  return ['', value, '', times, '', booksTable(view, rows), '', wrap(HOW_TO_READ)];
}

const HOW_TO_READ =
  'Present value weighs sixty years of real flows, everything standing still after the plan. Income and expenditure is cash in the books of each year, after capital charges; the two are never added. Breakeven is the first year in which the recurrent effect pays depreciation and PDC dividend.';

const BOOKS: readonly {
  readonly id: string;
  readonly label: string;
  readonly of: (row: AppraisalRow) => readonly number[];
}[] = [
  { id: 'income_and_expenditure', label: '', of: (row) => row.incomeAndExpenditure },
  { id: 'one_off', label: '  of which one-off', of: (row) => row.oneOff },
  { id: 'capital_charges', label: '  of which capital charges', of: (row) => row.capitalCharges },
];

/** Charges are a positive cost in the model; in the books they take away. */
const inBooks = (id: string, value: number): number => (id === 'capital_charges' ? -value : value);

function booksTable({ years }: AppraisalView, rows: readonly AppraisalRow[]): string {
  const blocks = rows.map((row) =>
    BOOKS.flatMap(({ id, label, of }) => {
      const values = of(row).map((each) => formatNumber(inBooks(id, each)));
      const isNothing = values.every((text) => text === formatNumber(0));
      return label !== '' && isNothing ? [] : [[label || row.name, ...values]];
    }),
  );
  const body = blocks.flat();
  const columns = [
    { title: 'Income and expenditure, £m cash' },
    ...years.map((title) => ({ title, right: true })),
  ];
  return terminalTable(
    columns,
    body,
    rows.length > 1 ? [body.length - (blocks.at(-1)?.length ?? 0)] : [],
  );
}

/** One row a value; what is a number of years is said in words. */
function appraisalCsv(view: AppraisalView): string {
  const rows = rowsOf(view).flatMap((row): CsvCell[][] => [
    ...NPV_YEARS.map((years, i) => [row.id, row.name, 'npv', `${years} years`, row.npv[i] ?? null]),
    [row.id, row.name, 'payback', '', row.payback],
    [row.id, row.name, 'discounted_payback', '', row.discountedPayback],
    [row.id, row.name, 'breakeven', '', row.breakeven],
    [row.id, row.name, 'capital', '', row.capital],
    ...BOOKS.flatMap(({ id, of }) =>
      of(row).map((value, i) => [row.id, row.name, id, view.years[i] ?? '', value]),
    ),
  ]);
  return toCsv(['scheme', 'name', 'measure', 'over', 'value'], rows);
}

const number = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** A number that could not be calculated is null in JSON. */
function finite(view: AppraisalView) {
  const row = (each: AppraisalRow) => ({
    ...each,
    npv: each.npv.map(number),
    capital: number(each.capital),
    incomeAndExpenditure: each.incomeAndExpenditure.map(number),
    oneOff: each.oneOff.map(number),
    capitalCharges: each.capitalCharges.map(number),
  });
  return { ...view, schemes: view.schemes.map(row), together: row(view.together) };
}
