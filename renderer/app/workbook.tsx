/** The workbook: bar on top, sheets at the left, the sheet in the middle, the inspector, the status line. */
import { HeadlineStrip } from '../features/headline/headline-strip';
import { Inspector } from '../features/inspector/inspector';
import { PlanTests } from '../features/scenario/plan-tests';
import { hasGrid } from '../store/tables';
import { useApp } from '../store/use-app';
import { Icon } from '../ui/icons';
import { ProblemBanner } from './problem-banner';
import { SheetNav } from './sheet-nav';
import { SheetSwitch } from './sheet-switch';
import { StatusBar } from './status-bar';
import { TopBar } from './top-bar';
import { useLeaveWarning } from './use-leave-warning';
import { useShortcuts } from './use-shortcuts';
import './workbook.css';

export function Workbook() {
  useShortcuts();
  useLeaveWarning();
  const inspectorOpen = useApp((state) => state.inspectorOpen && hasGrid(state.sheet));
  const toggleInspector = useApp((state) => state.toggleInspector);
  const navOpen = useApp((state) => state.navOpen);
  const classes = ['fb-workbook', inspectorOpen && 'fb-with-inspector', navOpen && 'fb-with-nav'];
  return (
    <div className={classes.filter(Boolean).join(' ')}>
      <TopBar />
      <SheetNav />
      <div className="fb-strip">
        <PlanTests />
        <HeadlineStrip />
        <ProblemBanner />
      </div>
      <main className="fb-main">
        <div className="fb-main-sheet">
          <SheetSwitch />
        </div>
      </main>
      {inspectorOpen ? (
        <aside className="fb-inspector" aria-label="Inspector">
          <button
            type="button"
            className="fb-inspector-close"
            aria-label="Close the inspector"
            onClick={toggleInspector}
          >
            <Icon name="close" size={14} />
          </button>
          <Inspector />
        </aside>
      ) : null}
      <StatusBar />
    </div>
  );
}
