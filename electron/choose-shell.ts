/** Electron window, app window of a browser, or a printed address: which, and the reason in one line. */
import type { Browser } from './web-host/find-browser';

export interface ElectronShell {
  readonly kind: 'electron';
  readonly binary: string;
  readonly because: string;
}

export interface WebShell {
  readonly kind: 'web';
  /** Empty: the address is printed. */
  readonly browsers: readonly Browser[];
  readonly because: string;
}

export interface ShellChoices {
  readonly forceWeb: boolean;
  readonly noOpen: boolean;
  readonly hasDisplay: boolean;
  readonly browsers: readonly Browser[];
  /** Set when someone named a browser, whether or not it is there. */
  readonly namedBrowser: string | undefined;
  /** The binary, fetched if need be; asked only when a window could be shown. */
  readonly electron: () => Promise<string | undefined>;
}

export async function chooseShell(choices: ShellChoices): Promise<ElectronShell | WebShell> {
  if (choices.noOpen) return addressOnly('--no-open was given');
  if (!choices.hasDisplay) return addressOnly('there is no display for a window');
  if (!choices.forceWeb) {
    const binary = await choices.electron();
    if (binary)
      return { kind: 'electron', binary, because: 'Opening in Electron: its binary is installed.' };
  }
  return inBrowser(
    choices,
    choices.forceWeb ? '--web was given' : 'the Electron binary is not installed',
  );
}

/** The web host in a browser; also where to go when Electron turns out not to start. */
export function inBrowser(
  { browsers, namedBrowser }: Pick<ShellChoices, 'browsers' | 'namedBrowser'>,
  reason: string,
): WebShell {
  const [first] = browsers;
  if (first) return { kind: 'web', browsers, because: `Opening in ${first.name}: ${reason}.` };
  const missing = namedBrowser
    ? `FOOTBRIDGE_BROWSER names no program (${namedBrowser})`
    : 'no Chrome, Edge or Chromium was found';
  return addressOnly(`${reason}, and ${missing}`);
}

function addressOnly(reason: string): WebShell {
  return { kind: 'web', browsers: [], because: `Serving without a window: ${reason}.` };
}
