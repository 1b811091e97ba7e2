/** The first column: a label indented by level, with its unit when it differs, and its mark. */
import { Chip } from '../ui/chip';
import { unitLabel } from '../ui/format-cell';
import { Icon } from '../ui/icons';
import { markChip } from './marks';
import type { OutlineRow } from './outline';

interface LabelCellProps {
  readonly data: OutlineRow;
  /** The unit the heading tells; rows in another say so. */
  readonly tableUnit: string;
  readonly onToggle: (rowId: string) => void;
}

export function LabelCell({ data, tableUnit, onToggle }: LabelCellProps) {
  const { row, hasChildren, open } = data;
  const chip = markChip(row.mark);
  // Percentages carry their sign with them.
  const isPlain = row.unit === '' || row.unit === tableUnit || row.unit.startsWith('percent');
  const otherUnit = row.kind !== 'heading' && !isPlain;
  return (
    <span className="fb-label" style={{ paddingLeft: row.level * 12 }}>
      {hasChildren ? (
        <button
          type="button"
          className="fb-fold"
          tabIndex={-1}
          aria-expanded={open}
          aria-label={`${open ? 'Fold' : 'Unfold'} ${row.label}`}
          onClick={() => onToggle(row.id)}
        >
          <Icon name={open ? 'chevron-down' : 'chevron-right'} size={13} />
        </button>
      ) : (
        <span className="fb-fold-space" />
      )}
      <span className="fb-label-text" title={row.note ?? row.label}>
        {row.label}
      </span>
      {otherUnit ? <span className="fb-label-unit">{unitLabel(row.unit)}</span> : null}
      {chip ? <Chip text={chip.text} meaning={chip.meaning} /> : null}
    </span>
  );
}
