// Both hosts against the one contract: every call is answered once, alike, within the contract's schema, and a
// malformed request is refused before any handler sees it. The web host is met over real HTTP, the shell
// through its preload.

import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createAnswerCall } from '../../electron/services/answer-call';
import type { Handlers } from '../../electron/services/handlers';
import { startWebHost, type WebHost } from '../../electron/web-host/server';
import { createSession } from '../../electron/web-host/session';
import { CALL_NAMES, type CallName, CONTRACT } from '../../shared/contract/contract';
import type { Result } from '../../shared/errors/problem';
import { fakeHandlers } from '../fakes/core';
import type { fake } from '../fakes/electron';
import { ownPost, sendRaw } from '../fakes/raw-http';
import { GOOD, malformedFor } from './malformed';

const PAGE = fileURLToPath(new URL('../fakes/page', import.meta.url));

type Call = (name: string, payload: unknown) => Promise<Result<unknown>>;

interface Host {
  readonly call: Call;
  readonly handlers: { [N in CallName]: ReturnType<typeof vi.fn> };
  readonly close: () => Promise<void>;
}

function spiedHandlers(host: 'electron' | 'web'): Host['handlers'] {
  const handlers = Object.entries(fakeHandlers({ host }));
  return Object.fromEntries(
    handlers.map(([name, handler]) => [name, vi.fn(handler as () => Promise<unknown>)]),
  ) as Host['handlers'];
}

// Loaded anew each time: like a real process, the shell starts once in its life.
async function openElectron(): Promise<Host & { readonly state: typeof fake.state }> {
  vi.resetModules();
  const electron = await import('../fakes/electron');
  const { boot } = await import('../../electron/main/boot');
  const handlers = spiedHandlers('electron');
  await boot({
    rendererFolder: PAGE,
    preload: 'preload.cjs',
    handlers: handlers as Handlers,
    reportBug: () => {},
  });
  await import('../../electron/preload/preload');
  const { state } = electron.fake;
  const exposed = state.exposed.get('footbridge') ?? {};
  const call: Call = (name, payload) => exposed[name]?.(payload) as Promise<Result<unknown>>;
  return { call, handlers, state, close: async () => {} };
}

async function openWeb(): Promise<Host> {
  const handlers = spiedHandlers('web');
  const session = createSession();
  const answer = createAnswerCall(handlers as Handlers, () => {});
  const host: WebHost = await startWebHost({ rendererFolder: PAGE, answer, session });
  const token = session.swapCode(session.issueCode(60_000)) ?? '';
  const call: Call = async (name, payload) => {
    const headers = { 'x-footbridge-token': token };
    const reply = await sendRaw(
      host.origin,
      ownPost(host.origin, `/call/${name}`, JSON.stringify(payload), headers),
    );
    return reply.json() as Result<unknown>;
  };
  return { call, handlers, close: host.close };
}

describe.each([
  ['electron', openElectron],
  ['web', openWeb],
] as const)('the %s host', (kind, open) => {
  let host: Host;
  beforeAll(async () => {
    host = await open();
  });
  afterAll(() => host.close());

  test.each(CALL_NAMES)('answers %s once, within the contract', async (name) => {
    for (const handler of Object.values(host.handlers)) handler.mockClear();
    const answer = await host.call(name, GOOD[name]);
    expect(answer.ok).toBe(true);
    if (answer.ok) expect(CONTRACT[name].response.safeParse(answer.value).success).toBe(true);
    const called = Object.entries(host.handlers).flatMap(([other, { mock }]) =>
      mock.calls.map(() => other),
    );
    expect(called).toEqual([name]);
  });

  describe.each(CALL_NAMES)('%s', (name) => {
    test.each(malformedFor(name))('refuses %s', async (_what, payload) => {
      host.handlers[name].mockClear();
      const answer = await host.call(name, payload);
      expect(answer.ok).toBe(false);
      const problems = answer.ok ? [] : answer.problems;
      expect(problems.length).toBeGreaterThan(0);
      for (const problem of problems) {
        expect(problem.code).toBe('call.malformed');
        expect(problem.message).toMatch(/^[A-Z].*\.$/);
        expect(problem.place?.path).toBeTruthy();
      }
      expect(host.handlers[name]).not.toHaveBeenCalled();
    });
  });

  test('says which host it is', async () => {
    expect(await host.call('app.describe', {})).toEqual({
      ok: true,
      value: { name: 'Footbridge', version: '1.2.3', host: kind, footprint: 'north' },
    });
  });

  test('passes a problem on as data', async () => {
    expect(await host.call('projection.compare', { footprint: 'west', set: [] })).toEqual({
      ok: false,
      problems: [{ code: 'footprint.unknown', message: "There is no footprint 'west'." }],
    });
  });

  test('keeps a fault of its own to itself', async () => {
    host.handlers['library.read'].mockImplementationOnce(() => {
      throw new Error('secret detail at /some/where.ts:12');
    });
    const answer = await host.call('library.read', {});
    expect(JSON.stringify(answer)).not.toMatch(/secret|where|\bat\b.*\.ts/);
    expect(answer).toMatchObject({ ok: false, problems: [{ code: 'host.bug' }] });
  });

  test('does not pass on an answer outside the contract', async () => {
    host.handlers['app.describe'].mockResolvedValueOnce({ ok: true, value: { name: 1 } });
    const answer = await host.call('app.describe', {});
    expect(answer).toMatchObject({ ok: false, problems: [{ code: 'host.bug' }] });
  });
});

test('there is exactly one handler for every call', () => {
  expect(Object.keys(fakeHandlers()).sort()).toEqual([...CALL_NAMES].sort());
});

test('the shell registers and exposes every call and nothing else', async () => {
  const { state } = await openElectron();
  const expected = [...CALL_NAMES].sort();
  expect([...state.handlers.keys()].sort()).toEqual(expected);
  expect([...state.exposed.keys()]).toEqual(['footbridge']);
  expect(Object.keys(state.exposed.get('footbridge') ?? {}).sort()).toEqual(expected);
});

test('both hosts give the same answers', async () => {
  const hosts = [await openElectron(), await openWeb()];
  for (const name of CALL_NAMES.filter((call) => call !== 'app.describe')) {
    const [one, other] = await Promise.all(hosts.map((host) => host.call(name, GOOD[name])));
    expect(one).toEqual(other);
  }
  await Promise.all(hosts.map((host) => host.close()));
});
