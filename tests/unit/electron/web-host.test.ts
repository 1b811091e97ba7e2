// The web host under attack, over real HTTP. Whatever is refused is refused by the server itself, not by the
// good manners of a browser.

import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createAnswerCall } from '../../../electron/services/answer-call';
import { CONTENT_POLICY } from '../../../electron/services/content-policy';
import { startWebHost, type WebHost } from '../../../electron/web-host/server';
import { createSession, type Session } from '../../../electron/web-host/session';
import { fakeHandlers } from '../../fakes/core';
import { ownPost, type RawReply, type RawRequest, sendRaw } from '../../fakes/raw-http';

const PAGE = fileURLToPath(new URL('../../fakes/page', import.meta.url));

let host: WebHost;
let session: Session;
let token: string;
const describeApp = vi.fn(fakeHandlers()['app.describe']);

beforeEach(async () => {
  describeApp.mockClear();
  session = createSession();
  token = session.swapCode(session.issueCode(60_000)) ?? '';
  const handlers = { ...fakeHandlers(), 'app.describe': describeApp };
  const answer = createAnswerCall(handlers, () => {});
  host = await startWebHost({ rendererFolder: PAGE, answer, session });
});

afterEach(() => host.close());

const send = (raw: RawRequest): Promise<RawReply> => sendRaw(host.origin, raw);

const call = (
  headers: Record<string, string> = {},
  { name = 'app.describe', body = {} as unknown } = {},
): Promise<RawReply> =>
  send(ownPost(host.origin, `/call/${name}`, body, { 'x-footbridge-token': token, ...headers }));

const without = (raw: RawRequest, header: string): RawRequest => {
  const { [header]: _, ...headers } = raw.headers ?? {};
  return { ...raw, headers };
};

const goodCall = (): RawRequest =>
  ownPost(host.origin, '/call/app.describe', {}, { 'x-footbridge-token': token });

test('listens on 127.0.0.1 alone', () => {
  expect(host.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
});

// On Linux every address in 127/8 is this machine; a server that listened to all of them would answer.
test.runIf(process.platform === 'linux')('is not there at another address', async () => {
  const { port } = new URL(host.origin);
  await expect(sendRaw(`http://127.0.0.2:${port}`)).rejects.toThrow(/ECONNREFUSED/);
});

test('answers our own page', async () => {
  const reply = await call();
  expect(reply.status).toBe(200);
  expect(reply.json()).toMatchObject({ ok: true, value: { host: 'web' } });
});

describe('the Host header', () => {
  test.each(['localhost', 'evil.example', '127.0.0.1.evil.example', '[::1]', '127.0.0.1'])(
    '%s is misdirected, even with everything else right',
    async (name) => {
      const { port } = new URL(host.origin);
      for (const value of name === '127.0.0.1' ? [name] : [name, `${name}:${port}`]) {
        expect((await send({ headers: { host: value } })).status).toBe(421);
        expect(await call({ host: value })).toMatchObject({
          status: 421,
          code: 'host.misdirected',
        });
      }
      expect(describeApp).not.toHaveBeenCalled();
    },
  );
});

describe('the Origin header', () => {
  test.each([
    'http://localhost',
    'https://127.0.0.1',
    'http://evil.example',
    'null',
    'http://127.0.0.1:1',
  ])('%s is foreign', async (origin) => {
    expect(await call({ origin })).toMatchObject({ status: 403, code: 'host.foreign' });
    expect((await send({ headers: { origin } })).status).toBe(403);
    expect(describeApp).not.toHaveBeenCalled();
  });

  test('is required on a POST', async () => {
    expect((await send(without(goodCall(), 'origin'))).status).toBe(403);
  });
});

describe('the Sec-Fetch-Site header', () => {
  test.each(['cross-site', 'same-site', 'nonsense'])('%s is foreign', async (site) => {
    expect((await call({ 'sec-fetch-site': site })).status).toBe(403);
    expect((await send({ headers: { 'sec-fetch-site': site } })).status).toBe(403);
    expect(describeApp).not.toHaveBeenCalled();
  });

  test('none is a person typing the address, who does not POST', async () => {
    expect((await send({ headers: { 'sec-fetch-site': 'none' } })).status).toBe(200);
    expect((await call({ 'sec-fetch-site': 'none' })).status).toBe(403);
  });

  test('is required on a POST', async () => {
    expect((await send(without(goodCall(), 'sec-fetch-site'))).status).toBe(403);
  });
});

describe('the content type', () => {
  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'application/jsonp',
    '',
  ])('%j is not JSON', async (type) => {
    expect((await call({ 'content-type': type })).status).toBe(415);
    expect(describeApp).not.toHaveBeenCalled();
  });

  test('may name its character set', async () => {
    expect((await call({ 'content-type': 'application/json; charset=utf-8' })).status).toBe(200);
  });
});

describe('the body', () => {
  test('has a largest size, stated or not', async () => {
    const body = JSON.stringify({ text: 'x'.repeat(1_000_001) });
    expect((await call({}, { body })).status).toBe(413);
    expect((await call({ 'transfer-encoding': 'chunked' }, { body })).status).toBe(413);
    expect(describeApp).not.toHaveBeenCalled();
  });

  test.each(['', '{', '{"a":1}x', '\u0000'])('%j is not JSON', async (body) => {
    expect(await call({}, { body })).toMatchObject({ status: 400, code: 'call.malformed' });
  });

  test('may not nest without end', async () => {
    const body = `${'['.repeat(400_000)}${']'.repeat(400_000)}`;
    expect(await call({}, { body })).toMatchObject({ status: 400, code: 'call.malformed' });
  });
});

describe('the token', () => {
  test.each<[string, Record<string, string>]>([
    ['none', {}],
    ['an empty one', { 'x-footbridge-token': '' }],
    ['a wrong one', { 'x-footbridge-token': 'A'.repeat(43) }],
  ])('%s is refused', async (_what, headers) => {
    const reply = await send(ownPost(host.origin, '/call/app.describe', {}, headers));
    expect(reply).toMatchObject({ status: 401, code: 'session.missing' });
    expect(describeApp).not.toHaveBeenCalled();
  });

  test('in a cookie or the address is no token', async () => {
    const bare = without(goodCall(), 'x-footbridge-token');
    const cookie = { ...bare, headers: { ...bare.headers, cookie: `x-footbridge-token=${token}` } };
    expect((await send(cookie)).status).toBe(401);
    const address = { ...bare, path: `/call/app.describe?x-footbridge-token=${token}` };
    expect((await send(address)).status).toBe(401);
  });

  test('is asked for before a name is looked at', async () => {
    const raw = ownPost(host.origin, '/call/no.such', {});
    expect((await send(raw)).status).toBe(401);
  });
});

describe('the code', () => {
  const swap = (body: unknown): Promise<RawReply> => send(ownPost(host.origin, '/session', body));

  test('is swapped once for the token', async () => {
    const code = session.issueCode(60_000);
    expect((await swap({ code })).json()).toEqual({ ok: true, value: { token } });
    expect(await swap({ code })).toMatchObject({ status: 403, code: 'session.refused' });
  });

  test.each([{}, { code: '' }, { code: 1 }, { code: ['a'] }, null, [], 'code'])(
    'is not %j',
    async (body) => {
      expect(await swap(JSON.stringify(body))).toMatchObject({
        status: 403,
        code: 'session.refused',
      });
    },
  );

  test('is not swapped for a foreign page', async () => {
    const code = session.issueCode(60_000);
    const raw = ownPost(host.origin, '/session', { code }, { origin: 'http://evil.example' });
    expect((await send(raw)).status).toBe(403);
    expect((await swap({ code })).status).toBe(200);
  });
});

describe('the name of a call', () => {
  test.each([
    'no.such',
    'constructor',
    '__proto__',
    'toString',
    'hasOwnProperty',
    '',
    'app.describe/',
  ])('%j is unknown', async (name) => {
    const reply = await call({}, { name });
    expect(reply).toMatchObject({ status: 404, code: 'call.unknown' });
  });

  test('is looked for under /call/ alone', async () => {
    const headers = { 'x-footbridge-token': token };
    const reply = await send(ownPost(host.origin, '/app.describe', {}, headers));
    expect(reply).toMatchObject({ status: 404, code: 'host.not-found' });
  });
});

describe('files', () => {
  test.each(['/', '/index.html', '/page.js', '/index.html?x=1'])('%s is served', async (path) => {
    const reply = await send({ path });
    expect(reply.status).toBe(200);
    expect(reply.headers['content-security-policy']).toBe(CONTENT_POLICY);
  });

  test.each([
    '/../core.ts',
    '/../../fakes/core.ts',
    '/%2e%2e/core.ts',
    '/%2e%2e%2fcore.ts',
    '/..%2fcore.ts',
    '/..%5ccore.ts',
    '/..\\core.ts',
    '/%252e%252e/core.ts',
    '//etc/passwd',
    '/./index.html',
    '/index.html%00.js',
    '/%',
    '/C:/windows/win.ini',
    '/.hidden.html',
    '/nothing.html',
    '/page',
    '*',
    'http://evil.example/index.html',
  ])('%s is not', async (path) => {
    expect(await send({ path })).toMatchObject({ status: 404, code: 'host.not-found' });
  });

  test('have a head', async () => {
    const reply = await send({ method: 'HEAD', path: '/index.html' });
    expect(reply).toMatchObject({ status: 200, text: '' });
    expect(Number(reply.headers['content-length'])).toBeGreaterThan(0);
  });
});

test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'])(
  '%s is no method here',
  async (method) => {
    expect((await send({ method })).status).toBe(405);
    expect((await send({ ...goodCall(), method })).status).toBe(405);
  },
);

test('every answer carries the policy, and none lets another page read it', async () => {
  const replies = [
    await send({}),
    await send({ path: '/nothing' }),
    await send({ method: 'OPTIONS', headers: { origin: host.origin } }),
    await call(),
    await call({ origin: 'http://evil.example' }),
    await call({ host: 'evil.example' }),
  ];
  for (const { headers } of replies) {
    expect(headers).toMatchObject({
      'content-security-policy': CONTENT_POLICY,
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    });
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    expect(headers).not.toHaveProperty('set-cookie');
  }
});

describe('other protocols', () => {
  const raw = (text: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const { hostname, port } = new URL(host.origin);
      const socket = connect(Number(port), hostname, () => socket.write(text));
      let reply = '';
      socket.on('data', (chunk) => {
        reply += chunk;
      });
      socket.on('end', () => resolve(reply));
      socket.on('error', reject);
    });

  test('a web socket is refused', async () => {
    const { host: authority } = new URL(host.origin);
    const lines = [
      'GET / HTTP/1.1',
      `Host: ${authority}`,
      'Connection: Upgrade',
      'Upgrade: websocket',
    ];
    expect(await raw(`${lines.join('\r\n')}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 400 /);
  });

  test('a tunnel is refused', async () => {
    expect(await raw('CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example\r\n\r\n')).toMatch(
      /^HTTP\/1\.1 400 /,
    );
  });

  test('what is not HTTP gets no answer', async () => {
    expect(await raw('hello\r\n\r\n')).toBe('');
  });
});

test('closing frees the port at once, open connections or not', async () => {
  const { hostname, port } = new URL(host.origin);
  const socket = connect(Number(port), hostname);
  await new Promise((resolve) => socket.once('connect', resolve));
  const ended = new Promise((resolve) => socket.once('close', resolve));
  socket.on('error', () => {});
  await host.close();
  await ended;
  await expect(send({})).rejects.toThrow(/ECONNREFUSED/);
});
