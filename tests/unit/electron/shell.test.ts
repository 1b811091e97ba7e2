// The desktop shell from start to window, against the fake of Electron: every fence is up, in the right order.

import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { boot } from '../../../electron/main/boot';
import { menuTemplate } from '../../../electron/main/menu';
import { CONTENT_POLICY } from '../../../electron/services/content-policy';
import { fakeHandlers } from '../../fakes/core';
import { app, fake, session } from '../../fakes/electron';

const PAGE = fileURLToPath(new URL('../../fakes/page', import.meta.url));

const start = () =>
  boot({
    rendererFolder: PAGE,
    preload: '/dist/preload.cjs',
    handlers: fakeHandlers({ host: 'electron' }),
    reportBug: () => {},
  });

const onlyWindow = () => {
  const [window] = fake.state.windows;
  if (!window || fake.state.windows.length !== 1) throw new Error('expected one window');
  return window;
};

beforeEach(() => fake.reset());

describe('the window', () => {
  test('is sandboxed, isolated and without Node', async () => {
    await start();
    expect(fake.state.isSandboxed).toBe(true);
    expect(onlyWindow().options.webPreferences).toMatchObject({
      preload: '/dist/preload.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
    });
  });

  test('opens our page, and shows it once it is drawn', async () => {
    await start();
    expect(onlyWindow().webContents.mainFrame.url).toBe('app://footbridge/index.html');
    expect(onlyWindow().options.show).toBe(false);
    expect(onlyWindow().isShown).toBe(true);
  });

  test('has developer tools only while the program is not packaged', async () => {
    app.isPackaged = true;
    await start();
    expect(onlyWindow().options.webPreferences).toMatchObject({ devTools: false });
  });

  test('comes to the front when the program is started again', async () => {
    await start();
    onlyWindow().minimized = true;
    app.emit('second-instance');
    expect(onlyWindow()).toMatchObject({ minimized: false, isFocused: true });
  });

  test('does not open in a second copy of the program', async () => {
    fake.state.holdsLock = false;
    expect(await start()).toBe(false);
    expect(fake.state).toMatchObject({ windows: [], hasQuit: true });
  });
});

describe('a page', () => {
  const OURS = 'app://footbridge/index.html?x=1#y';
  const STRANGE = [
    'https://example.org/',
    'http://127.0.0.1:8080/',
    'file:///etc/passwd',
    'app://footbridge.evil/index.html',
    'app://evil/index.html',
    'application://footbridge/',
    'data:text/html,hello',
    'javascript:alert(1)',
    'about:blank',
    'not an address',
    '',
  ];

  const isPrevented = (event: string, details: object): boolean => {
    const preventDefault = vi.fn();
    onlyWindow().webContents.emit(event, { preventDefault, ...details });
    return preventDefault.mock.calls.length > 0;
  };

  beforeEach(async () => {
    await start();
  });

  test.each(STRANGE)('may not go to %j', (url) => {
    expect(isPrevented('will-navigate', { url })).toBe(true);
    expect(isPrevented('will-frame-navigate', { url, isMainFrame: true })).toBe(true);
  });

  test('may load itself again, but not into a frame', () => {
    expect(isPrevented('will-navigate', { url: OURS })).toBe(false);
    expect(isPrevented('will-frame-navigate', { url: OURS, isMainFrame: true })).toBe(false);
    expect(isPrevented('will-frame-navigate', { url: OURS, isMainFrame: false })).toBe(true);
  });

  test('may not be redirected or hold a webview', () => {
    expect(isPrevented('will-redirect', { url: OURS })).toBe(true);
    expect(isPrevented('will-attach-webview', {})).toBe(true);
  });

  test.each([OURS, ...STRANGE])('may not open a window on %j', (url) => {
    expect(onlyWindow().webContents.windowOpenHandler?.({ url })).toEqual({ action: 'deny' });
  });

  test('is fenced in even when someone else made its window', async () => {
    const { BrowserWindow } = await import('../../fakes/electron');
    const other = new BrowserWindow();
    expect(other.webContents.listenerCount('will-navigate')).toBe(1);
    expect(other.webContents.windowOpenHandler).toBeTruthy();
  });

  test('gets no permission and no device', () => {
    const { permissionRequest, permissionCheck, devicePermission, displayMedia } =
      session.defaultSession;
    const answer = vi.fn();
    permissionRequest?.(...([null, 'clipboard-read', answer] as never[]));
    displayMedia?.(...([null, answer] as never[]));
    expect(answer.mock.calls).toEqual([[false], [null]]);
    expect(permissionCheck?.(...([null, 'geolocation'] as never[]))).toBe(false);
    expect(devicePermission?.(...([{}] as never[]))).toBe(false);
  });

  const isCancelled = (url: string): boolean | undefined => {
    let cancelled: boolean | undefined;
    session.defaultSession.beforeRequest?.({ url }, ({ cancel }) => {
      cancelled = cancel;
    });
    return cancelled;
  };

  test.each([
    ...STRANGE.filter((url) => !url.startsWith('data:')),
    'wss://example.org/',
    'ws://127.0.0.1/',
    'blob:https://example.org/1',
    'chrome-extension://x/y.js',
  ])('has its request to %j cancelled', (url) => {
    expect(isCancelled(url)).toBe(true);
  });

  test.each([
    OURS,
    'blob:app://footbridge/1',
    'data:image/png;base64,AA==',
    'devtools://devtools/x.js',
  ])('may load %j', (url) => {
    expect(isCancelled(url)).toBe(false);
  });

  test('has no developer tools to load when packaged', () => {
    app.isPackaged = true;
    expect(isCancelled('devtools://devtools/x.js')).toBe(true);
  });
});

test('Chromium itself looks up no name and asks no proxy', async () => {
  await start();
  expect(fake.state.switches.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND');
  expect([...fake.state.switches.keys()]).toContain('no-proxy-server');
});

describe('the app scheme', () => {
  beforeEach(async () => {
    await start();
  });

  const load = async (url: string, method = 'GET'): Promise<Response> => {
    const respond = fake.state.protocols.get('app');
    if (!respond) throw new Error('app: is not served');
    return respond({ url, method } as Request);
  };

  test('is standard and secure, and goes around no policy', () => {
    expect(fake.state.schemes).toHaveLength(1);
    expect(fake.state.schemes[0]).toMatchObject({ scheme: 'app', privileges: { secure: true } });
    expect(fake.state.schemes[0]?.privileges).not.toHaveProperty('bypassCSP');
    expect(fake.state.schemes[0]?.privileges).not.toHaveProperty('corsEnabled');
  });

  test('serves the page with the content policy', async () => {
    const reply = await load('app://footbridge/index.html');
    expect(reply.status).toBe(200);
    expect(reply.headers.get('content-security-policy')).toBe(CONTENT_POLICY);
    expect(reply.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await reply.text()).toContain('Stand-in page');
  });

  test.each([
    ['app://footbridge/../core.ts', 404],
    ['app://footbridge/%2e%2e/core.ts', 404],
    ['app://footbridge/..%2fcore.ts', 404],
    ['app://footbridge/..%5ccore.ts', 404],
    ['app://footbridge/nothing.html', 404],
    ['app://footbridge.evil/index.html', 403],
    ['app://other/index.html', 403],
  ])('answers %s with %i', async (url, status) => {
    const reply = await load(url);
    expect(reply.status).toBe(status);
    expect(await reply.text()).toBe('');
    expect(reply.headers.get('content-security-policy')).toBe(CONTENT_POLICY);
  });

  test('takes nothing', async () => {
    expect((await load('app://footbridge/index.html', 'POST')).status).toBe(405);
  });
});

describe('a call', () => {
  const callFrom = async (sender: object): Promise<unknown> => {
    // The fake clones the arguments and not the event, which stays in the main process.
    return fake.invoke('app.describe', sender, {});
  };

  test.each([
    ['a frame that has gone', { senderFrame: null }],
    ['a strange page', { senderFrame: { url: 'https://example.org/' } }],
    ['a page named like ours', { senderFrame: { url: 'app://footbridge.evil/' } }],
  ])('from %s is refused', async (_who, { senderFrame }) => {
    await start();
    const answer = await callFrom({ sender: { mainFrame: senderFrame ?? {} }, senderFrame });
    expect(answer).toMatchObject({ ok: false, problems: [{ code: 'call.refused' }] });
  });

  test('from a frame inside our page is refused', async () => {
    await start();
    const senderFrame = { url: 'app://footbridge/index.html' };
    const answer = await callFrom({ sender: { mainFrame: { ...senderFrame } }, senderFrame });
    expect(answer).toMatchObject({ ok: false, problems: [{ code: 'call.refused' }] });
  });

  test('from our page is answered', async () => {
    await start();
    const senderFrame = { url: 'app://footbridge/index.html' };
    const answer = await callFrom({ sender: { mainFrame: senderFrame }, senderFrame });
    expect(answer).toMatchObject({ ok: true, value: { host: 'electron' } });
  });
});

describe('closing the last window', () => {
  test.each([
    ['linux', true],
    ['win32', true],
    ['darwin', false],
  ] as const)('on %s ends the program: %s', async (platform, ends) => {
    vi.spyOn(process, 'platform', 'get').mockReturnValue(platform);
    await start();
    app.emit('window-all-closed');
    expect(fake.state.hasQuit).toBe(ends);
    vi.restoreAllMocks();
  });

  test('on a Mac leaves an icon that opens another', async () => {
    await start();
    fake.state.windows.length = 0;
    app.emit('activate');
    expect(fake.state.windows).toHaveLength(1);
    app.emit('activate');
    expect(fake.state.windows).toHaveLength(1);
  });
});

describe('the menu', () => {
  const roles = (menu: readonly object[]): string[] =>
    menu.flatMap((item) => [
      ...('role' in item ? [String(item.role)] : []),
      ...('submenu' in item && Array.isArray(item.submenu) ? roles(item.submenu) : []),
    ]);

  test('is set', async () => {
    await start();
    expect(fake.state.menu?.template.length).toBeGreaterThan(3);
  });

  test('follows the platform', () => {
    expect(roles(menuTemplate('darwin', false))).toContain('appMenu');
    expect(roles(menuTemplate('darwin', false))).not.toContain('quit');
    expect(roles(menuTemplate('win32', false))).toContain('quit');
    expect(roles(menuTemplate('linux', false))).toContain('about');
  });

  test('offers developer tools to developers alone', () => {
    expect(roles(menuTemplate('linux', false))).not.toContain('toggleDevTools');
    expect(roles(menuTemplate('linux', true))).toContain('toggleDevTools');
  });
});

test('main.ts starts the shell on its own files and the footprint it is told', async () => {
  vi.resetModules();
  const electron = await import('../../fakes/electron');
  process.argv.push('--footprint=south-west-london');
  await import('../../../electron/main/main');
  await vi.waitFor(() => expect(electron.fake.state.windows).toHaveLength(1));
  process.argv.pop();
  const [window] = electron.fake.state.windows;
  const frame = window?.webContents.mainFrame;
  const answer = await electron.fake.invoke(
    'app.describe',
    { sender: { mainFrame: frame }, senderFrame: frame },
    {},
  );
  expect(answer).toMatchObject({ ok: true, value: { footprint: 'south-west-london' } });
  expect(electron.fake.state.errorBoxes).toEqual([]);
});
