// The calls on the models that ship and the core that ships: what both hosts give once nothing is a stand-in.

import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { createAnswerCall } from '../../electron/services/answer-call';
import { CORE } from '../../electron/services/core';
import { createHandlers } from '../../electron/services/handlers';
import { readLibraryFolder } from '../../electron/services/library-folder';

const MODELS = fileURLToPath(new URL('../../models', import.meta.url));

const answer = createAnswerCall(
  createHandlers({
    host: 'web',
    version: '0',
    footprint: 'north-central-london',
    readLibrary: () => readLibraryFolder(MODELS),
    core: CORE,
  }),
  (call, error) => {
    throw new Error(`a bug in ${call}`, { cause: error });
  },
);

const compare = (footprint: string, ...set: string[]) =>
  answer('projection.compare', { footprint, set });

test('the library can be read', async () => {
  expect(await answer('library.read', {})).toMatchObject({ ok: true });
});

test('North Central London is compared, and an edit moves the gap', async () => {
  const [plain, edited] = await Promise.all([
    compare('north-central-london'),
    compare('north-central-london', 'volume_growth[emergency]=9%'),
  ]);
  expect(plain).toMatchObject({ ok: true, value: { scenarios: expect.any(Array) } });
  expect(edited).toMatchObject({ ok: true });
  expect(edited).not.toEqual(plain);
});

test('what is unknown is a problem, not a fault', async () => {
  expect(await compare('north-central-lundon')).toMatchObject({
    ok: false,
    problems: [{ code: 'footprint.unknown' }],
  });
  expect(await compare('north-central-london', 'nonsense=1')).toMatchObject({
    ok: false,
    problems: [{ code: 'cell.unknown-line' }],
  });
});
