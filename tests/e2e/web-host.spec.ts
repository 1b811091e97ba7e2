// The web host met by a real browser, and by pages that mean it harm. A stand-in page is served, so that what
// is tested is the host.

import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, expect, type Page, test } from '@playwright/test';
import { createAnswerCall } from '../../electron/services/answer-call';
import { runWebHost } from '../../electron/web-host/run-web-host';
import { startWebHost, type WebHost } from '../../electron/web-host/server';
import { createSession, type Session } from '../../electron/web-host/session';
import { fakeHandlers } from '../fakes/core';
import { headlessBrowser } from '../fakes/headless-browser';
import { findBrowser } from '../helpers/browser';

const PAGE = fileURLToPath(new URL('../fakes/page', import.meta.url));
const LET_IN = 'Footbridge 1.2.3 on web';
const NOT_LET_IN = 'This window has not been let in.';

let host: WebHost;
let session: Session;
let answered: string[];

const handled = createAnswerCall(fakeHandlers(), () => {});
const answer: typeof handled = (name, payload) => {
  answered.push(name);
  return handled(name, payload);
};

test.beforeEach(async () => {
  session = createSession();
  answered = [];
  host = await startWebHost({ rendererFolder: PAGE, session, answer });
});

test.afterEach(() => host.close());

const freshAddress = (): string => `${host.origin}/#code=${session.issueCode(60_000)}`;

const status = (page: Page) => page.locator('#status');

test('the printed address opens the page, without complaint and without its code', async ({
  page,
}) => {
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(freshAddress());
  await expect(status(page)).toHaveText(LET_IN);
  expect(page.url()).toBe(`${host.origin}/`);
  // The browser asks for an icon of its own accord, and there is none.
  expect(complaints.filter((text) => !text.includes('404'))).toEqual([]);
});

test('reload works, any number of times', async ({ page }) => {
  await page.goto(freshAddress());
  await expect(status(page)).toHaveText(LET_IN);
  for (let time = 0; time < 3; time += 1) {
    await page.reload();
    await expect(status(page)).toHaveText(LET_IN);
  }
});

test('a second tab without the code is told plainly', async ({ page, context }) => {
  await page.goto(freshAddress());
  await expect(status(page)).toHaveText(LET_IN);
  const second = await context.newPage();
  await second.goto(host.origin);
  await expect(status(second)).toHaveText(NOT_LET_IN);
  expect(await context.cookies()).toEqual([]);
});

test('an address works once', async ({ page, browser }) => {
  const address = freshAddress();
  await page.goto(address);
  await expect(status(page)).toHaveText(LET_IN);
  const other = await browser.newContext();
  const second = await other.newPage();
  await second.goto(address);
  await expect(status(second)).toHaveText('This address has been used already, or is too old.');
  await other.close();
});

test('the page has no Node, is isolated, and runs and reaches nothing but its own', async ({
  page,
}) => {
  await page.goto(freshAddress());
  await expect(status(page)).toHaveText(LET_IN);
  const facts = await page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'window.inline = true';
    document.head.append(script);
    // In a task of its own: what a test evaluates directly is excused from the page's policy.
    const fails = (run: () => unknown) =>
      new Promise((resolve) => setTimeout(resolve)).then(run).then(
        () => false,
        () => true,
      );
    return {
      require: typeof Reflect.get(window, 'require'),
      process: typeof Reflect.get(window, 'process'),
      isolated: window.crossOriginIsolated,
      inline: Reflect.has(window, 'inline'),
      evalFails: await fails(() => new Function('return 1')()),
      elsewhereFails: await fails(() => fetch('http://127.0.0.1:9/', { mode: 'no-cors' })),
    };
  });
  expect(facts).toEqual({
    require: 'undefined',
    process: 'undefined',
    isolated: true,
    inline: false,
    evalFails: true,
    elsewhereFails: true,
  });
});

test.describe('a page of another origin', () => {
  let foreign: ReturnType<typeof createServer>;
  let foreignOrigin: string;

  test.beforeEach(async () => {
    foreign = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end('<!doctype html><title>Elsewhere</title>');
    });
    await new Promise<void>((resolve) => foreign.listen(0, '127.0.0.1', resolve));
    foreignOrigin = `http://127.0.0.1:${(foreign.address() as AddressInfo).port}`;
  });

  test.afterEach(() => foreign.close());

  test('can neither read nor call, even with the token', async ({ page }) => {
    const token = session.swapCode(session.issueCode(60_000)) ?? '';
    await page.goto(foreignOrigin);
    const outcomes = await page.evaluate(
      async ({ origin, token }) => {
        const attempt = (path: string, init: RequestInit) =>
          fetch(origin + path, init).then(
            (reply) => (reply.type === 'opaque' ? 'opaque' : `status ${reply.status}`),
            () => 'failed',
          );
        const call = '/call/app.describe';
        const json = { 'content-type': 'application/json', 'x-footbridge-token': token };
        const load = (tag: 'script' | 'img') =>
          new Promise<string>((resolve) => {
            const element = document.createElement(tag);
            element.onload = () => resolve('loaded');
            element.onerror = () => resolve('failed');
            element.src = `${origin}/page.js`;
            document.body.append(element);
          });
        return {
          read: await attempt('/', {}),
          post: await attempt(call, { method: 'POST', headers: json, body: '{}' }),
          simple: await attempt(call, { method: 'POST', mode: 'no-cors', body: '{}' }),
          script: await load('script'),
          image: await load('img'),
        };
      },
      { origin: host.origin, token },
    );
    expect(outcomes).toMatchObject({ read: 'failed', post: 'failed', script: 'failed' });
    // A simple request may be sent and its reply is opaque; what counts is that no call was answered.
    expect(answered).toEqual([]);
  });

  test('cannot frame the page', async ({ page }) => {
    await page.goto(foreignOrigin);
    await page.evaluate((address) => {
      const frame = document.createElement('iframe');
      frame.src = address;
      document.body.append(frame);
      return new Promise((resolve) => {
        frame.onload = resolve;
      });
    }, freshAddress());
    const inside = page.frames().filter((frame) => frame !== page.mainFrame());
    for (const frame of inside) expect(await frame.locator('#status').count()).toBe(0);
    expect(answered).toEqual([]);
    expect(session.isClaimed()).toBe(false);
  });

  test('cannot take the page along by its own name', async () => {
    const found = await findBrowser();
    const browser = await chromium.launch({
      executablePath: found.executablePath,
      env: found.env,
      args: [...found.args, '--host-resolver-rules=MAP evil.example 127.0.0.1'],
    });
    try {
      const page = await browser.newPage();
      const { port } = new URL(host.origin);
      const reply = await page.goto(`http://evil.example:${port}/`);
      expect(reply?.status()).toBe(421);
      expect(await page.locator('#status').count()).toBe(0);
    } finally {
      await browser.close();
    }
  });
});

test('the app window opens the page, which calls the host, and closes with the program', async () => {
  test.skip(process.platform === 'win32', 'Not run: a script cannot stand in for a program here.');
  const folder = mkdtempSync(join(tmpdir(), 'footbridge-window-'));
  const printed: string[] = [];
  let stop = () => {};
  const end = runWebHost({
    rendererFolder: PAGE,
    answer,
    browsers: [{ name: 'A browser', path: await headlessBrowser(folder) }],
    print: (line) => printed.push(line),
    stop: new Promise((resolve) => {
      stop = resolve;
    }),
  });
  await expect.poll(() => answered, { timeout: 20_000 }).toEqual(['app.describe']);
  const args = readFileSync(join(folder, 'arguments'), 'utf8').split('\n');
  const profile = args.find((arg) => arg.startsWith('--user-data-dir='))?.slice(16) ?? '';
  expect(existsSync(profile)).toBe(true);
  stop();
  await end;
  expect(existsSync(profile)).toBe(false);
  expect(printed).toEqual([]);
  rmSync(folder, { recursive: true });
});
