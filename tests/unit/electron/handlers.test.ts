import { expect, test, vi } from 'vitest';
import { failure, success } from '../../../shared/errors/problem';
import { FAKE_CORE, FAKE_TEXTS, fakeHandlers } from '../../fakes/core';

const unreadable = failure({ code: 'library.unreadable', message: 'No.' });

test('compare gives years and scenarios, and nothing else of the views', async () => {
  const answer = await fakeHandlers()['projection.compare']({
    footprint: 'north',
    set: ['a', 'b'],
  });
  const gapByYear = [{ nhs: -1, socialCare: -4, total: -5 }];
  expect(answer).toEqual({
    ok: true,
    value: {
      years: ['2020/21'],
      scenarios: [
        { id: 'do-nothing', name: 'do-nothing', gapByYear },
        { id: 'all', name: 'all', gapByYear },
      ],
    },
  });
});

test('compare passes on the problems of each step', async () => {
  const codeOf = async (footprint: string, set: string[], changes = {}) => {
    const answer = await fakeHandlers(changes)['projection.compare']({ footprint, set });
    return answer.ok ? '' : answer.problems[0]?.code;
  };
  expect(await codeOf('north', [])).toBe('');
  expect(await codeOf('west', [])).toBe('footprint.unknown');
  expect(await codeOf('north', ['nonsense'])).toBe('cell.unknown-line');
  expect(await codeOf('north', [], { readLibrary: async () => unreadable })).toBe(
    'library.unreadable',
  );
  const broken = failure({ code: 'line.cycle', message: 'Round and round.' });
  const core = { ...FAKE_CORE, buildViews: () => broken };
  expect(await codeOf('north', [], { core })).toBe('line.cycle');
});

test('the models are read and decoded once, so the page and the host work on the same text', async () => {
  const readLibrary = vi.fn(async () => success(FAKE_TEXTS));
  const decodeLibrary = vi.fn(FAKE_CORE.decodeLibrary);
  const handlers = fakeHandlers({ readLibrary, core: { ...FAKE_CORE, decodeLibrary } });
  await Promise.all([
    handlers['library.read']({}),
    handlers['projection.compare']({ footprint: 'north', set: [] }),
    handlers['projection.compare']({ footprint: 'south', set: [] }),
  ]);
  expect(readLibrary).toHaveBeenCalledTimes(1);
  expect(decodeLibrary).toHaveBeenCalledTimes(1);
});

test('a failure to read is not remembered', async () => {
  const readLibrary = vi
    .fn(async () => success(FAKE_TEXTS) as ReturnType<typeof success<typeof FAKE_TEXTS>>)
    .mockResolvedValueOnce(unreadable as never)
    .mockRejectedValueOnce(new Error('a bug'));
  const handlers = fakeHandlers({ readLibrary });
  expect((await handlers['library.read']({})).ok).toBe(false);
  await expect(handlers['library.read']({})).rejects.toThrow('a bug');
  expect(await handlers['library.read']({})).toEqual({ ok: true, value: { texts: FAKE_TEXTS } });
});
