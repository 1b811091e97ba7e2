/** The latest results of the engine for what the document slice holds. Never saved: they can be redone. */
import type { ResultsSlice, Slice } from './app-state';
import { brokenEngine } from './document-slice';

export const resultsSlice: Slice<ResultsSlice> =
  ({ engine }) =>
  (set, get) => ({
    phase: 'starting',
    progress: '',
    problems: [],
    views: null,
    calculating: false,
    milliseconds: 0,
    before: null,

    recalculate: async () => {
      const { document, scenario, comparator, gapView } = get();
      if (!document) return;
      set({ calculating: true });
      const outcome = await engine.run('views', {
        document,
        scenario,
        comparator,
        ...(gapView && { view: gapView }),
      });
      if (outcome.status === 'superseded') return;
      const refused =
        outcome.status === 'fault'
          ? [brokenEngine(outcome.message)]
          : outcome.value.ok
            ? null
            : outcome.value.problems;
      if (refused) {
        // With numbers already on show, they stay: the page says that they are of before the edit.
        const phase = get().views ? 'ready' : 'failed';
        set({ calculating: false, problems: refused, phase });
        return;
      }
      if (outcome.status !== 'done' || !outcome.value.ok) return;
      const views = outcome.value.value;
      const { milliseconds } = outcome;
      set({ views, milliseconds, calculating: false, phase: 'ready', problems: views.problems });
      void get().explainSelected();
    },
  });
