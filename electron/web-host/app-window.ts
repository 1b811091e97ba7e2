/**
 * A browser window that shows one page and no address bar, in a profile of its own that is thrown away: the
 * browser's process then ends with its window, and nobody's bookmarks, extensions or sync come along.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from './find-browser';

export interface AppWindow {
  /** Settles when the browser has ended, however it ended or if it never started. */
  readonly closed: Promise<void>;
  readonly close: () => Promise<void>;
}

export function openAppWindow(browser: Browser, address: string): AppWindow {
  const profile = mkdtempSync(join(tmpdir(), 'footbridge-'));
  // As root, Chromium refuses to start with its sandbox.
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  // What a browser says on the terminal is for its makers.
  const child = spawn(browser.path, windowArguments({ address, profile, isRoot }), {
    stdio: 'ignore',
  });
  const closed = ended(child).then(() => removeProfile(profile));
  return {
    closed,
    close: async () => {
      child.kill();
      // One that does not listen must not keep the program from ending.
      const insist = setTimeout(() => child.kill('SIGKILL'), 3_000);
      await closed;
      clearTimeout(insist);
    },
  };
}

export function windowArguments(window: {
  readonly address: string;
  readonly profile: string;
  readonly isRoot: boolean;
}): string[] {
  return [
    `--app=${window.address}`,
    `--user-data-dir=${window.profile}`,
    '--window-size=1440,900',
    ...QUIET,
    ...(window.isRoot ? ['--no-sandbox'] : []),
  ];
}

/** Nothing leaves the machine: no names are looked up, no proxy is asked, and no service of the maker's runs. */
const QUIET: readonly string[] = [
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  '--no-proxy-server',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-pings',
  '--no-service-autorun',
  '--disable-background-networking',
  '--disable-breakpad',
  '--disable-client-side-phishing-detection',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-features=Translate,OptimizationHints,MediaRouter,AutofillServerCommunication',
  '--disable-search-engine-choice-screen',
  '--disable-sync',
  '--metrics-recording-only',
  // No question about the keyring of the desktop: there is no password to keep.
  '--password-store=basic',
  '--use-mock-keychain',
];

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.once('error', () => resolve());
    child.once('exit', () => resolve());
  });

function removeProfile(profile: string): void {
  try {
    // Retried: the browser's last helpers may still be writing.
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  } catch {
    // A few files in the temporary folder are no reason to end badly.
  }
}
