/** The rows of a table with its groups folded: which are on show, and which can open. */
import type { ReportRow } from '../../shared/report/table';

export interface OutlineRow {
  /** The row's id; a heading that comes back further down is told apart from the first. */
  readonly key: string;
  readonly row: ReportRow;
  readonly hasChildren: boolean;
  readonly open: boolean;
}

/** A row is a group when the next one stands deeper; folding it hides all that stand deeper in turn. */
export function outline(
  rows: readonly ReportRow[],
  folded: ReadonlySet<string>,
): readonly OutlineRow[] {
  const shown: OutlineRow[] = [];
  const seen = new Map<string, number>();
  let hiddenBelow = Number.POSITIVE_INFINITY;
  for (const [index, row] of rows.entries()) {
    if (row.level > hiddenBelow) continue;
    const times = (seen.get(row.id) ?? 0) + 1;
    seen.set(row.id, times);
    const hasChildren = (rows[index + 1]?.level ?? 0) > row.level;
    const open = !folded.has(row.id);
    hiddenBelow = hasChildren && !open ? row.level : Number.POSITIVE_INFINITY;
    shown.push({ key: times > 1 ? `${row.id}#${times}` : row.id, row, hasChildren, open });
  }
  return shown;
}

/** Keeps the rows whose words hold every word of the filter, with the groups they stand under. */
export function filterRows(rows: readonly ReportRow[], filter: string): readonly ReportRow[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  const kept = new Set<ReportRow>();
  const above: ReportRow[] = [];
  for (const row of rows) {
    while ((above.at(-1)?.level ?? -1) >= row.level) above.pop();
    const path = [...above, row];
    const text = [...path.map(({ label }) => label), row.mark, row.source, row.unit]
      .join(' ')
      .toLowerCase();
    if (row.kind !== 'heading' && words.every((word) => text.includes(word))) {
      for (const part of path) kept.add(part);
    }
    above.push(row);
  }
  return rows.filter((row) => kept.has(row));
}
