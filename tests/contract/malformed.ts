// Requests that no host may accept, for every call. A call added to the contract without a list of its own
// still meets these, and the compiler asks for its list.

import type { CallName, RequestOf } from '../../shared/contract/contract';

/** One request that each call accepts. */
export const GOOD: { readonly [N in CallName]: RequestOf<N> } = {
  'app.describe': {},
  'library.read': {},
  'projection.compare': { footprint: 'north', set: [] },
};

const nest = (depth: number): unknown => (depth === 0 ? 'deep' : { inside: nest(depth - 1) });

export const MALFORMED_ANYWHERE: Readonly<Record<string, unknown>> = {
  nothing: null,
  text: 'text',
  'a number': 3,
  'a list': [],
  'an unknown key': { surprise: 1 },
  'a prototype key': JSON.parse('{"__proto__": {"footprint": "north", "set": []}}'),
  'a constructor key': { constructor: 1 },
  'too deep': nest(40),
  'too many values': { list: new Array(30_000).fill(0) },
};

export const MALFORMED: { readonly [N in CallName]: Readonly<Record<string, unknown>> } = {
  'app.describe': { 'a field it does not take': { footprint: 'north' } },
  'library.read': { 'a path': { path: '../../etc/passwd' } },
  'projection.compare': {
    'no fields': {},
    'no edits': { footprint: 'north' },
    'a number for a name': { footprint: 1, set: [] },
    'a name too long': { footprint: 'x'.repeat(201), set: [] },
    'text for a list': { footprint: 'north', set: 'a=1' },
    'a number among the edits': { footprint: 'north', set: [1] },
    'an edit too long': { footprint: 'north', set: ['x'.repeat(501)] },
    'too many edits': { footprint: 'north', set: new Array(201).fill('a=1') },
    'one field too many': { footprint: 'north', set: [], scenario: 'all' },
  },
};

export const malformedFor = (name: CallName): [string, unknown][] => [
  ...Object.entries(MALFORMED_ANYWHERE),
  ...Object.entries(MALFORMED[name]),
];
