/** What a sheet hands the grid: a table to show, and what to ask when somebody selects, types or resets. */
import type { ReportRow, ReportTable } from '../../shared/report/table';
import type { PasteTarget } from './clipboard';
import type { GridCell, RangeTally } from './range';

export interface GridModel {
  readonly table: ReportTable;
  readonly selected: GridCell | null;
  readonly isEditable: (row: ReportRow, column: number) => boolean;
  /** Why a typed text cannot be read as a value of the row; null when it can. */
  readonly check: (row: ReportRow, text: string) => string | null;
  /** Applies typed texts as one edit, all or none; says why when refused. */
  readonly onEdit: (targets: readonly PasteTarget[]) => string | null;
  readonly onReset: (cells: readonly GridCell[]) => void;
  readonly onSelect: (cell: GridCell | null) => void;
  readonly onTally: (tally: RangeTally | null) => void;
}
