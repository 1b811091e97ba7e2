/** Schemes and scenarios added, renamed and removed, each as one edit that can be undone. */
import { builtOn, removeScenario, renameScenario } from '../../shared/document/edit-scenarios';
import { addScheme, removeScheme, renameScheme } from '../../shared/document/edit-schemes';
import type { FootbridgeDocument } from '../../shared/domain/document';
import { DO_NOTHING } from '../../shared/domain/scenario';
import type { Grown } from '../compute/messages';
import type { Choice, PlanSlice, Services, Slice } from './app-state';
import { brokenEngine, change, type GetState, type SetState } from './document-slice';
import { testId } from './plan-tests';

export const planSlice: Slice<PlanSlice> = (services) => (set, get) => ({
  told: '',

  addScheme: (typeId) => {
    const type = get().catalogue?.schemeTypes.find(({ id }) => id === typeId);
    const { document, scenario } = get();
    if (!type || !document) return;
    const { document: after, scheme } = addScheme(document, type, scenario);
    const name = nameOf(after.schemes, scheme);
    change(set, get, `Add ${name}`, () => after);
    const where =
      scenario === DO_NOTHING ? 'It is on in no scenario yet' : `On in ${scenarioName(get)}`;
    set({ told: `${name} added. ${where}; its values stand below.` });
  },
  renameScheme: (id, name) =>
    change(set, get, 'Rename a scheme', (document) => renameScheme(document, id, name)),
  removeScheme: (id) => {
    const name = nameOf(get().document?.schemes, id);
    change(set, get, `Remove ${name}`, (document) => removeScheme(document, id));
    set({ told: `${name} removed, with its values. Undo brings it back.` });
  },

  renameScenario: (id, name) =>
    change(set, get, 'Rename a scenario', (document) => renameScenario(document, id, name)),
  removeScenario: (id) => {
    const { document } = get();
    if (!document || id === DO_NOTHING) return;
    const name = nameOf(document.scenarios, id);
    const others = builtOn(document, id).length;
    const show = leftOnShow(document, id, get());
    change(set, get, `Remove ${name}`, (before) => removeScenario(before, id), show);
    const more = others === 0 ? '' : `, and ${others} built on it`;
    set({ told: `${name} removed${more}. Undo brings it back.` });
  },

  scaleUp: async (site) => {
    const name = get().catalogue?.sites.find(({ id }) => id === site)?.name ?? site;
    const before = get().document?.schemes.length ?? 0;
    const done = await grow(
      services,
      set,
      get,
      'scaleUp',
      site,
      get().scenario,
      `Scale up ${name}`,
    );
    if (!done) return;
    const added = (get().document?.schemes.length ?? 0) - before;
    const schemes = added === 1 ? 'scheme' : `${added} schemes`;
    set({ told: `${name} scaled up: its ${schemes} added and on in ${scenarioName(get)}.` });
  },
  putToTest: async (plan, child) => {
    const known = testId(plan, child);
    if (get().document?.scenarios.some(({ id }) => id === known)) {
      return get().choosePair({ scenario: known, comparator: plan });
    }
    const name = get().catalogue?.childScenarios.find(({ id }) => id === child)?.name ?? child;
    const label = `${nameOf(get().document?.scenarios, plan)}: ${name.toLowerCase()}`;
    await grow(services, set, get, 'addChild', child, plan, label, { comparator: plan });
  },
  choosePair: (choice) => {
    set({ ...choice, before: null });
    void get().recalculate();
  },
});

/** Has the worker make the next document, and takes it as one edit. True when it did. */
async function grow(
  services: Services,
  set: SetState,
  get: GetState,
  job: 'addChild' | 'scaleUp',
  what: string,
  scenario: string,
  label: string,
  show: Partial<Choice> = {},
): Promise<boolean> {
  const { document } = get();
  if (!document) return false;
  const outcome = await services.engine.run(job, { document, scenario, what });
  if (outcome.status === 'superseded') return false;
  if (outcome.status === 'fault') {
    set({ problems: [brokenEngine(outcome.message)] });
    return false;
  }
  if (!outcome.value.ok) {
    set({ problems: outcome.value.problems });
    return false;
  }
  // Somebody typed meanwhile: their edit must not be lost, so it is done again upon theirs.
  if (get().document !== document) {
    return grow(services, set, get, job, what, scenario, label, show);
  }
  const grown: Grown = outcome.value.value;
  change(set, get, label, () => grown.document, { scenario: grown.scenario, ...show });
  return true;
}

const nameOf = (
  named: readonly { readonly id: string; readonly name: string }[] | undefined,
  id: string,
): string => named?.find((each) => each.id === id)?.name ?? id;

const scenarioName = (get: GetState): string => nameOf(get().document?.scenarios, get().scenario);

/** When what is on show goes, the plan beneath it comes on show. */
function leftOnShow(document: FootbridgeDocument, id: string, choice: Choice): Partial<Choice> {
  const gone = new Set([id, ...builtOn(document, id)]);
  const parent = document.scenarios.find((each) => each.id === id)?.parent ?? DO_NOTHING;
  const scenario = gone.has(choice.scenario) ? parent : choice.scenario;
  const isAlone = gone.has(choice.comparator) || choice.comparator === scenario;
  const comparator = isAlone ? DO_NOTHING : choice.comparator;
  return {
    ...(scenario !== choice.scenario && { scenario }),
    ...(comparator !== choice.comparator && { comparator }),
  };
}
