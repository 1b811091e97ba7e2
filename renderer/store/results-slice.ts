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
      void get().appraise();
    },

    appraisal: { status: 'none', view: null, document: null, problems: [] },
    appraise: async () => {
      const { document, scenario, sheet, appraisal } = get();
      if (!document) return;
      if (sheet !== 'appraisal') {
        // What is half done is let go of: the sheet asks again when it is opened.
        if (appraisal.status === 'working') engine.cancel('appraise');
        return;
      }
      const isKnown = appraisal.document === document && appraisal.view?.scenario === scenario;
      if (isKnown && appraisal.status === 'ready') return;
      set({ appraisal: { ...appraisal, status: 'working' } });
      const outcome = await engine.run('appraise', { document, scenario });
      if (outcome.status === 'superseded') return;
      const last = get().appraisal;
      if (outcome.status === 'done' && outcome.value.ok) {
        const view = outcome.value.value;
        set({ appraisal: { status: 'ready', view, document, problems: [] } });
        return;
      }
      const problems =
        outcome.status === 'fault'
          ? [brokenEngine(outcome.message)]
          : outcome.value.ok
            ? []
            : outcome.value.problems;
      set({ appraisal: { ...last, status: 'failed', problems } });
    },
  });
