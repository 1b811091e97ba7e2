/** Which sheet and which cell, and the explanation of the number in it. */
import { parseYear } from '../../shared/units/financial-year';
import type { AppState, ExplanationState, SelectionSlice, Slice } from './app-state';
import { brokenEngine } from './document-slice';
import { scenarioOn } from './sheets';
import { tableOf } from './tables';

const NOTHING: ExplanationState = { status: 'none', trail: [], problems: [] };

/** How far below the selected number the engine explains at once; walking further asks again. */
const DEPTH = 3;

export const selectionSlice: Slice<SelectionSlice> =
  ({ engine }) =>
  (set, get) => ({
    sheet: 'overview',
    cells: {},
    tally: null,
    explanation: NOTHING,
    finding: null,

    showSheet: (sheet) => {
      set({ sheet, tally: null, navOpen: false, finding: null, told: '' });
      void get().explainSelected();
      void get().appraise();
    },
    showFinding: (id) => {
      const { sheet, finding } = get();
      // From one finding to another, the way back stays the way out of the evidence.
      const from = sheet === 'evidence' ? (finding?.from ?? sheet) : sheet;
      get().showSheet('evidence');
      set({ finding: { id, from } });
    },
    selectCell: (sheet, cell) => {
      const { [sheet]: _, ...others } = get().cells;
      set({ cells: cell ? { ...others, [sheet]: cell } : others });
      void get().explainSelected();
    },
    setTally: (tally) => set({ tally }),

    explainSelected: async () => {
      const { document } = get();
      const target = document && selectedAddress(get());
      if (!document || !target) {
        engine.cancel('explain');
        set({ explanation: NOTHING });
        return;
      }
      set({ explanation: { ...get().explanation, status: 'working' } });
      const outcome = await engine.run('explain', { document, ...target, depth: DEPTH });
      if (outcome.status === 'superseded') return;
      if (outcome.status === 'fault') {
        set({ explanation: failed([brokenEngine(outcome.message)]) });
      } else if (outcome.value.ok) {
        set({ explanation: { status: 'ready', trail: [outcome.value.value], problems: [] } });
      } else set({ explanation: failed(outcome.value.problems) });
    },

    walkDown: async (input) => {
      const { explanation, document, sheet, scenario } = get();
      const trail = [...explanation.trail, input];
      set({ explanation: { ...explanation, trail } });
      const year = parseYear(input.year);
      if (!document || year === undefined) return;
      // What came with the parent is shown at once; the engine then adds its sentence and what lies below.
      const outcome = await engine.run('explain', {
        document,
        scenario: scenarioOn(sheet, scenario),
        line: input.line,
        at: input.at,
        year,
        depth: DEPTH,
      });
      if (outcome.status !== 'done' || !outcome.value.ok) return;
      if (get().explanation.trail !== trail) return;
      const full = outcome.value.value;
      set({ explanation: { ...get().explanation, trail: [...explanation.trail, full] } });
    },
    walkBack: () => {
      const { explanation } = get();
      if (explanation.trail.length < 2) return;
      set({ explanation: { ...explanation, trail: explanation.trail.slice(0, -1) } });
    },
  });

const failed = (problems: ExplanationState['problems']): ExplanationState => ({
  status: 'failed',
  trail: [],
  problems,
});

/** The engine's address of the selected cell; undefined where there is no single number to explain. */
function selectedAddress({ sheet, cells, views, scenario }: AppState) {
  const cell = cells[sheet];
  const table = views && tableOf(views, sheet);
  const row = table?.rows.find(({ id }) => id === cell?.rowId);
  if (!cell || !table || !row?.address) return undefined;
  const value = row.values[cell.column];
  // A parameter that holds in every year is explained where it matters most: in the last one.
  const year = parseYear(table.columns[cell.column] ?? '') ?? parseYear(views?.years.at(-1) ?? '');
  if (value === null || value === undefined || year === undefined) return undefined;
  return { ...row.address, year, scenario: scenarioOn(sheet, scenario) };
}
