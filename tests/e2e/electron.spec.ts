// The real Electron window, where there is a binary to open it with. Elsewhere these tests say that they did
// not run; what they would have found is covered in part by the fake of tests/unit/electron/shell.test.ts.

import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, expect, test } from '@playwright/test';
import { findElectron } from '../../electron/electron-binary';
import { hasDisplay } from '../../electron/web-host/find-browser';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
// Found by its files: to import the package would start a download.
const binary = findElectron(`${ROOT}/node_modules/electron`);

const reason = !binary
  ? 'the Electron binary is not installed, get it with npx install-electron'
  : !hasDisplay({ platform: process.platform, env: process.env })
    ? 'Electron needs a display, on Linux run xvfb-run npm test'
    : undefined;

// In the title as well: the list of tests does not print the reason for a skip.
test.describe(reason ? `real Electron, not run: ${reason}` : 'real Electron', () => {
  test.skip(reason !== undefined, reason);

  let shell: ElectronApplication;

  test.beforeEach(async () => {
    const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
    shell = await _electron.launch({
      executablePath: binary ?? '',
      args: [...(isRoot ? ['--no-sandbox'] : []), `${ROOT}/dist/main.mjs`],
    });
  });

  test.afterEach(() => shell.close());

  test('the window opens our page and answers every call', async () => {
    const page = await shell.firstWindow();
    expect(page.url()).toMatch(/^app:\/\/footbridge\//);
    const answer = await page.evaluate(() => {
      const api: Record<string, ((request: unknown) => unknown) | undefined> =
        Reflect.get(window, 'footbridge') ?? {};
      return api['app.describe']?.({});
    });
    expect(answer).toMatchObject({ ok: true, value: { name: 'Footbridge', host: 'electron' } });
  });

  test('the page has no Node', async () => {
    const page = await shell.firstWindow();
    const types = await page.evaluate(() =>
      ['require', 'process', 'module', 'ipcRenderer'].map(
        (name) => typeof Reflect.get(window, name),
      ),
    );
    expect(types).toEqual(['undefined', 'undefined', 'undefined', 'undefined']);
  });

  test('the page cannot leave, open windows or reach a network', async () => {
    const page = await shell.firstWindow();
    const address = page.url();
    const outcome = await page.evaluate(async () => {
      const opened = window.open('https://example.org/');
      const reached = await fetch('https://example.org/').then(
        () => true,
        () => false,
      );
      location.href = 'https://example.org/';
      return { opened: opened !== null, reached };
    });
    expect(outcome).toEqual({ opened: false, reached: false });
    await expect.poll(() => page.url()).toBe(address);
    expect(shell.windows()).toHaveLength(1);
  });
});
