/**
 * The web host from start to end: serve, open a window if a browser will, otherwise print the address and keep
 * serving. Ends when its window is closed or when told to stop.
 */
import type { AnswerCall } from '../services/answer-call';
import { type AppWindow, openAppWindow } from './app-window';
import type { Browser } from './find-browser';
import { startWebHost, type WebHost } from './server';
import {
  createSession,
  LAUNCH_CODE_LIFETIME,
  PRINTED_CODE_LIFETIME,
  type Session,
} from './session';

export interface RunOptions {
  readonly rendererFolder: string;
  readonly answer: AnswerCall;
  /** To be tried in this order; none prints the address at once. */
  readonly browsers: readonly Browser[];
  readonly print: (line: string) => void;
  /** Settles when the person stops the program. */
  readonly stop: Promise<void>;
  /** Tells of the Enter key; absent where there is no keyboard. */
  readonly onEnter?: ((listener: () => void) => void) | undefined;
  readonly openWindow?: (browser: Browser, address: string) => AppWindow;
}

export async function runWebHost(options: RunOptions): Promise<void> {
  const session = createSession();
  const host = await startWebHost({ ...options, session });
  try {
    const isDone = await showInWindow(options, host, session);
    if (!isDone) await showAddress(options, host, session);
  } finally {
    await host.close();
  }
}

/** True when there is nothing left to do: the window was used and closed, or the person stopped the program. */
async function showInWindow(
  options: RunOptions,
  host: WebHost,
  session: Session,
): Promise<boolean> {
  const openWindow = options.openWindow ?? openAppWindow;
  for (const browser of options.browsers) {
    const window = openWindow(browser, addressOf(host, session.issueCode(LAUNCH_CODE_LIFETIME)));
    const end = await Promise.race([
      window.closed.then(() => 'closed' as const),
      options.stop.then(() => 'stopped' as const),
    ]);
    if (end === 'stopped') await window.close();
    // A browser whose page never reached us has not shown a window.
    if (end === 'stopped' || session.isClaimed()) return true;
    options.print(`No window opened in ${browser.name} (${browser.path}).`);
  }
  return false;
}

async function showAddress(options: RunOptions, host: WebHost, session: Session): Promise<void> {
  const { print, onEnter, stop } = options;
  const printAddress = () =>
    print(`  ${addressOf(host, session.issueCode(PRINTED_CODE_LIFETIME))}`);
  print('Open this address in a browser on this machine. It works once, within 10 minutes:');
  printAddress();
  if (onEnter) print('Press Enter for another address, Ctrl+C to stop.');
  else print('Serving until stopped with Ctrl+C.');
  onEnter?.(printAddress);
  await stop;
}

const addressOf = (host: WebHost, code: string): string => `${host.origin}/#code=${code}`;
