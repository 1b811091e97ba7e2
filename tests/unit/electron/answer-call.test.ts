import { expect, test, vi } from 'vitest';
import { createAnswerCall } from '../../../electron/services/answer-call';
import { reportBugTo } from '../../../electron/services/report-bug';
import { fakeHandlers } from '../../fakes/core';

// Structured clone carries these across. They are weighed before any schema walks through them.
test.each<[string, unknown]>([
  ['a map', new Map([['a', 1]])],
  ['a date', new Date(0)],
  ['bytes', new Uint8Array(0)],
])('%s is no request', async (_what, payload) => {
  const answer = createAnswerCall(fakeHandlers(), () => {});
  expect(await answer('app.describe', payload)).toMatchObject({
    ok: false,
    problems: [{ message: 'The request holds something other than plain data.' }],
  });
});

test('a bug is told to whoever runs the program, by one line', async () => {
  const lines: string[] = [];
  const reportBug = reportBugTo((line) => lines.push(line), {});
  const handlers = {
    ...fakeHandlers(),
    'app.describe': vi.fn(async () => {
      throw new Error('what went wrong\nand more');
    }),
  };
  const answer = await createAnswerCall(handlers, reportBug)('app.describe', {});
  expect(answer).toEqual({
    ok: false,
    problems: [
      {
        code: 'host.bug',
        message: 'Footbridge met a fault of its own while answering app.describe.',
        remedy: 'Nothing was changed. Try again; if it happens again, please report it.',
      },
    ],
  });
  expect(lines).toEqual([
    'Footbridge met a fault of its own while answering app.describe: what went wrong',
  ]);
});

test('an answer outside the contract is told with its place', async () => {
  const lines: string[] = [];
  const reportBug = reportBugTo((line) => lines.push(line), {});
  const handlers = { ...fakeHandlers(), 'app.describe': async () => ({ ok: true, value: {} }) };
  await createAnswerCall(handlers as never, reportBug)('app.describe', {});
  expect(lines[0]).toContain('the answer is outside the contract at name:');
});

test('a stack is shown when it is asked for', () => {
  const lines: string[] = [];
  reportBugTo((line) => lines.push(line), { FOOTBRIDGE_DEBUG: '1' })('x', new Error('y'));
  expect(lines[1]).toMatch(/Error: y\n\s+at /);
});
