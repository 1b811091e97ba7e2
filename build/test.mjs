// `npm test`: type check, lint, build, vitest, playwright, in that order, all of them even when an
// early one fails. The last line counts every test, each check being one.
// A part alone: `node build/test.mjs check | unit | e2e`, further arguments going to the tool.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE, ROOT } from './paths.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

const AREAS = ['shared', 'electron', 'renderer', 'tests', 'build'];
const VITEST_REPORT = join(CACHE, 'vitest.json');
const PLAYWRIGHT_REPORT = join(CACHE, 'playwright.json');

const [part = 'all', ...rest] = process.argv.slice(2);

/** @type {Record<string, (() => Count)[]>} */
const PARTS = {
  check: [...AREAS.map((area) => () => typeCheck(area)), lint],
  unit: [build, unit],
  e2e: [build, e2e],
};
PARTS.all = [...(PARTS.check ?? []), build, unit, e2e];

const steps = PARTS[part];
if (!steps) {
  console.error(`Unknown part '${part}'. Parts: ${Object.keys(PARTS).join(', ')}`);
  process.exit(2);
}

mkdirSync(CACHE, { recursive: true });
const total = { passed: 0, failed: 0, skipped: 0 };
for (const step of steps) {
  const count = step();
  total.passed += count.passed;
  total.failed += count.failed;
  total.skipped += count.skipped;
}

if (total.skipped > 0) console.log(`\n${total.skipped} not run: their titles above say why.`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
if (total.failed > 0 || total.passed === 0) process.exitCode = 1;

/**
 * @param {string} area
 * @returns {Count}
 */
function typeCheck(area) {
  if (!holdsSource(join(ROOT, area))) return { passed: 0, failed: 0, skipped: 0 };
  return check(`Type check ${area}`, tool('typescript', 'tsc'), ['--project', area]);
}

/** @returns {Count} */
function lint() {
  return check('Lint', tool('@biomejs/biome', 'biome'), ['check', '--error-on-warnings', '.']);
}

/** @returns {Count} */
function build() {
  return check('Build', join(ROOT, 'build', 'build.mjs'), []);
}

/** @returns {Count} */
function unit() {
  rmSync(VITEST_REPORT, { force: true });
  const output = ['--reporter=default', '--reporter=json', `--outputFile.json=${VITEST_REPORT}`];
  const ok = run('Unit tests', tool('vitest', 'vitest'), ['run', ...output, ...rest]);
  const report = readReport(VITEST_REPORT);
  return honest(ok, {
    passed: report?.numPassedTests ?? 0,
    failed: report?.numFailedTests ?? 0,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
  });
}

/** @returns {Count} */
function e2e() {
  rmSync(PLAYWRIGHT_REPORT, { force: true });
  const ok = run(
    'End to end tests',
    tool('@playwright/test', 'playwright'),
    ['test', '--reporter=list,json', ...rest],
    { PLAYWRIGHT_JSON_OUTPUT_FILE: PLAYWRIGHT_REPORT },
  );
  const stats = readReport(PLAYWRIGHT_REPORT)?.stats;
  return honest(ok, {
    passed: stats?.expected ?? 0,
    failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0),
    skipped: stats?.skipped ?? 0,
  });
}

/**
 * A tool can fail before or beside its tests (a file that does not load, no browser, no tests):
 * that is one failure more, never a quiet pass.
 * @param {boolean} ok
 * @param {Count} count
 * @returns {Count}
 */
function honest(ok, count) {
  const ranNothing = count.passed + count.failed === 0;
  return (ok && !ranNothing) || count.failed > 0 ? count : { ...count, failed: 1 };
}

/**
 * @param {string} title
 * @param {string} script
 * @param {string[]} args
 * @returns {Count}
 */
function check(title, script, args) {
  const ok = run(title, script, args);
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
}

/**
 * @param {string} title
 * @param {string} script
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 */
function run(title, script, args, env = {}) {
  console.log(`\n── ${title}`);
  const { status } = spawnSync(process.execPath, [script, ...args], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  return status === 0;
}

/**
 * The script behind a package's command, run by this Node: no shell, no PATH, on any system.
 * @param {string} name
 * @param {string} command
 */
function tool(name, command) {
  const folder = join(ROOT, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}

/** @param {string} path */
function readReport(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}

/** @param {string} folder */
function holdsSource(folder) {
  return (
    existsSync(folder) &&
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).some((name) =>
      /\.(tsx?|mjs)$/.test(name),
    )
  );
}
