import { expect, test } from 'vitest';
import {
  createSession,
  LAUNCH_CODE_LIFETIME,
  PRINTED_CODE_LIFETIME,
} from '../../../electron/web-host/session';

function sessionWithClock() {
  const clock = { now: 0 };
  return { clock, session: createSession(() => clock.now) };
}

test('a code works once', () => {
  const { session } = sessionWithClock();
  const code = session.issueCode(1000);
  const token = session.swapCode(code) ?? '';
  expect(session.holdsToken(token)).toBe(true);
  expect(session.swapCode(code)).toBeUndefined();
});

test('a code that was never used stays good until its time is up', () => {
  const { clock, session } = sessionWithClock();
  const code = session.issueCode(1000);
  clock.now = 999;
  expect(session.swapCode(code)).toBeTruthy();
  const late = session.issueCode(1000);
  clock.now = 1999;
  expect(session.swapCode(late)).toBeUndefined();
});

test('a printed address can be copied for ten minutes, a launched one for one', () => {
  expect(PRINTED_CODE_LIFETIME).toBe(600_000);
  expect(LAUNCH_CODE_LIFETIME).toBe(60_000);
});

test('a wrong guess spoils nothing', () => {
  const { session } = sessionWithClock();
  const code = session.issueCode(1000);
  for (const guess of ['', 'x', code.slice(1), `${code}x`, code.toUpperCase()]) {
    expect(session.swapCode(guess)).toBeUndefined();
  }
  expect(session.isClaimed()).toBe(false);
  expect(session.swapCode(code)).toBeTruthy();
  expect(session.isClaimed()).toBe(true);
});

test('a code is no token, and codes and tokens are long and never the same', () => {
  const { session } = sessionWithClock();
  const codes = Array.from({ length: 100 }, () => session.issueCode(1000));
  expect(new Set(codes).size).toBe(100);
  for (const code of codes) expect(code).toMatch(/^[\w-]{43}$/);
  expect(codes.some((code) => session.holdsToken(code))).toBe(false);
  const tokens = [session, createSession()].map((one) => one.swapCode(one.issueCode(1000)));
  expect(tokens[0]).not.toBe(tokens[1]);
});
