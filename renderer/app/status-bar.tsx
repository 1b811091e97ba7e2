/** What a workbook tells at its foot: the selection added up, and how the numbers came about. */
import { formatNumber } from '../../shared/units/format';
import type { Tally } from '../store/app-state';
import { useApp } from '../store/use-app';
import { formatCell, unitLabel } from '../ui/format-cell';

export function StatusBar() {
  const tally = useApp((state) => state.tally);
  const calculating = useApp((state) => state.calculating);
  const milliseconds = useApp((state) => state.milliseconds);
  const cells = useApp((state) => state.views?.cells ?? 0);
  const imbalance = useApp((state) => state.views?.bridge.imbalance ?? 0);
  return (
    <footer className="fb-status">
      <div className="fb-status-part">
        {tally && tally.count > 0 ? <Tallied tally={tally} /> : null}
      </div>
      <div className="fb-status-part">
        <span role="status">
          {calculating
            ? 'Calculating…'
            : `${formatNumber(cells, { decimals: 0 })} cells in ${Math.max(1, Math.round(milliseconds))} ms`}
        </span>
        <span className="fb-status-wide">
          Bridge adds up to {formatNumber(imbalance, { decimals: 2 })}
        </span>
        <span>£m cash</span>
      </div>
    </footer>
  );
}

function Tallied({ tally: { count, sum, unit } }: { readonly tally: Tally }) {
  return (
    <>
      <span>Selected {count}</span>
      {unit === null ? (
        <span>Different units: no sum</span>
      ) : (
        <>
          <span>
            Sum <b>{formatCell(sum, unit)}</b>
          </span>
          {count > 1 ? (
            <span>
              Average <b>{formatCell(sum / count, unit)}</b>
            </span>
          ) : null}
          <span>{unitLabel(unit)}</span>
        </>
      )}
    </>
  );
}
