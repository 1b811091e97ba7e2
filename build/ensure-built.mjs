// Builds only if a source is newer than the last build. Prints nothing unless the build fails,
// and then to stderr: a command's --json output must stay clean.

import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DIST, ROOT, STAMP } from './paths.mjs';

// Models are read when the program runs, so a change there needs no build.
const SOURCES = [
  'shared',
  'electron',
  'renderer',
  'build/build.mjs',
  'package.json',
  'package-lock.json',
];

export function ensureBuilt() {
  if (!existsSync(join(ROOT, 'node_modules', 'rolldown'))) {
    throw new Error('The libraries are not installed. Run: npm ci');
  }
  if (isFresh()) return;
  const run = spawnSync(process.execPath, [join(ROOT, 'build', 'build.mjs')], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (run.status === 0) return;
  process.stderr.write(run.stdout + run.stderr);
  throw new Error('The build failed.');
}

/**
 * Brings dist up to date and runs one of its bundles in this process, as if started with it.
 * @param {string} bundle
 */
export async function runBuilt(bundle) {
  try {
    ensureBuilt();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exit(1);
  }
  const path = join(DIST, bundle);
  if (!existsSync(path)) {
    process.stderr.write(`dist/${bundle} was not built: its source is missing.\n`);
    process.exit(1);
  }
  process.argv[1] = path;
  await import(pathToFileURL(path).href);
}

function isFresh() {
  const stamp = statSync(join(DIST, STAMP), { throwIfNoEntry: false });
  if (!stamp) return false;
  return SOURCES.every((source) => newest(join(ROOT, source)) <= stamp.mtimeMs);
}

/**
 * Folders count too: theirs is the time that moves when a file is added or removed.
 * @param {string} path
 * @returns {number} milliseconds, 0 if there is no such path
 */
function newest(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path).reduce(
    (latest, name) => Math.max(latest, newest(join(path, name))),
    stat.mtimeMs,
  );
}
