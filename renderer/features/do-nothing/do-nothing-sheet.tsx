/** Every organisation's budget if nothing changes, and what makes the gap grow. */
import { useState } from 'react';
import { BridgeChart } from '../../charts/bridge-chart';
import { Sheet } from '../../grid/sheet';
import { hatchWords } from '../../store/gap-scope';
import { useApp } from '../../store/use-app';
import { useSheet } from '../../store/use-sheet';
import { Icon } from '../../ui/icons';
import './do-nothing.css';

export function DoNothingSheet() {
  const model = useSheet('do-nothing');
  const causes = useApp((state) => state.views?.causes);
  const hatch = useApp((state) => (state.views ? hatchWords(state.views.headline) : ''));
  // On a low screen the grid comes first; the bridge is one click away.
  const [open, setOpen] = useState(() => window.innerHeight >= 880);
  return (
    <div className="fb-do-nothing">
      <div className="fb-do-nothing-grid">
        <Sheet
          title="Do nothing"
          lead="Each organisation’s position by year with no scheme switched on."
          model={model}
        />
      </div>
      {causes ? (
        <section className="fb-causes" aria-label={causes.title}>
          <h2>
            <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
              <Icon name={open ? 'chevron-down' : 'chevron-right'} size={14} />
              {causes.title}
            </button>
            <span className="fb-soft">
              {model.table.columns[0]} to {causes.year}, £m.{hatch}
            </span>
          </h2>
          {open ? (
            <div className="fb-causes-body">
              <BridgeChart bridge={causes} height={250} />
            </div>
          ) : null}
        </section>
      ) : null}
    </div>
  );
}
