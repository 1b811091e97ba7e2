import { beforeEach, describe, expect, test } from 'vitest';
import type { EngineClient } from '../../../../renderer/compute/engine-client';
import type { JobName } from '../../../../renderer/compute/messages';
import { createAppStore } from '../../../../renderer/store/app-store';
import { editsOfShown, holdsEdits } from '../../../../renderer/store/edit-count';
import { failure, success } from '../../../../shared/errors/problem';
import { views } from '../views-fixture';
import { documentOf } from './document-fixture';

const EDIT = {
  scenario: null,
  line: 'growth',
  at: { setting: 'emergency' },
  year: 2016,
  value: 0.05,
};

let jobs: { job: JobName; input: unknown }[];
let answers: Record<string, unknown>;

const engine: EngineClient = {
  run: async (job, input) => {
    jobs.push({ job, input });
    return { status: 'done', value: answers[job] as never, milliseconds: 7 };
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

beforeEach(() => {
  jobs = [];
  answers = {
    load: success(catalogue),
    open: success(documentOf()),
    views: success(views([-90, -95, -100], [-90, -70, -60])),
    explain: failure({ code: 'x', message: 'not asked' }),
  };
});

async function opened() {
  const store = createAppStore({ connect, engine });
  await store.getState().start();
  return store;
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('opening', () => {
  test('reads the models, opens the footprint and calculates the last scenario against do nothing', async () => {
    const { phase, scenario, comparator, milliseconds } = (await opened()).getState();
    expect({ phase, scenario, comparator, milliseconds }).toEqual({
      phase: 'ready',
      scenario: 'child',
      comparator: 'do-nothing',
      milliseconds: 7,
    });
    expect(jobs.map(({ job }) => job)).toEqual(['load', 'open', 'views']);
  });

  test('keeps the problems when the models cannot be read', async () => {
    answers.load = failure({ code: 'model.broken', message: 'A line is broken.' });
    const { phase, problems } = (await opened()).getState();
    expect(phase).toBe('failed');
    expect(problems.map(({ code }) => code)).toEqual(['model.broken']);
  });
});

describe('an edit', () => {
  test('changes the document, remembers the headline of before, and calculates again', async () => {
    const store = await opened();
    const before = store.getState().views?.headline;
    store.getState().setCells([EDIT], 'Growth');
    await settled();
    expect(store.getState().document?.cells).toHaveLength(1);
    expect(store.getState().before).toBe(before);
    expect(jobs.at(-1)?.job).toBe('views');
  });

  test('is undone and redone to the very same documents', async () => {
    const store = await opened();
    const original = store.getState().document;
    store.getState().setCells([EDIT], 'Growth');
    const edited = store.getState().document;
    store.getState().undo();
    expect(store.getState().document).toBe(original);
    store.getState().redo();
    expect(store.getState().document).toBe(edited);
    store.getState().redo();
    expect(store.getState().document).toBe(edited);
  });

  test('is told as the last one only until it is undone', async () => {
    const store = await opened();
    store.getState().setCells([EDIT], 'Growth');
    expect(store.getState().before).not.toBeNull();
    store.getState().undo();
    expect(store.getState().before).toBeNull();
  });

  test('comes back by undo after another footprint was opened', async () => {
    const store = await opened();
    store.getState().setCells([EDIT], 'Growth');
    const edited = store.getState().document;
    await store.getState().openFootprint('elsewhere');
    expect(store.getState().document).not.toBe(edited);
    expect(editsOfShown(store.getState().past)).toBe(0);
    expect(holdsEdits(store.getState().past)).toBe(true);
    store.getState().undo();
    expect(store.getState().document).toBe(edited);
    expect(editsOfShown(store.getState().past)).toBe(1);
  });

  test('stays when another footprint cannot be opened', async () => {
    const store = await opened();
    store.getState().setCells([EDIT], 'Growth');
    const edited = store.getState().document;
    answers.open = failure({ code: 'footprint.unknown', message: 'No such place.' });
    await store.getState().openFootprint('nowhere');
    expect(store.getState().document).toBe(edited);
    expect(store.getState().phase).toBe('ready');
  });

  test('after an undo forgets what could be redone', async () => {
    const store = await opened();
    store.getState().setCells([EDIT], 'Growth');
    store.getState().undo();
    store.getState().switchScheme('plan', 'b', true);
    expect(store.getState().future).toEqual([]);
    expect(store.getState().past).toHaveLength(1);
  });

  test('that the engine refuses leaves the numbers on show and says why', async () => {
    const store = await opened();
    const shown = store.getState().views;
    answers.views = failure({ code: 'cell.bad', message: 'No such cell.' });
    store.getState().setCells([EDIT], 'Growth');
    await settled();
    const { phase, views: now, problems } = store.getState();
    expect(phase).toBe('ready');
    expect(now).toBe(shown);
    expect(problems.map(({ code }) => code)).toEqual(['cell.bad']);
  });
});

describe('choosing', () => {
  test('another scenario forgets how the last edit moved things', async () => {
    const store = await opened();
    store.getState().setCells([EDIT], 'Growth');
    store.getState().chooseScenario('plan');
    await settled();
    expect(store.getState().before).toBeNull();
    expect(jobs.at(-1)?.input).toMatchObject({ scenario: 'plan', comparator: 'do-nothing' });
  });

  test('a number of the do-nothing sheet is explained in do nothing', async () => {
    const told = views([-90, -95, -100], [-90, -70, -60]);
    answers.views = success({ ...told, doNothing: told.assumptions });
    const store = await opened();
    store.getState().showSheet('do-nothing');
    store.getState().selectCell('do-nothing', { rowId: 'growth.emergency', column: 1 });
    await settled();
    expect(jobs.at(-1)?.input).toMatchObject({ scenario: 'do-nothing' });
  });

  test('a cell asks for its explanation in the scenario on show', async () => {
    const store = await opened();
    store.getState().showSheet('assumptions');
    store.getState().selectCell('assumptions', { rowId: 'growth.emergency', column: 1 });
    await settled();
    expect(jobs.at(-1)).toMatchObject({
      job: 'explain',
      input: { line: 'growth', at: { setting: 'emergency' }, year: 2016, scenario: 'child' },
    });
  });
});
