import { describe, expect, test } from 'vitest';
import { windowArguments } from '../../../electron/web-host/app-window';
import { findBrowsers, hasDisplay, type Machine } from '../../../electron/web-host/find-browser';

/** A machine that has these programs and no others. */
const machine = (
  platform: NodeJS.Platform,
  env: Record<string, string>,
  programs: string[],
): Machine => ({ platform, env, isProgram: (path) => programs.includes(path) });

describe('browsers are found', () => {
  test('on Linux, along the path, in order of preference', () => {
    const env = { PATH: '/usr/local/bin:/usr/bin::bin' };
    const programs = [
      '/usr/bin/chromium',
      '/usr/local/bin/microsoft-edge',
      '/usr/bin/google-chrome',
    ];
    const found = findBrowsers(
      machine('linux', env, [...programs, 'bin/chromium', '/bin/chromium']),
    );
    expect(found).toEqual([
      { name: 'Google Chrome', path: '/usr/bin/google-chrome' },
      { name: 'Chromium', path: '/usr/bin/chromium' },
      { name: 'Microsoft Edge', path: '/usr/local/bin/microsoft-edge' },
    ]);
  });

  test('on a Mac, for everyone or for one person', () => {
    const env = { HOME: '/Users/ann' };
    const edge = '/Users/ann/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge';
    expect(findBrowsers(machine('darwin', env, [edge]))).toEqual([
      { name: 'Microsoft Edge', path: edge },
    ]);
  });

  test('on Windows, where Edge always is', () => {
    const env = {
      ProgramFiles: 'C:\\Program Files',
      'ProgramFiles(x86)': 'C:\\Program Files (x86)',
    };
    const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
    expect(findBrowsers(machine('win32', env, [edge]))).toEqual([
      { name: 'Microsoft Edge', path: edge },
    ]);
  });

  test('by FOOTBRIDGE_BROWSER, and then no other', () => {
    const env = { PATH: '/usr/bin', FOOTBRIDGE_BROWSER: '/opt/mine' };
    const all = ['/usr/bin/chromium', '/opt/mine'];
    expect(findBrowsers(machine('linux', env, all)).map(({ path }) => path)).toEqual(['/opt/mine']);
    expect(findBrowsers(machine('linux', env, ['/usr/bin/chromium']))).toEqual([]);
  });

  test('nowhere on a bare machine', () => {
    for (const platform of ['linux', 'darwin', 'win32'] as const) {
      expect(findBrowsers(machine(platform, {}, []))).toEqual([]);
    }
  });
});

test('Linux has a display when a display server says so; the others always do', () => {
  expect(hasDisplay({ platform: 'linux', env: {} })).toBe(false);
  expect(hasDisplay({ platform: 'linux', env: { DISPLAY: '' } })).toBe(false);
  expect(hasDisplay({ platform: 'linux', env: { DISPLAY: ':0' } })).toBe(true);
  expect(hasDisplay({ platform: 'linux', env: { WAYLAND_DISPLAY: 'wayland-0' } })).toBe(true);
  expect(hasDisplay({ platform: 'darwin', env: {} })).toBe(true);
  expect(hasDisplay({ platform: 'win32', env: {} })).toBe(true);
});

describe('an app window', () => {
  const window = { address: 'http://127.0.0.1:1/#code=x', profile: '/tmp/p', isRoot: false };

  test('shows the page in a profile of its own', () => {
    const args = windowArguments(window);
    expect(args).toContain('--app=http://127.0.0.1:1/#code=x');
    expect(args).toContain('--user-data-dir=/tmp/p');
  });

  test('reaches nothing but this machine', () => {
    const args = windowArguments(window);
    expect(args).toContain('--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1');
    expect(args).toContain('--disable-background-networking');
    expect(args).toContain('--disable-component-update');
    expect(args.filter((arg) => /web-security|remote-debugging|allow-running/.test(arg))).toEqual(
      [],
    );
  });

  test('keeps its sandbox, except as root, where Chromium has none', () => {
    expect(windowArguments(window)).not.toContain('--no-sandbox');
    expect(windowArguments({ ...window, isRoot: true })).toContain('--no-sandbox');
  });
});
