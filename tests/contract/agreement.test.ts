/**
 * One engine: the page's worker, the terminal and the host give the same numbers for the same footprint and
 * edits, to the last digit. The worker runs as it is built for the page, in a thread that lends it the few
 * things a page has.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { runCli } from '../../electron/cli/run-cli';
import { CORE } from '../../electron/services/core';
import { createHandlers } from '../../electron/services/handlers';
import { readLibraryFolder } from '../../electron/services/library-folder';
import type { JobName, JobReply, Jobs } from '../../renderer/compute/messages';
import type { CellTarget } from '../../shared/document/edit-cells';
import { setCell } from '../../shared/document/edit-cells';
import type { FootbridgeDocument } from '../../shared/domain/document';
import { decodeLibrary } from '../../shared/library/decode-library';
import { JSON_SHAPES } from '../../shared/report/json-shapes';
import type { SectorGap } from '../../shared/report/table';
import { BSOL, DURHAM, NCL } from '../helpers/footprints';
import { must } from '../helpers/load-library';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const MODELS = join(ROOT, 'models');

/** What a browser's worker has and a thread of Node has not. */
const PAGE = `
import { parentPort } from 'node:worker_threads';
globalThis.self = globalThis;
self.postMessage = (message) => parentPort.postMessage(message);
await import('./engine.worker.mjs');
parentPort.on('message', (data) => self.onmessage({ data }));
`;

/** An edit as the terminal and the host read it, and as the page makes it. */
interface Edit {
  readonly text: string;
  readonly cell: Omit<CellTarget, 'scenario'> & { readonly value: number };
}

const EDITS: readonly Edit[] = [
  {
    text: 'volume_growth[emergency]=3.7%',
    cell: { line: 'volume_growth', at: { setting: 'emergency' }, value: 0.037 },
  },
  {
    text: 'allocation_growth[ccg]@2018/19=(1.3)',
    cell: {
      line: 'allocation_growth',
      at: { commissioner_type: 'ccg' },
      year: 2018,
      value: -0.013,
    },
  },
  {
    text: 'local_pressure_full[local_nhs]=£123.456m',
    cell: { line: 'local_pressure_full', at: { pressure: 'local_nhs' }, value: 123.456 },
  },
  {
    text: 'tariff_efficiency_factor=0',
    cell: { line: 'tariff_efficiency_factor', at: {}, value: 0 },
  },
];

const CASES = [NCL, BSOL, DURHAM].flatMap((footprint) => [
  { name: `${footprint} as it ships`, footprint, edits: [] },
  { name: `${footprint} edited`, footprint, edits: EDITS },
]);

// Every run reads the models anew.
vi.setConfig({ testTimeout: 60_000 });

let folder = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'footbridge-'));
  const bundle = await rolldown({
    input: join(ROOT, 'renderer', 'compute', 'engine.worker.ts'),
    cwd: ROOT,
    platform: 'browser',
    logLevel: 'silent',
  });
  await bundle.write({
    file: join(folder, 'engine.worker.mjs'),
    format: 'esm',
    codeSplitting: false,
  });
  await bundle.close();
  writeFileSync(join(folder, 'page.mjs'), PAGE);
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A worker of its own, so that nothing is remembered from an earlier one. */
async function withWorker<T>(
  work: (
    run: <N extends JobName>(job: N, input: Jobs[N]['in']) => Promise<Jobs[N]['out']>,
  ) => Promise<T>,
): Promise<T> {
  const worker = new Worker(join(folder, 'page.mjs'));
  const waiting = new Map<
    number,
    { done: (output: never) => void; failed: (error: Error) => void }
  >();
  let lastId = 0;
  worker.on('error', (error) => {
    for (const { failed } of waiting.values()) failed(error as Error);
  });
  worker.on('message', (reply: JobReply) => {
    if ('progress' in reply) return;
    if ('fault' in reply) waiting.get(reply.id)?.failed(new Error(reply.fault));
    else waiting.get(reply.id)?.done(reply.output as never);
  });
  try {
    return await work(
      (job, input) =>
        new Promise((done, failed) => {
          lastId += 1;
          waiting.set(lastId, { done, failed });
          worker.postMessage({ id: lastId, job, input });
        }),
    );
  } finally {
    await worker.terminate();
  }
}

async function pageDocument(
  open: (footprint: string) => Promise<Jobs['open']['out']>,
  footprint: string,
  edits: readonly Edit[],
): Promise<FootbridgeDocument> {
  const start = must(await open(footprint));
  return edits.reduce(
    (document, { cell }) => setCell(document, { ...cell, scenario: null }),
    start,
  );
}

const throughWorker = (footprint: string, edits: readonly Edit[], scenario = 'combined') =>
  withWorker(async (run) => {
    must(await run('load', must(await readLibraryFolder(MODELS))));
    const document = await pageDocument((id) => run('open', id), footprint, edits);
    const views = must(await run('views', { document, scenario, comparator: 'do-nothing' }));
    const explained = must(
      await run('explain', {
        document,
        scenario,
        line: 'system_position',
        at: {},
        year: 2020,
        depth: 3,
      }),
    );
    return { views, explained };
  });

const kept = new Map<string, ReturnType<typeof throughWorker>>();

/** One run of the worker for a case; what two runs give is a test of its own. */
function workerOnce(footprint: string, edits: readonly Edit[]): ReturnType<typeof throughWorker> {
  const key = `${footprint} ${edits.length}`;
  const run = kept.get(key) ?? throughWorker(footprint, edits);
  kept.set(key, run);
  return run;
}

async function throughTerminal(
  edits: readonly Edit[],
  ...args: readonly string[]
): Promise<string> {
  const { code, text, errors } = await runCli({
    args: [...args, ...edits.flatMap(({ text }) => ['--set', text])],
    version: '0.0.0',
    loadLibrary: async () => {
      const texts = await readLibraryFolder(MODELS);
      return texts.ok ? decodeLibrary(texts.value) : texts;
    },
  });
  expect({ code, errors }).toEqual({ code: 0, errors: '' });
  return text;
}

async function throughHost(footprint: string, edits: readonly Edit[]) {
  const handlers = createHandlers({
    host: 'web',
    version: '0.0.0',
    footprint,
    readLibrary: () => readLibraryFolder(MODELS),
    core: CORE,
  });
  return must(
    await handlers['projection.compare']({ footprint, set: edits.map(({ text }) => text) }),
  );
}

interface Compared {
  readonly years: readonly string[];
  readonly scenarios: readonly {
    readonly id: string;
    readonly name: string;
    readonly gapByYear: readonly SectorGap[];
  }[];
}

/** What all three tell, as text, so that every digit counts. */
const told = ({ years, scenarios }: Compared): string =>
  JSON.stringify({
    years,
    scenarios: scenarios.map(({ id, name, gapByYear }) => ({
      id,
      name,
      gapByYear: gapByYear.map(({ nhs, socialCare, total }) => [nhs, socialCare, total]),
    })),
  });

describe('Worker, terminal and host agree', () => {
  test.each(CASES)('$name', async ({ footprint, edits }) => {
    const [worker, terminal, host] = await Promise.all([
      workerOnce(footprint, edits),
      throughTerminal(edits, 'compare', footprint, '--json'),
      throughHost(footprint, edits),
    ]);
    const compared = JSON_SHAPES.compare.parse(JSON.parse(terminal));
    expect(compared.scenarios.length).toBeGreaterThanOrEqual(4);
    expect(told(compared)).toBe(told(worker.views));
    expect(told(host)).toBe(told(worker.views));
    const { footprint: about, years, scenarios, replaced, problems } = worker.views;
    // What the footprint published stands in the terminal's answer beside what was calculated.
    const { published: _, ...calculated } = compared;
    expect(JSON.stringify({ footprint: about, years, scenarios, replaced, problems })).toBe(
      JSON.stringify(calculated),
    );
  });

  test('the edits are no idle ones: they move every footprint', async () => {
    for (const footprint of [NCL, BSOL, DURHAM]) {
      const [plain, edited] = await Promise.all([
        throughHost(footprint, []),
        throughHost(footprint, EDITS),
      ]);
      edited.scenarios.forEach((each, i) => {
        const before = plain.scenarios[i]?.gapByYear.at(-1)?.nhs ?? Number.NaN;
        expect(Math.abs((each.gapByYear.at(-1)?.nhs ?? Number.NaN) - before)).toBeGreaterThan(1);
      });
    }
  });

  test.each(CASES)('$name: the bridge and an explanation too', async ({ footprint, edits }) => {
    const [worker, bridge, explained] = await Promise.all([
      workerOnce(footprint, edits),
      throughTerminal(edits, 'bridge', footprint, '--json'),
      throughTerminal(
        edits,
        'explain',
        footprint,
        'system_position@2020/21',
        '-s',
        'combined',
        '--depth',
        '3',
        '--json',
      ),
    ]);
    const { footprint: about, replaced, ...shown } = JSON.parse(bridge);
    expect(replaced).toEqual([]);
    expect(about).toEqual(worker.views.footprint);
    expect(shown).toEqual(JSON.parse(JSON.stringify(worker.views.bridge)));
    expect(JSON.parse(explained)).toEqual(JSON.parse(JSON.stringify(worker.explained)));
  });

  test('a page that reads the models from the host works on the same text', async () => {
    const texts = must(await readLibraryFolder(MODELS));
    const handlers = createHandlers({
      host: 'web',
      version: '0.0.0',
      footprint: NCL,
      readLibrary: async () => ({ ok: true, value: texts }),
      core: CORE,
    });
    const read = must(await handlers['library.read']({}));
    expect(JSON.stringify(read.texts)).toBe(JSON.stringify(texts));
  });
});

describe('Two runs give the same bytes', () => {
  test.each(CASES)('$name', async ({ footprint, edits }) => {
    const terminal = () => throughTerminal(edits, 'project', footprint, '-s', 'combined', '--json');
    const host = async () => JSON.stringify(await throughHost(footprint, edits));
    for (const run of [terminal, host]) {
      const first = await run();
      expect(await run()).toBe(first);
    }
    const worker = JSON.stringify(await workerOnce(footprint, edits));
    expect(JSON.stringify(await throughWorker(footprint, edits))).toBe(worker);
  });
});

describe('What the worker is told wrongly', () => {
  test('a job before the models are read is refused in words', async () => {
    const answer = await withWorker((run) => run('open', NCL));
    expect(answer).toMatchObject({ ok: false, problems: [{ code: 'engine.not-loaded' }] });
  });

  test('an unknown footprint and a scenario that is not there are refused as in the terminal', async () => {
    await withWorker(async (run) => {
      must(await run('load', must(await readLibraryFolder(MODELS))));
      expect(await run('open', 'north-central-londn')).toMatchObject({
        ok: false,
        problems: [{ code: 'footprint.unknown' }],
      });
      const document = must(await run('open', NCL));
      const views = await run('views', { document, scenario: 'combned', comparator: 'do-nothing' });
      expect(views).toMatchObject({ ok: false, problems: [{ code: 'scenario.unknown' }] });
    });
  });
});
