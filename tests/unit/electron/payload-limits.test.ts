import { describe, expect, test } from 'vitest';
import { checkPayload, PAYLOAD_LIMITS } from '../../../electron/services/payload-limits';

const cycle: Record<string, unknown> = {};
cycle.self = cycle;

const nest = (depth: number): unknown => (depth === 0 ? 1 : [nest(depth - 1)]);

describe('a payload', () => {
  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['plain values', { a: [1, 'b', true, null, { c: undefined }] }],
    ['an object without a prototype', Object.assign(Object.create(null), { a: 1 })],
    ['the deepest allowed', nest(PAYLOAD_LIMITS.depth)],
    ['the longest text', 'x'.repeat(PAYLOAD_LIMITS.size)],
  ])('may be %s', (_what, payload) => {
    expect(checkPayload(payload)).toEqual({ ok: true, value: payload });
  });

  test.each<[string, unknown]>([
    ['a cycle', cycle],
    ['a map', new Map([['footprint', 'north']])],
    ['a date', { when: new Date(0) }],
    ['bytes', [new Uint8Array(4)]],
    ['an error', new Error('x')],
    ['a big integer', { n: 1n }],
    ['a function', () => 1],
    ['one level too deep', nest(PAYLOAD_LIMITS.depth + 1)],
    ['one character too long', 'x'.repeat(PAYLOAD_LIMITS.size + 1)],
    ['too long in its keys', { ['k'.repeat(PAYLOAD_LIMITS.size + 1)]: 1 }],
    ['too many values', new Array(PAYLOAD_LIMITS.values + 1).fill(1)],
    ['wide at every level', new Array(200).fill(new Array(200).fill(1))],
  ])('may not be %s', (_what, payload) => {
    const result = checkPayload(payload);
    expect(result.ok ? [] : result.problems.map(({ code }) => code)).toEqual(['call.malformed']);
  });
});
