/** What is open, which scenario is on show against which, and the edits that can be undone. */
import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { countOf } from '../../shared/units/words';
import { FootprintPicker } from '../features/footprint/footprint-picker';
import { ScenarioPickers } from '../features/scenario/scenario-pickers';
import { editsOfShown } from '../store/edit-count';
import { hasGrid } from '../store/tables';
import { useApp } from '../store/use-app';
import { BarButton } from './bar-button';

export function TopBar() {
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');
  const past = useApp((state) => state.past);
  const future = useApp((state) => state.future);
  const undo = useApp((state) => state.undo);
  const redo = useApp((state) => state.redo);
  const navOpen = useApp((state) => state.navOpen);
  const setNavOpen = useApp((state) => state.setNavOpen);
  const inspectorOpen = useApp((state) => state.inspectorOpen);
  const canInspect = useApp((state) => hasGrid(state.sheet));
  const toggleInspector = useApp((state) => state.toggleInspector);
  const other = scheme === 'light' ? 'dark' : 'light';
  return (
    <header className="fb-topbar">
      <span className="fb-nav-toggle">
        <BarButton
          icon="list"
          label="Sheets"
          pressed={navOpen}
          onClick={() => setNavOpen(!navOpen)}
        />
      </span>
      <span className="fb-brand">Footbridge</span>
      <FootprintPicker />
      <div className="fb-topbar-scenarios">
        <ScenarioPickers />
      </div>
      <div className="fb-topbar-end">
        <span className="fb-edits">{editCount(editsOfShown(past))}</span>
        <BarButton
          icon="undo"
          label={past.length > 0 ? `Undo: ${past.at(-1)?.label}` : 'Nothing to undo'}
          keys="Ctrl+Z"
          disabled={past.length === 0}
          onClick={undo}
        />
        <BarButton
          icon="redo"
          label={future.length > 0 ? `Redo: ${future.at(-1)?.label}` : 'Nothing to redo'}
          keys="Ctrl+Y"
          disabled={future.length === 0}
          onClick={redo}
        />
        <BarButton
          icon={other === 'dark' ? 'moon' : 'sun'}
          label={`Show in ${other} colours`}
          onClick={() => setColorScheme(other)}
        />
        <BarButton
          icon="panel"
          disabled={!canInspect}
          label={inspectorOpen ? 'Hide the inspector' : 'Show the inspector'}
          pressed={inspectorOpen}
          onClick={toggleInspector}
        />
      </div>
    </header>
  );
}

const editCount = (edits: number): string =>
  edits === 0 ? 'No edits yet' : countOf(edits, 'edit');
