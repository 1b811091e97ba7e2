import { beforeEach, describe, expect, test } from 'vitest';
import type { EngineClient } from '../../../../renderer/compute/engine-client';
import type { JobName } from '../../../../renderer/compute/messages';
import { createAppStore } from '../../../../renderer/store/app-store';
import { failure, success } from '../../../../shared/errors/problem';
import { views } from '../views-fixture';
import { documentOf } from './document-fixture';

let jobs: { job: JobName; input: unknown }[];
let answers: Record<string, (input: never) => unknown>;

const engine: EngineClient = {
  run: async (job, input) => {
    jobs.push({ job, input });
    return { status: 'done', value: answers[job]?.(input as never) as never, milliseconds: 7 };
  },
  cancel: () => {},
};

const connect = async () =>
  success({
    call: async (name: string) =>
      success(name === 'app.describe' ? { footprint: 'testshire' } : { texts: {} }) as never,
  });

const catalogue = {
  footprints: [],
  lines: {},
  schemeTypes: [{ id: 'kind', label: 'A kind', summary: 'Does a thing.', family: 'kinds' }],
  schemeFamilies: [{ id: 'kinds', label: 'Kinds' }],
  childScenarios: [{ id: 'track-record', name: 'Track record', description: '' }],
  evidence: [],
  outsideViews: [],
  sites: [],
  elements: {},
};

interface Grow {
  readonly document: ReturnType<typeof documentOf>;
  readonly scenario: string;
  readonly what: string;
}

/** What the worker does, told in small. */
const grown = ({ document, scenario, what }: Grow) => {
  const id = `${scenario}-${what}`;
  const child = { id, name: id, parent: scenario, on: [], off: [], cells: [] };
  return success({
    document: { ...document, scenarios: [...document.scenarios, child] },
    scenario: id,
  });
};

beforeEach(() => {
  jobs = [];
  const told = views([-90, -95, -100], [-90, -70, -60]);
  answers = {
    load: () => success(catalogue),
    open: () => success(documentOf()),
    views: () => success(told),
    explain: () => failure({ code: 'x', message: 'not asked' }),
    appraise: ({ scenario }: { scenario: string }) =>
      success({ scenario, name: scenario, sentence: '', schemes: [], years: [] }),
    addChild: grown,
    scaleUp: ({ document, scenario }: Grow) =>
      success({
        scenario,
        document: {
          ...document,
          schemes: [...document.schemes, { id: 'sutton', name: 'Sutton', type: 'kind' }],
        },
      }),
  };
});

async function opened() {
  const store = createAppStore({ connect, engine });
  await store.getState().start();
  store.getState().chooseScenario('plan');
  return store;
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('opening', () => {
  test('shows the plan with most schemes on', async () => {
    const full = documentOf();
    const scenarios = full.scenarios.map((each) =>
      each.id === 'plan' ? { ...each, on: ['a', 'b'] } : { ...each, off: ['a', 'b'] },
    );
    answers.open = () => success({ ...full, scenarios });
    const store = createAppStore({ connect, engine });
    await store.getState().start();
    expect(store.getState().scenario).toBe('plan');
  });
});

describe('a plan put to a test', () => {
  test('is shown against the plan, and undo shows again what was shown', async () => {
    const store = await opened();
    await store.getState().putToTest('plan', 'track-record');
    expect(store.getState()).toMatchObject({
      scenario: 'plan-track-record',
      comparator: 'plan',
    });
    store.getState().undo();
    expect(store.getState()).toMatchObject({ scenario: 'plan', comparator: 'do-nothing' });
    store.getState().redo();
    expect(store.getState()).toMatchObject({ scenario: 'plan-track-record', comparator: 'plan' });
  });

  test('a second time is only shown', async () => {
    const store = await opened();
    await store.getState().putToTest('plan', 'track-record');
    store.getState().chooseScenario('plan');
    const { document, past } = store.getState();
    await store.getState().putToTest('plan', 'track-record');
    expect(store.getState().document).toBe(document);
    expect(store.getState().past).toBe(past);
    expect(store.getState().scenario).toBe('plan-track-record');
  });

  test('keeps an edit made while the worker was at it', async () => {
    const store = await opened();
    const waiting = store.getState().putToTest('plan', 'track-record');
    store.getState().switchScheme('plan', 'b', true);
    await waiting;
    const { scenarios } = store.getState().document ?? documentOf();
    expect(scenarios.find(({ id }) => id === 'plan')?.on).toEqual(['a', 'b']);
    expect(scenarios.some(({ id }) => id === 'plan-track-record')).toBe(true);
  });

  test('that the worker refuses leaves everything and says why', async () => {
    const store = await opened();
    answers.addChild = () => failure({ code: 'scenario.unknown', message: 'No such test.' });
    const { document } = store.getState();
    await store.getState().putToTest('plan', 'nothing');
    expect(store.getState().document).toBe(document);
    expect(store.getState().problems.map(({ code }) => code)).toEqual(['scenario.unknown']);
  });
});

describe('schemes and scenarios', () => {
  test('a vanguard is one edit, told in words', async () => {
    const store = await opened();
    await store.getState().scaleUp('sutton');
    expect(store.getState().document?.schemes).toHaveLength(3);
    expect(store.getState().told).toBe('sutton scaled up: its scheme added and on in The plan.');
    store.getState().undo();
    expect(store.getState().document?.schemes).toHaveLength(2);
    expect(store.getState().told).toBe('');
  });

  test('a scheme is added, renamed and removed, each to be undone', async () => {
    const store = await opened();
    store.getState().addScheme('kind');
    expect(store.getState().told).toBe('A kind added. On in The plan; its values stand below.');
    store.getState().renameScheme('kind', 'Ours');
    expect(store.getState().document?.schemes.at(-1)?.name).toBe('Ours');
    store.getState().removeScheme('kind');
    expect(store.getState().told).toBe('Ours removed, with its values. Undo brings it back.');
    for (let edits = 0; edits < 3; edits += 1) store.getState().undo();
    expect(store.getState().document).toEqual(documentOf());
  });

  test('when the scenario on show is removed, the plan beneath it comes on show', async () => {
    const store = await opened();
    store.getState().choosePair({ scenario: 'child', comparator: 'plan' });
    store.getState().removeScenario('child');
    expect(store.getState()).toMatchObject({ scenario: 'plan', comparator: 'do-nothing' });
    store.getState().removeScenario('plan');
    expect(store.getState()).toMatchObject({ scenario: 'do-nothing', comparator: 'do-nothing' });
    store.getState().undo();
    store.getState().undo();
    expect(store.getState()).toMatchObject({ scenario: 'child', comparator: 'plan' });
  });
});

describe('the appraisal', () => {
  const asked = () => jobs.filter(({ job }) => job === 'appraise').length;

  test('is asked for only where it is read, once for each document and scenario', async () => {
    const store = await opened();
    expect(asked()).toBe(0);
    store.getState().showSheet('appraisal');
    await settled();
    expect(store.getState().appraisal).toMatchObject({
      status: 'ready',
      view: { scenario: 'plan' },
    });
    store.getState().showSheet('compare');
    store.getState().showSheet('appraisal');
    await settled();
    expect(asked()).toBe(1);
    store.getState().switchScheme('plan', 'b', true);
    await settled();
    expect(asked()).toBe(2);
  });

  test('keeps its last answer while a newer one is worked out, and when that fails', async () => {
    const store = await opened();
    store.getState().showSheet('appraisal');
    await settled();
    answers.appraise = () => failure({ code: 'model.broken', message: 'It broke.' });
    store.getState().switchScheme('plan', 'b', true);
    await settled();
    expect(store.getState().appraisal).toMatchObject({
      status: 'failed',
      view: { scenario: 'plan' },
      problems: [{ code: 'model.broken' }],
    });
  });
});

describe('a finding', () => {
  test('opens the evidence and knows the way back', async () => {
    const store = await opened();
    store.getState().showSheet('schemes');
    store.getState().showFinding('VC07');
    store.getState().showFinding('VC08');
    expect(store.getState()).toMatchObject({
      sheet: 'evidence',
      finding: { id: 'VC08', from: 'schemes' },
    });
    store.getState().showSheet('schemes');
    expect(store.getState().finding).toBeNull();
  });
});
