import { expect, test } from 'vitest';
import { decodeRequest } from '../../shared/contract/decode-call';

const problemsOf = (name: string, payload: unknown) => {
  const result = decodeRequest(name, payload);
  return result.ok ? [] : result.problems;
};

test('a good request comes back typed', () => {
  const request = { footprint: 'north', set: ['a=1'] };
  const result = decodeRequest('projection.compare', request);
  expect(result).toEqual({ ok: true, value: request });
  // The type is the call's own: this would not compile otherwise.
  expect(result.ok && result.value.footprint).toBe('north');
});

test('every fault is told at once, with its place', () => {
  const request = { footprint: 7, set: ['a=1', null, 'x'.repeat(501)], extra: 1, other: 2 };
  expect(problemsOf('projection.compare', request)).toEqual([
    malformed('footprint', 'expected a string.'),
    malformed('set[1]', 'expected a string.'),
    malformed('set[2]', 'more than 500 characters.'),
    malformed('extra', 'nothing by this name belongs here.'),
    malformed('other', 'nothing by this name belongs here.'),
  ]);
});

function malformed(path: string, what: string) {
  const message = `The request to projection.compare is malformed: ${what}`;
  return { code: 'call.malformed', message, place: { path } };
}

test('a request that is no object is at fault as a whole', () => {
  expect(problemsOf('app.describe', 'text')[0]).toMatchObject({
    message: 'The request to app.describe is malformed: expected an object.',
    place: { path: 'request' },
  });
});

test('too many entries are counted as entries', () => {
  const request = { footprint: 'north', set: new Array(201).fill('a=1') };
  expect(problemsOf('projection.compare', request)).toEqual([
    malformed('set', 'more than 200 entries.'),
  ]);
});

test('a stranger’s keys are shortened and not all repeated', () => {
  const keys = Array.from({ length: 500 }, (_, i) => [`${i}${'k'.repeat(500)}`, 1]);
  const problems = problemsOf('app.describe', Object.fromEntries(keys));
  expect(problems.length).toBe(20);
  expect(problems.every(({ place }) => (place?.path?.length ?? 0) <= 80)).toBe(true);
});

test('an unknown call is told the nearest name, or all of them', () => {
  expect(problemsOf('projection.comprae', {})).toEqual([
    {
      code: 'call.unknown',
      message: "There is no call named 'projection.comprae'.",
      remedy: "Did you mean 'projection.compare'?",
    },
  ]);
  expect(problemsOf('x', {})[0]?.remedy).toContain('app.describe, library.read');
});

test.each(['constructor', '__proto__', 'toString', ''])('%j is no call', (name) => {
  expect(problemsOf(name, {})[0]?.code).toBe('call.unknown');
});
