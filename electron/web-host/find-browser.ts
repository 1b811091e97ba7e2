/** Chromium-family browsers on this machine, best first: the only ones with an app window and our page's features. */
import { accessSync, constants, statSync } from 'node:fs';
import { posix, win32 } from 'node:path';

export interface Browser {
  readonly name: string;
  readonly path: string;
}

export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isProgram: (path: string) => boolean;
}

export function thisMachine(): Machine {
  return { platform: process.platform, env: process.env, isProgram };
}

/** On Linux a window needs a display server; on the other systems there always is one. */
export function hasDisplay({ platform, env }: Pick<Machine, 'platform' | 'env'>): boolean {
  if (platform === 'win32' || platform === 'darwin') return true;
  return Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/** FOOTBRIDGE_BROWSER alone when it is set, even if nothing is there: someone chose it. */
export function findBrowsers(machine: Machine): readonly Browser[] {
  const chosen = machine.env.FOOTBRIDGE_BROWSER;
  const candidates = chosen
    ? [{ name: `the browser of FOOTBRIDGE_BROWSER`, path: chosen }]
    : listCandidates(machine);
  return candidates.filter(({ path }) => machine.isProgram(path));
}

function listCandidates({ platform, env }: Machine): Browser[] {
  if (platform === 'darwin') {
    const folders = ['/Applications', ...(env.HOME ? [posix.join(env.HOME, 'Applications')] : [])];
    return MAC_APPS.flatMap((name) =>
      folders.map((folder) => ({
        name,
        path: posix.join(folder, `${name}.app`, 'Contents', 'MacOS', name),
      })),
    );
  }
  if (platform === 'win32') {
    const folders = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA];
    return WINDOWS_PATHS.flatMap(([name, tail]) =>
      folders.flatMap((folder) => (folder ? [{ name, path: win32.join(folder, tail) }] : [])),
    );
  }
  const folders = (env.PATH ?? '').split(':').filter((folder) => posix.isAbsolute(folder));
  return LINUX_COMMANDS.flatMap(([name, command]) =>
    folders.map((folder) => ({ name, path: posix.join(folder, command) })),
  );
}

const MAC_APPS = ['Google Chrome', 'Microsoft Edge', 'Chromium', 'Brave Browser', 'Vivaldi'];

const WINDOWS_PATHS: readonly (readonly [string, string])[] = [
  ['Microsoft Edge', 'Microsoft\\Edge\\Application\\msedge.exe'],
  ['Google Chrome', 'Google\\Chrome\\Application\\chrome.exe'],
  ['Chromium', 'Chromium\\Application\\chrome.exe'],
  ['Brave', 'BraveSoftware\\Brave-Browser\\Application\\brave.exe'],
];

const LINUX_COMMANDS: readonly (readonly [string, string])[] = [
  ['Google Chrome', 'google-chrome-stable'],
  ['Google Chrome', 'google-chrome'],
  ['Chromium', 'chromium'],
  ['Chromium', 'chromium-browser'],
  ['Microsoft Edge', 'microsoft-edge-stable'],
  ['Microsoft Edge', 'microsoft-edge'],
  ['Brave', 'brave-browser'],
  ['Vivaldi', 'vivaldi-stable'],
];

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
