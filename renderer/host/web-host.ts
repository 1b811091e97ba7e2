/**
 * The loopback host. The address that opened the page carries a one-time code after `#`, where no server or
 * log sees it; it is swapped once for a token that lives as long as this tab.
 */
import { failure, type Problem, type Result } from '../../shared/errors/problem';
import type { Host } from './host';

const TOKEN_KEY = 'footbridge.token';

/** The code of a page that has no right to talk to the host; the page then says how to get one. */
export const NO_SESSION = 'host.no-session';

const noSession: Problem = {
  code: NO_SESSION,
  message: 'This address was already used.',
  remedy: 'Start Footbridge again: each start gives a new address that works once.',
};

const unreachable: Problem = {
  code: 'host.unreachable',
  message: 'Footbridge has stopped running behind this page.',
  remedy: 'Start Footbridge again. Nothing has been sent anywhere.',
};

export async function connectWebHost(): Promise<Result<Host>> {
  const code = takeCode();
  const token = code ? await swapCode(code) : sessionStorage.getItem(TOKEN_KEY);
  if (!token) return failure(noSession);
  sessionStorage.setItem(TOKEN_KEY, token);
  return {
    ok: true,
    value: { call: (name, request) => post(`/call/${name}`, request, token) },
  };
}

/** Reads the code and takes it out of the address, so that a bookmark or a screenshot does not hold it. */
function takeCode(): string | undefined {
  const code = new URLSearchParams(location.hash.slice(1)).get('code');
  if (!code) return undefined;
  history.replaceState(null, '', location.pathname + location.search);
  return code;
}

async function swapCode(code: string): Promise<string | null> {
  try {
    const reply = await send('/session', { code });
    const body: { token?: unknown; value?: { token?: unknown } } = await reply.json();
    const token = body.token ?? body.value?.token;
    if (reply.ok && typeof token === 'string') return token;
  } catch {
    // Nothing listens any more; an earlier token cannot help either.
  }
  return null;
}

async function post(path: string, request: unknown, token: string): Promise<Result<never>> {
  try {
    const reply = await send(path, request, { 'x-footbridge-token': token });
    if (reply.status === 401 || reply.status === 403) {
      sessionStorage.removeItem(TOKEN_KEY);
      return failure(noSession);
    }
    return await reply.json();
  } catch {
    return failure(unreachable);
  }
}

const send = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
    credentials: 'omit',
    cache: 'no-store',
  });
