/** Finds the host that opened this page: the Electron preload when there is one, else the loopback host. */
import type { Result } from '../../shared/errors/problem';
import type { Host } from './host';
import { connectWebHost } from './web-host';

/** What the Electron preload puts on the window: one named function for each call. */
type Preload = Readonly<Record<string, (request: unknown) => Promise<Result<never>>>>;

declare global {
  interface Window {
    readonly footbridge?: Preload;
  }
}

/** True in a desktop window, whose shell decides what closing means. */
export const isDesktop = (): boolean => window.footbridge !== undefined;

export async function connectHost(): Promise<Result<Host>> {
  const preload = window.footbridge;
  if (!preload) return connectWebHost();
  return { ok: true, value: { call: (name, request) => callPreload(preload, name, request) } };
}

async function callPreload(
  preload: Preload,
  name: string,
  request: unknown,
): Promise<Result<never>> {
  const named = preload[name];
  if (named) return named(request);
  return {
    ok: false,
    problems: [
      {
        code: 'host.call-missing',
        message: `This copy of Footbridge does not offer '${name}'.`,
        remedy: 'The page and the program are of different versions: install Footbridge again.',
      },
    ],
  };
}
