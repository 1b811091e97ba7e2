/** The same table as plain HTML, for reading straight through, for screen readers and for printing. */
import type { ReportRow, ReportTable } from '../../shared/report/table';
import { Chip } from '../ui/chip';
import { formatCell, unitLabel } from '../ui/format-cell';
import { isShortfall } from './columns';
import { markChip } from './marks';
import { outline } from './outline';

const NOTHING_FOLDED: ReadonlySet<string> = new Set();

interface ReadingTableProps {
  readonly table: ReportTable;
  readonly rows: readonly ReportRow[];
  readonly detail?: boolean;
}

export function ReadingTable({ table, rows, detail = false }: ReadingTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard.
    <section className="fb-reading" aria-label={`${table.title} as a table`} tabIndex={0}>
      <table className="fb-table">
        <caption className="fb-hidden">{table.title}</caption>
        <thead>
          <tr>
            <th scope="col">{table.title}</th>
            <th scope="col">Unit</th>
            {table.columns.map((name) => (
              <th key={name} scope="col" className="fb-number">
                {name}
              </th>
            ))}
            {detail ? (
              <>
                <th scope="col" className="fb-number">
                  Low
                </th>
                <th scope="col" className="fb-number">
                  High
                </th>
              </>
            ) : null}
            <th scope="col">Standing</th>
            {detail ? <th scope="col">Source</th> : null}
          </tr>
        </thead>
        <tbody>
          {outline(rows, NOTHING_FOLDED).map(({ key, row }) => (
            <ReadingRow key={key} row={row} table={table} detail={detail} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface ReadingRowProps extends Required<Omit<ReadingTableProps, 'rows'>> {
  readonly row: ReportRow;
}

function ReadingRow({ row, table, detail }: ReadingRowProps) {
  const strong = row.kind === 'total' || row.kind === 'heading';
  const chip = markChip(row.mark);
  return (
    <tr className={strong ? 'fb-strong' : undefined}>
      <th scope="row" style={{ paddingLeft: 10 + row.level * 16 }}>
        {row.label}
      </th>
      <td className="fb-soft">{row.kind === 'heading' ? '' : unitLabel(row.unit)}</td>
      {table.columns.map((name, column) => (
        <td key={name} className={isShortfall(row, column) ? 'fb-number fb-worse' : 'fb-number'}>
          {formatCell(row.values[column], row.unit)}
          {row.overridden?.[column] ? <span className="fb-hidden"> (changed here)</span> : null}
        </td>
      ))}
      {detail ? (
        <>
          <td className="fb-number">{formatCell(row.low, row.unit)}</td>
          <td className="fb-number">{formatCell(row.high, row.unit)}</td>
        </>
      ) : null}
      <td>{chip ? <Chip {...chip} /> : (row.mark ?? '')}</td>
      {detail ? <td className="fb-soft">{row.source}</td> : null}
    </tr>
  );
}
