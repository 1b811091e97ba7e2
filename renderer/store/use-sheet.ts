/** A sheet's table with everything the grid asks of it: what may be typed, what typing does, what to show. */
import { useMemo } from 'react';
import { DO_NOTHING } from '../../shared/domain/scenario';
import type { ReportRow, ReportTable } from '../../shared/report/table';
import { parseYear } from '../../shared/units/financial-year';
import { formatValue, shortUnit } from '../../shared/units/format';
import { parseNumber } from '../../shared/units/parse-number';
import { parseUnit } from '../../shared/units/unit';
import type { Catalogue } from '../compute/catalogue';
import type { CellRef, Tally } from './app-state';
import type { CellEdit } from './commands';
import { resetTargets } from './reset-targets';
import { type SheetId, scenarioOn } from './sheets';
import { tableOf } from './tables';
import { appState, useApp } from './use-app';

export interface TypedText {
  readonly rowId: string;
  readonly column: number;
  readonly text: string;
}

const EMPTY: ReportTable = { id: 'empty', title: '', unit: '', columns: [], rows: [] };

export function useSheet(sheet: SheetId) {
  const views = useApp((state) => state.views);
  const selected = useApp((state) => state.cells[sheet] ?? null);
  const catalogue = useApp((state) => state.catalogue);
  const readingView = useApp((state) => state.readingView);
  const onReadingView = useApp((state) => state.setReadingView);
  const table = (views && tableOf(views, sheet)) ?? EMPTY;
  const verbs = useMemo(() => verbsOf(sheet), [sheet]);
  const bar = useMemo(() => describeCell(table, selected, catalogue), [table, selected, catalogue]);
  return { table, selected, readingView, onReadingView, ...verbs, ...bar };
}

/** The verbs read the state of the moment, so they never change and never make the grid start over. */
function verbsOf(sheet: SheetId) {
  const rowsNow = () => {
    const { views } = appState();
    return (views && tableOf(views, sheet)) ?? EMPTY;
  };
  return {
    isEditable,
    check: (row: ReportRow, text: string): string | null => {
      const parsed = parseNumber(text, row.unit);
      return parsed.ok ? null : refusal(parsed.problems);
    },
    onEdit: (typed: readonly TypedText[]) => edit(sheet, rowsNow(), typed),
    onReset: (cells: readonly CellRef[]) => reset(sheet, rowsNow(), cells),
    onSelect: (cell: CellRef | null) => appState().selectCell(sheet, cell),
    onTally: (tally: Tally | null) => appState().setTally(tally),
  };
}

/** Inputs with a number in them; a blank stands where the model asks for none. */
export const isEditable = (row: ReportRow, column: number): boolean =>
  row.kind === 'input' && row.address !== undefined && typeof row.values[column] === 'number';

const refusal = (problems: readonly { message: string; remedy?: string }[]): string =>
  problems.map(({ message, remedy }) => (remedy ? `${message} ${remedy}` : message)).join(' ');

/** All or none: one text that cannot be read leaves everything as it was. */
function edit(sheet: SheetId, table: ReportTable, typed: readonly TypedText[]): string | null {
  const { reach, scenario, setCells } = appState();
  // Only the assumptions sheet offers the choice, and do nothing has nothing of its own.
  const isOwn = sheet === 'assumptions' && reach === 'this' && scenario !== DO_NOTHING;
  const edits: CellEdit[] = [];
  let label = '';
  for (const { rowId, column, text } of typed) {
    const row = table.rows.find(({ id }) => id === rowId);
    if (!row?.address) return 'Only inputs, on a yellow ground, can be changed.';
    if (row.kind !== 'input') return `${row.label} is calculated and cannot be typed over.`;
    if (!isEditable(row, column)) return `${row.label} plays no part in that year.`;
    const parsed = parseNumber(text, row.unit);
    if (!parsed.ok) return refusal(parsed.problems);
    if (parsed.value === row.values[column]) continue;
    const year = yearOf(table, column);
    edits.push({
      ...row.address,
      scenario: isOwn ? scenario : null,
      ...(year !== undefined && { year }),
      value: parsed.value,
    });
    label = row.label;
  }
  if (edits.length > 0) setCells(edits, edits.length > 1 ? `${edits.length} cells` : label);
  return null;
}

function reset(sheet: SheetId, table: ReportTable, cells: readonly CellRef[]): void {
  const { document, scenario, clearCells } = appState();
  if (!document) return;
  const targets = cells.flatMap(({ rowId, column }) => {
    const address = table.rows.find(({ id }) => id === rowId)?.address;
    const year = yearOf(table, column);
    return address ? resetTargets(document, scenarioOn(sheet, scenario), address, year) : [];
  });
  if (targets.length > 0) clearCells(targets, 'Reset to the value it had');
}

/** A table with one column tells of every year at once, so an edit there holds in every year. */
const yearOf = (table: ReportTable, column: number): number | undefined =>
  table.columns.length > 1 ? parseYear(table.columns[column] ?? '') : undefined;

function describeCell(table: ReportTable, cell: CellRef | null, catalogue: Catalogue | null) {
  const row = table.rows.find(({ id }) => id === cell?.rowId);
  if (!cell || !row) return NO_CELL;
  const line = row.address && catalogue?.lines[row.address.line];
  const year = table.columns[cell.column];
  const name = line && line.label !== row.label ? `${line.label} · ${row.label}` : row.label;
  const formula = cell.column === 0 ? (line?.opening ?? line?.formula) : line?.formula;
  const unit = parseUnit(row.unit);
  const value = row.values[cell.column];
  const typed =
    unit.ok && typeof value === 'number' ? `Input: ${formatValue(value, unit.value)}` : '';
  const calculated = formula ?? (line?.collects ? 'Adds up what other lines contribute' : '');
  const isInput = row.kind === 'input';
  return {
    address: year ? `${name} · ${year}` : name,
    content: isInput ? [typed, row.note].filter(Boolean).join('. ') : calculated,
    isFormula: !isInput && formula !== undefined,
    unit: row.kind === 'heading' || !unit.ok ? '' : shortUnit(unit.value),
  };
}

const NO_CELL = {
  address: '',
  content: 'Select a number to see what is in it. Yellow cells can be typed over.',
  isFormula: false,
  unit: '',
};
