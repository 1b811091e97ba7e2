/** The program behind `npm start`: joins the start-up to this process, its terminal and its signals. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { printComparison } from './cli/print-comparison';
import { CORE } from './services/core';
import { startUp } from './start-up';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const stop = new Promise<void>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, resolve);
});

// A reader that closes early (`npm start | head`) is no fault: there is nobody left to tell.
process.stdout.on('error', () => {});

const onEnter = (listener: () => void): void => {
  process.stdin.on('data', listener);
};

startUp({
  args: process.argv.slice(2),
  env: process.env,
  root,
  core: CORE,
  printComparison,
  print: (line) => console.log(line),
  printError: (line) => console.error(line),
  stop,
  onEnter: process.stdin.isTTY ? onEnter : undefined,
})
  .catch((error: unknown) => {
    console.error(`Footbridge could not start: ${error instanceof Error ? error.message : error}`);
    return 1;
  })
  .then((code) => {
    process.exitCode = code;
    // An open terminal would keep the program running.
    process.stdin.destroy();
  });
