// Footbridge as a person starts it, in a browser: the built program serves, and prints the address to open.

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const ADDRESS = /http:\/\/127\.0\.0\.1:\d+\/#code=[\w-]+/;

export interface RunningApp {
  readonly address: string;
  readonly origin: string;
  readonly stop: () => Promise<void>;
}

export async function startApp(footprint?: string): Promise<RunningApp> {
  const program = join(ROOT, 'dist', 'start.mjs');
  if (!existsSync(program)) throw new Error('Nothing is built. Run: npm run build');
  const args = [program, '--web', '--no-open', ...(footprint ? [footprint] : [])];
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  const address = await printedAddress(child);
  return { address, origin: new URL(address).origin, stop: () => stopped(child) };
}

function printedAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const found = ADDRESS.exec(output);
      if (found) resolve(found[0]);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) => reject(new Error(`Stopped with ${code} and printed:\n${output}`)));
  });
}

function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill();
  });
}

/** What the command line prints as JSON. */
export function commandLine(...args: string[]) {
  const program = join(ROOT, 'build', 'footbridge.mjs');
  const run = spawnSync(process.execPath, [program, ...args, '--json'], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 64_000_000,
  });
  if (run.status !== 0) throw new Error(run.stdout + run.stderr);
  return JSON.parse(run.stdout);
}

/** Gathers what a page complains of and every address it asks for. */
export function watch(page: Page): { complaints: string[]; requests: string[] } {
  const seen = { complaints: [] as string[], requests: [] as string[] };
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) seen.complaints.push(message.text());
  });
  page.on('pageerror', (error) => seen.complaints.push(error.message));
  page.on('request', (request) => seen.requests.push(request.url()));
  return seen;
}

/** A figure of the headline strip, whole, as the page holds it. */
export async function figure(page: Page, id: string): Promise<number> {
  return Number(await page.locator(`[data-figure="${id}"]`).getAttribute('data-value'));
}

export const openSheet = (page: Page, name: string): Promise<void> =>
  page
    .getByRole('navigation', { name: 'Sheets' })
    .getByRole('button', { name, exact: true })
    .click();

/** A cell of the grid on show, by row id and by column from the left, the label being −1. */
export const cell = (page: Page, rowId: string, column: number) =>
  page.locator(`[row-id="${rowId}"] [col-id="${column < 0 ? 'label' : `v${column}`}"]`);
