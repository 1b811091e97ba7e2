/**
 * Who may call: a one-time code, carried in the address fragment that no server and no log ever sees, is
 * swapped once for the token that every call then carries in a header. There are no cookies: cookies on
 * 127.0.0.1 are shared by every port, and so by every other program.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** For a code in a command line, where other users of the machine can read it: as short as a slow start allows. */
export const LAUNCH_CODE_LIFETIME = 60_000;
/** For a code in a printed address, which a person has to copy. */
export const PRINTED_CODE_LIFETIME = 10 * 60_000;

export interface Session {
  /** A fresh code, good once and for so many milliseconds. */
  readonly issueCode: (lifetime: number) => string;
  /** The token, or undefined for a code that is unknown, used or too old. A wrong guess spoils no code. */
  readonly swapCode: (code: string) => string | undefined;
  readonly holdsToken: (token: string) => boolean;
  /** True once any code has been swapped: a page has arrived. */
  readonly isClaimed: () => boolean;
}

/** `now` in milliseconds; the default does not jump when the clock is set. */
export function createSession(now: () => number = () => performance.now()): Session {
  const token = secret();
  let codes: { readonly code: string; readonly expires: number }[] = [];
  let isClaimed = false;
  return {
    issueCode: (lifetime) => {
      const code = secret();
      codes.push({ code, expires: now() + lifetime });
      return code;
    },
    swapCode: (offered) => {
      codes = codes.filter(({ expires }) => expires > now());
      const match = codes.find(({ code }) => isSame(code, offered));
      if (!match) return undefined;
      codes = codes.filter((code) => code !== match);
      isClaimed = true;
      return token;
    },
    holdsToken: (offered) => isSame(token, offered),
    isClaimed: () => isClaimed,
  };
}

const secret = (): string => randomBytes(32).toString('base64url');

/** In constant time, whatever the lengths: what is compared are the hashes. */
function isSame(known: string, offered: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(known), hash(offered));
}
