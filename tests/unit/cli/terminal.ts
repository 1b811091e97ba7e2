/** The command line in this process, and documents written to a folder that is taken away afterwards. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Papa from 'papaparse';
import { onTestFinished } from 'vitest';
import type { z } from 'zod';
import type { Outcome } from '../../../electron/cli/outcome';
import { type CliOptions, runCli } from '../../../electron/cli/run-cli';
import { JSON_SHAPES, type JsonCommand } from '../../../shared/report/json-shapes';
import type { Explanation } from '../../../shared/report/view-types';
import { loadLibrary } from '../../helpers/load-library';

const FIXTURES = new URL('../../fixtures/documents/', import.meta.url);

export async function footbridge(...args: readonly string[]): Promise<Outcome> {
  return runCli(await optionsOf(args));
}

/** A command over these footprints only, so that a test of all of them is quick. */
export async function footbridgeOver(
  footprints: readonly string[],
  args: readonly string[],
  startLongRun?: CliOptions['startLongRun'],
): Promise<Outcome> {
  const library = await loadLibrary();
  const few = library.footprints.filter((each) => footprints.includes(each.id));
  return runCli({
    ...(await optionsOf(args)),
    loadLibrary: async () => ({ ok: true, value: { ...library, footprints: few } }),
    ...(startLongRun ? { startLongRun } : {}),
  });
}

async function optionsOf(args: readonly string[]): Promise<CliOptions> {
  const library = await loadLibrary();
  return { args, version: '0.0.0', loadLibrary: async () => ({ ok: true, value: library }) };
}

/** What a command prints when all is well; a failed test says what it complained about. */
export async function printed(...args: readonly string[]): Promise<string> {
  const { code, text, errors } = await footbridge(...args);
  if (code !== 0) throw new Error(`Exit code ${code}: ${errors}`);
  return text;
}

/** An explanation nests, which its schema does not carry into its type. */
type Printed<N extends JsonCommand> = N extends 'explain'
  ? Explanation
  : z.infer<(typeof JSON_SHAPES)[N]>;

/** The JSON of a command, decoded by its documented shape. */
export async function json<N extends JsonCommand>(
  command: N,
  ...args: readonly string[]
): Promise<Printed<N>> {
  const text = await printed(command, ...args, '--json');
  return JSON_SHAPES[command].parse(JSON.parse(text)) as Printed<N>;
}

/** The rows of a command's CSV by column name. */
export async function csv(...args: readonly string[]): Promise<Record<string, string>[]> {
  const { data, errors } = Papa.parse<Record<string, string>>(await printed(...args, '--csv'), {
    header: true,
  });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data;
}

export const fixture = (name: string): string =>
  fileURLToPath(new URL(`${name}.footbridge`, FIXTURES));

/** A file in a folder of its own. */
export function temporaryFile(name: string, content: string | Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'footbridge-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** A document of North Central London with something more in it. */
export const documentText = (more: Readonly<Record<string, unknown>> = {}): string =>
  JSON.stringify({ format: 'footbridge', version: 1, footprint: 'north-central-london', ...more });

export const temporaryDocument = (more: Readonly<Record<string, unknown>>): string =>
  temporaryFile('plan.footbridge', documentText(more));

/** Every file of a folder with its content, to see that nothing was written. */
export const contentsOf = (folder: string): string[] =>
  readdirSync(folder).map(
    (name) => `${name} ${readFileSync(join(folder, name)).toString('base64')}`,
  );

/** A line of a stack trace, as Node prints it. */
export const STACK = /^\s*at .+/m;
