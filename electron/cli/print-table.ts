/** A report table for a terminal or a spreadsheet. */
import type { ReportTable } from '../../shared/report/table';
import { formatNumber } from '../../shared/units/format';
import { toCsv } from './csv';
import { terminalTable } from './terminal-table';

/** One tidy row for each row and year. */
export function tableCsv(table: ReportTable): string {
  const rows = table.rows
    .filter((row) => row.kind !== 'heading')
    .flatMap((row) =>
      table.columns.map((year, i) => [
        row.id,
        row.label,
        row.unit,
        year,
        row.values[i] ?? null,
        row.mark ?? '',
      ]),
    );
  return toCsv(['id', 'label', 'unit', 'year', 'value', 'mark'], rows);
}

/** Years across, a line before each heading but the first. */
export function tableText(table: ReportTable): string {
  const columns = [
    { title: table.title },
    ...table.columns.map((title) => ({ title, right: true })),
    { title: '' },
  ];
  const rows = table.rows.map((row) => [
    `${'  '.repeat(row.level)}${row.label}`,
    ...table.columns.map((_, i) => {
      const value = row.values[i];
      return typeof value === 'number' ? formatNumber(value) : '';
    }),
    row.mark ?? '',
  ]);
  const rules = table.rows.flatMap((row, i) => (row.kind === 'heading' && i > 0 ? [i] : []));
  return terminalTable(columns, rows, rules);
}
