/** What is being worked on, and every edit of it, with undo. */
import type { FootbridgeDocument } from '../../shared/domain/document';
import { DO_NOTHING } from '../../shared/domain/scenario';
import type { Problem } from '../../shared/errors/problem';
import type { AppState, Choice, DocumentSlice, Edit, Services, Slice } from './app-state';
import { clearCells, schemesOn, setCells, switchScheme } from './commands';

export type SetState = (part: Partial<AppState>) => void;
export type GetState = () => AppState;

export const documentSlice: Slice<DocumentSlice> = (services) => (set, get) => ({
  catalogue: null,
  document: null,
  scenario: DO_NOTHING,
  comparator: DO_NOTHING,
  gapView: null,
  past: [],
  future: [],

  start: () => start(services, set, get),
  openFootprint: (id) => openFootprint(services, set, get, id),

  setCells: (edits, label) => change(set, get, label, (document) => setCells(document, edits)),
  clearCells: (targets, label) =>
    change(set, get, label, (document) => clearCells(document, targets)),
  switchScheme: (scenario, scheme, on) =>
    change(set, get, on ? 'Switch a scheme on' : 'Switch a scheme off', (document) =>
      switchScheme(document, scenario, scheme, on),
    ),

  undo: () => {
    const { past, future } = get();
    const edit = past.at(-1);
    if (!edit) return;
    moveTo(set, get, edit, 'before', { past: past.slice(0, -1), future: [...future, edit] });
  },
  redo: () => {
    const { past, future } = get();
    const edit = future.at(-1);
    if (!edit) return;
    moveTo(set, get, edit, 'after', { past: [...past, edit], future: future.slice(0, -1) });
  },

  chooseScenario: (scenario) => {
    set({ scenario, before: null });
    void get().recalculate();
  },
  chooseComparator: (comparator) => {
    set({ comparator, before: null });
    void get().recalculate();
  },
  chooseGapView: (gapView) => {
    set({ gapView });
    void get().recalculate();
  },
});

async function start(services: Services, set: SetState, get: GetState): Promise<void> {
  set({ phase: 'starting', progress: 'Finding the program behind this page', problems: [] });
  const host = await services.connect();
  if (!host.ok) return fail(set, host.problems);
  const description = await host.value.call('app.describe', {});
  if (!description.ok) return fail(set, description.problems);
  set({ progress: 'Fetching the models' });
  const library = await host.value.call('library.read', {});
  if (!library.ok) return fail(set, library.problems);
  const loaded = await services.engine.run('load', library.value.texts, (progress) =>
    set({ progress }),
  );
  if (loaded.status === 'fault') return fail(set, [brokenEngine(loaded.message)]);
  if (loaded.status !== 'done') return;
  if (!loaded.value.ok) return fail(set, loaded.value.problems);
  set({ catalogue: loaded.value.value });
  await get().openFootprint(description.value.footprint);
}

async function openFootprint(
  services: Services,
  set: SetState,
  get: GetState,
  id: string,
): Promise<void> {
  const name = get().catalogue?.footprints.find((footprint) => footprint.id === id)?.name ?? id;
  set({ progress: `Calculating ${name}` });
  const opened = await services.engine.run('open', id);
  // What is open stays open when another cannot be: its edits are nowhere else.
  const phase = get().views ? 'ready' : 'failed';
  if (opened.status === 'fault') return set({ phase, problems: [brokenEngine(opened.message)] });
  if (opened.status !== 'done') return;
  if (!opened.value.ok) return set({ phase, problems: opened.value.problems });
  const after = opened.value.value;
  const { document: before, past } = get();
  // Kept in the history, so that Undo brings the footprint of before back with its edits.
  const opening = before && { label: `Open ${after.footprint.name}`, before, after, opens: true };
  set({
    document: after,
    past: opening ? [...past, opening] : [],
    future: [],
    ...startingChoices(after, get().scenario),
  });
  await get().recalculate();
}

/** Another document starts with no cell selected and on its own published gap. */
const startingChoices = (document: FootbridgeDocument, scenario: string): Partial<AppState> => ({
  before: null,
  comparator: DO_NOTHING,
  gapView: null,
  scenario: firstPlan(document, scenario),
  cells: {},
  told: '',
  tally: null,
  explanation: { status: 'none', trail: [], problems: [] },
});

/** Keeps the scenario on show where the new footprint has it too; else the fullest plan. */
function firstPlan(document: FootbridgeDocument, current: string): string {
  const kept = document.scenarios.find(({ id }) => id === current && id !== DO_NOTHING);
  return kept?.id ?? fullestPlan(document);
}

/** The scenario with most schemes on; the last of several. */
function fullestPlan(document: FootbridgeDocument): string {
  const sized = document.scenarios.map(({ id }) => ({ id, size: schemesOn(document, id).size }));
  const most = Math.max(0, ...sized.map(({ size }) => size));
  return sized.findLast(({ size }) => size === most)?.id ?? DO_NOTHING;
}

/** Makes an edit that can be undone; `show` brings another scenario on show with it. */
export function change(
  set: SetState,
  get: GetState,
  label: string,
  command: (document: FootbridgeDocument) => FootbridgeDocument,
  show: Partial<Choice> = {},
): void {
  const { document: before, scenario, comparator, views, past } = get();
  if (!before) return;
  const after = command(before);
  if (after === before) return;
  const shown = { before: { scenario, comparator }, after: { scenario, comparator, ...show } };
  const moves = shown.after.scenario !== scenario || shown.after.comparator !== comparator;
  set({
    document: after,
    past: [...past, { label, before, after, ...(moves && { shown }) }],
    future: [],
    told: '',
    ...shown.after,
    // Two scenarios differ by more than the edit, so then nothing is told as moved by it.
    before: moves ? null : (views?.headline ?? null),
  });
  void get().recalculate();
}

/** Undo and redo are no edits of their own, so nothing is told as moved by the last one. */
function moveTo(
  set: SetState,
  get: GetState,
  edit: Edit,
  side: 'before' | 'after',
  history: Pick<DocumentSlice, 'past' | 'future'>,
): void {
  const document = edit[side];
  const choices = edit.opens
    ? startingChoices(document, get().scenario)
    : { before: null, told: '', ...(edit.shown?.[side] ?? standing(document, get())) };
  set({ document, ...history, ...choices });
  void get().recalculate();
}

/** What is on show, less what the document does not hold. */
function standing(document: FootbridgeDocument, { scenario, comparator }: Choice): Choice {
  const kept = (id: string) =>
    document.scenarios.some((each) => each.id === id) ? id : DO_NOTHING;
  return { scenario: kept(scenario), comparator: kept(comparator) };
}

const fail = (set: SetState, problems: readonly Problem[]) => set({ phase: 'failed', problems });

/** A fault is a bug of ours: said plainly, with what still can be done. */
export const brokenEngine = (message: string): Problem => ({
  code: 'engine.fault',
  message: `The calculation stopped: ${message}`,
  remedy:
    'Undo the last edit. If it happens again, this is a fault in Footbridge: please report it.',
});
