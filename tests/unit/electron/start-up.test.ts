// `npm start` on machines of every kind: what is printed, what is opened, how it ends. The programs that are
// opened are scripts, but they are found, started and ended for real.

import { existsSync, rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fetchElectron, findElectron } from '../../../electron/electron-binary';
import { failure } from '../../../shared/errors/problem';
import { FAKE_CORE } from '../../fakes/core';
import { browserThat, FakeMachine } from '../../fakes/machine';
import { ownPost, sendRaw } from '../../fakes/raw-http';

let machine: FakeMachine;
beforeEach(() => {
  machine = new FakeMachine();
});
afterEach(() => machine.remove());

const swapCode = async (address: string) => {
  const { origin, hash } = new URL(address);
  const reply = await sendRaw(origin, ownPost(origin, '/session', { code: hash.slice(6) }));
  return reply.status;
};

const firstAddress = async (): Promise<string> => {
  await vi.waitFor(() => expect(machine.addresses()).not.toEqual([]));
  return machine.addresses()[0] ?? '';
};

describe('wrong input ends with one clear message', () => {
  test.each([
    [['--webb'], 2, "There is no option --webb. Did you mean '--web'?"],
    [['-x'], 2, 'There is no option -x. npm start -- --help lists the options.'],
    [['north', 'south'], 2, 'One footprint can be opened at a time, and 2 were named. Name one.'],
    [['nrth'], 1, "There is no footprint named 'nrth'. Did you mean 'north'?"],
  ])('%j', async (args, code, message) => {
    expect(await machine.start(...args)).toBe(code);
    expect(machine.errors).toEqual([message]);
    expect(machine.out).toEqual([]);
  });

  test('models that cannot be read', async () => {
    machine.write('models/a.yaml', 'x');
    machine.core = {
      ...FAKE_CORE,
      decodeLibrary: () =>
        failure({ code: 'x.y', message: 'One.' }, { code: 'x.z', message: 'Two.' }),
    };
    expect(await machine.start('north')).toBe(1);
    expect(machine.errors).toEqual(['One.', 'Two.']);
  });

  test('a comparison that fails, without its stack', async () => {
    machine.printComparison = () => {
      throw new Error('the line gap has no value');
    };
    expect(await machine.start('north')).toBe(1);
    expect(machine.errors).toEqual(['The comparison failed: the line gap has no value']);
  });

  test('a page that was never built', async () => {
    rmSync(`${machine.root}/dist`, { recursive: true });
    expect(await machine.start('north')).toBe(1);
    expect(machine.out).toEqual(['comparison of north\n']);
    expect(machine.errors).toEqual(['The page has not been built. Run: npm run build']);
  });
});

test('--help says what there is', async () => {
  expect(await machine.start('--help')).toBe(0);
  expect(machine.out.join()).toContain('--no-open');
});

describe('without a window', () => {
  test('the comparison comes first, then the reason, then an address that works once', async () => {
    machine.env = { ...machine.env, DISPLAY: ':0' };
    const end = machine.start('north', '--no-open');
    const address = await firstAddress();
    expect(machine.out[0]).toBe('comparison of north\n');
    expect(machine.out[1]).toBe('Serving without a window: --no-open was given.');
    expect((await sendRaw(new URL(address).origin)).text).toContain('<title>Page</title>');
    expect(await swapCode(address)).toBe(200);
    expect(await swapCode(address)).toBe(403);
    machine.stop();
    expect(await end).toBe(0);
    await expect(sendRaw(new URL(address).origin)).rejects.toThrow(/ECONNREFUSED/);
  });

  test('the Enter key gives another address', async () => {
    let press = () => {};
    machine.onEnter = (listener) => {
      press = listener;
    };
    const end = machine.start('north', '--no-open');
    await firstAddress();
    press();
    const [first = '', second = ''] = machine.addresses();
    expect(await swapCode(second)).toBe(200);
    expect(await swapCode(first)).toBe(200);
    machine.stop();
    await end;
  });

  test.runIf(process.platform === 'linux')('no display is reason enough', async () => {
    machine.installElectron('note(args)');
    const end = machine.start('north');
    await firstAddress();
    expect(machine.out[1]).toBe('Serving without a window: there is no display for a window.');
    machine.stop();
    await end;
    expect(machine.noted()).toBeUndefined();
  });

  test('a browser that is not there is named', async () => {
    machine.env = { ...machine.env, DISPLAY: ':0', FOOTBRIDGE_BROWSER: '/no/browser' };
    const end = machine.start('north', '--web');
    await firstAddress();
    expect(machine.out[1]).toBe(
      'Serving without a window: --web was given, and FOOTBRIDGE_BROWSER names no program (/no/browser).',
    );
    machine.stop();
    await end;
  });
});

// Scripts cannot stand in for programs on Windows.
describe.skipIf(process.platform === 'win32')('in a browser', () => {
  const profileOf = () => {
    const args = machine.noted() as string[];
    return args.find((arg) => arg.startsWith('--user-data-dir='))?.slice(16) ?? '';
  };

  test('the program ends when the window is closed, and its profile is gone', async () => {
    machine.useBrowser(`note(args);${browserThat('setTimeout(() => process.exit(0), 100)')}`);
    expect(await machine.start('north')).toBe(0);
    expect(machine.out[1]).toMatch(/^Opening in .*: the Electron binary is not installed\.$/);
    expect(machine.addresses()).toEqual([]);
    expect(profileOf()).not.toBe('');
    expect(existsSync(profileOf())).toBe(false);
  });

  test('the window is closed when the program is stopped', async () => {
    machine.useBrowser(`note(args);${browserThat('setInterval(() => {}, 1000)')}`);
    const end = machine.start('north');
    await vi.waitFor(() => expect(machine.noted()).toBeTruthy());
    machine.stop();
    expect(await end).toBe(0);
    expect(existsSync(profileOf())).toBe(false);
  });

  test('one that does not start leaves an address', async () => {
    machine.useBrowser('process.exit(1)');
    const end = machine.start('north');
    expect(await swapCode(await firstAddress())).toBe(200);
    expect(machine.out.join('\n')).toContain('No window opened in');
    machine.stop();
    expect(await end).toBe(0);
  });
});

describe.skipIf(process.platform === 'win32')('in Electron', () => {
  beforeEach(() => {
    machine.env = { ...machine.env, DISPLAY: ':0', ELECTRON_RUN_AS_NODE: '1' };
  });

  test('the shell is told its footprint and is not plain Node', async () => {
    machine.installElectron('note({ args, plain: process.env.ELECTRON_RUN_AS_NODE ?? null })');
    expect(await machine.start('south')).toBe(0);
    expect(machine.out).toEqual([
      'comparison of south\n',
      'Opening in Electron: its binary is installed.',
    ]);
    const { args, plain } = machine.noted() as { args: string[]; plain: unknown };
    expect(args.filter((arg) => arg !== '--no-sandbox')).toEqual([
      `${machine.root}/dist/main.mjs`,
      '--footprint=south',
    ]);
    expect(plain).toBeNull();
  });

  test('--web goes round it', async () => {
    machine.installElectron('note(args)');
    machine.useBrowser(browserThat('process.exit(0)'));
    expect(await machine.start('north', '--web')).toBe(0);
    expect(machine.noted()).toBeUndefined();
  });

  test('a browser takes over when it does not start', async () => {
    machine.installElectron('process.exit(127)');
    machine.useBrowser(browserThat('process.exit(0)'));
    expect(await machine.start('north')).toBe(0);
    expect(machine.out[2]).toMatch(/Electron is installed but does not start here\.$/);
  });

  test('it ends with the program', async () => {
    machine.installElectron('note(1); setInterval(() => {}, 1000)');
    const end = machine.start('north');
    await vi.waitFor(() => expect(machine.noted()).toBe(1));
    machine.stop();
    expect(await end).toBe(0);
  });

  describe('the binary is fetched', () => {
    const INSTALLER = `
      const { writeFileSync, mkdirSync, chmodSync } = require('node:fs');
      mkdirSync(__dirname + '/dist');
      writeFileSync(__dirname + '/dist/electron', '#!${process.execPath}\\nprocess.exit(0)');
      chmodSync(__dirname + '/dist/electron', 0o755);
      writeFileSync(__dirname + '/path.txt', 'electron');
    `;
    const folder = () => `${machine.root}/node_modules/electron`;

    test('when it is missing', async () => {
      const { FOOTBRIDGE_NO_FETCH: _, ...env } = machine.env;
      machine.env = env;
      machine.write('node_modules/electron/install.js', INSTALLER);
      expect(await machine.start('north')).toBe(0);
      expect(machine.out.slice(1)).toEqual([
        'Fetching the Electron binary, for 20 seconds at most…',
        'Opening in Electron: its binary is installed.',
      ]);
    });

    test.each(['FOOTBRIDGE_NO_FETCH', 'CI'])('never with %s', async (name) => {
      const { FOOTBRIDGE_NO_FETCH: _, ...env } = machine.env;
      machine.env = { ...env, [name]: 'true' };
      machine.write('node_modules/electron/install.js', INSTALLER);
      const end = machine.start('north');
      await firstAddress();
      expect(findElectron(folder())).toBeUndefined();
      machine.stop();
      await end;
    });

    test('and given up when that fails or takes too long', async () => {
      expect(await fetchElectron(folder(), 5_000)).toBeUndefined();
      machine.write('node_modules/electron/install.js', 'throw new Error("no network")');
      expect(await fetchElectron(folder(), 5_000)).toBeUndefined();
      machine.write('node_modules/electron/install.js', 'setInterval(() => {}, 1000)');
      expect(await fetchElectron(folder(), 300)).toBeUndefined();
    });

    test('is not believed in when only its name is there', () => {
      machine.write('node_modules/electron/path.txt', 'electron');
      expect(findElectron(folder())).toBeUndefined();
    });
  });
});
