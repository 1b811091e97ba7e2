/** The bar on standard error, and Ctrl+C. */
import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { startLongRun, type Terminal } from '../../../electron/cli/long-run';

function fakeTerminal(isTTY: boolean, columns = 40) {
  const written: string[] = [];
  const signals = new EventEmitter();
  const write = (text: string) => written.push(text) > 0;
  const terminal = Object.assign(signals, {
    stderr: { isTTY, columns, write },
  }) as unknown as Terminal & EventEmitter;
  return { terminal, written };
}

test('A terminal sees how far it is, no wider than it is, and nothing is left behind', () => {
  const { terminal, written } = fakeTerminal(true);
  const run = startLongRun(terminal);
  run.tell(1, 4, 'Durham, Darlington, Tees, Hambleton, Richmondshire and Whitby');
  run.end();
  const wipe = '\r\u001b[2K';
  expect(written[0]).toMatch(/█{6}░{18} 1 of 4 {2}D/);
  expect([...(written[0] ?? '')].length - wipe.length).toBeLessThan(40);
  expect(written.at(-1)).toBe(wipe);
});

test('Where standard error is no terminal nothing is written', () => {
  const { terminal, written } = fakeTerminal(false);
  const run = startLongRun(terminal);
  run.tell(1, 4, 'Devon');
  run.end();
  expect(written).toEqual([]);
});

test('The first Ctrl+C asks it to stop; a second is not held back', () => {
  const { terminal } = fakeTerminal(false);
  const run = startLongRun(terminal);
  expect(run.isStopped()).toBe(false);
  terminal.emit('SIGINT');
  expect(run.isStopped()).toBe(true);
  expect(terminal.listenerCount('SIGINT')).toBe(0);
});

test('Afterwards signals are as they were', () => {
  const { terminal } = fakeTerminal(false);
  startLongRun(terminal).end();
  expect(terminal.listenerCount('SIGINT')).toBe(0);
});
