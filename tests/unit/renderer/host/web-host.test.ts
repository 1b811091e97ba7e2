import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { connectHost } from '../../../../renderer/host/connect';
import { NO_SESSION } from '../../../../renderer/host/web-host';

const kept = new Map<string, string>();
let asked: { path: string; init: RequestInit }[];
let replies: { status: number; body: unknown }[];

beforeEach(() => {
  kept.clear();
  asked = [];
  replies = [];
  vi.stubGlobal('window', {});
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
  vi.stubGlobal('history', { replaceState: vi.fn() });
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    asked.push({ path, init });
    const reply = replies.shift();
    if (!reply) throw new TypeError('nothing listens');
    return new Response(JSON.stringify(reply.body), { status: reply.status });
  });
});

afterEach(() => vi.unstubAllGlobals());

const arriveAt = (hash: string) => vi.stubGlobal('location', { hash, pathname: '/', search: '' });

describe('the page on the loopback host', () => {
  test('swaps its code once, takes it out of the address and keeps the token for this tab', async () => {
    arriveAt('#code=once');
    replies.push({ status: 200, body: { token: 'secret' } });
    expect((await connectHost()).ok).toBe(true);
    expect(asked[0]?.path).toBe('/session');
    expect(asked[0]?.init.body).toBe('{"code":"once"}');
    expect(history.replaceState).toHaveBeenCalledWith(null, '', '/');
    expect([...kept.values()]).toEqual(['secret']);
  });

  test('calls with its token in a header', async () => {
    arriveAt('');
    kept.set('footbridge.token', 'secret');
    const host = await connectHost();
    if (!host.ok) throw new Error('has a token');
    replies.push({ status: 200, body: { ok: true, value: { texts: {} } } });
    expect(await host.value.call('library.read', {})).toEqual({ ok: true, value: { texts: {} } });
    expect(asked[0]?.path).toBe('/call/library.read');
    expect(asked[0]?.init.headers).toMatchObject({ 'x-footbridge-token': 'secret' });
  });

  test('says that it has no session without a code or a token, or with a used code', async () => {
    arriveAt('');
    expect(await connectHost()).toMatchObject({ ok: false, problems: [{ code: NO_SESSION }] });
    arriveAt('#code=used');
    replies.push({ status: 403, body: { ok: false, problems: [] } });
    expect(await connectHost()).toMatchObject({ ok: false, problems: [{ code: NO_SESSION }] });
  });

  test('forgets a token that is refused', async () => {
    arriveAt('');
    kept.set('footbridge.token', 'old');
    const host = await connectHost();
    if (!host.ok) throw new Error('has a token');
    replies.push({ status: 401, body: {} });
    expect(await host.value.call('app.describe', {})).toMatchObject({
      problems: [{ code: NO_SESSION }],
    });
    expect(kept.size).toBe(0);
  });

  test('says so when the program has stopped', async () => {
    arriveAt('');
    kept.set('footbridge.token', 'secret');
    const host = await connectHost();
    if (!host.ok) throw new Error('has a token');
    const reply = await host.value.call('app.describe', {});
    expect(reply).toMatchObject({ ok: false, problems: [{ code: 'host.unreachable' }] });
  });
});

describe('the page in the shell', () => {
  test('uses the functions of the preload', async () => {
    const describeApp = vi.fn(async () => ({ ok: true, value: 'described' }));
    vi.stubGlobal('window', { footbridge: { 'app.describe': describeApp } });
    const host = await connectHost();
    if (!host.ok) throw new Error('the preload is there');
    expect(await host.value.call('app.describe', {})).toMatchObject({ value: 'described' });
    expect(await host.value.call('library.read', {})).toMatchObject({
      ok: false,
      problems: [{ code: 'host.call-missing' }],
    });
    expect(asked).toEqual([]);
  });
});
