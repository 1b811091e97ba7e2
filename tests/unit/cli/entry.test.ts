/** The entry as it is built: exit codes, the two streams, and nothing written to the folder it is run in. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { NCL } from '../../helpers/footprints';
import { printed, STACK } from './terminal';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

vi.setConfig({ testTimeout: 60_000 });

let house = '';
let entry = '';
let work = '';

beforeAll(async () => {
  house = mkdtempSync(join(tmpdir(), 'footbridge-'));
  entry = join(house, 'dist', 'cli.mjs');
  work = join(house, 'work');
  mkdirSync(work);
  symlinkSync(join(ROOT, 'models'), join(house, 'models'), 'junction');
  const bundle = await rolldown({
    input: join(ROOT, 'electron', 'cli', 'cli.ts'),
    cwd: ROOT,
    platform: 'node',
    logLevel: 'silent',
  });
  await bundle.write({ file: entry, format: 'esm', codeSplitting: false });
  await bundle.close();
}, 60_000);

afterAll(() => rmSync(house, { recursive: true, force: true }));

function run(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [entry, ...args], {
    cwd: work,
    encoding: 'utf8',
    maxBuffer: 100_000_000,
  });
  return { code: status, stdout, stderr };
}

test('what a command prints goes to standard output, with a line feed at the end', async () => {
  const { code, stdout, stderr } = run('compare', NCL);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toBe(`${await printed('compare', NCL)}\n`);
});

test('wrong input goes to standard error with code 1, a wrong command line with code 2', () => {
  const wrongInput = run('compare', 'nowhere');
  expect(wrongInput).toMatchObject({ code: 1, stdout: '' });
  expect(wrongInput.stderr).toMatch(/^There is no footprint called 'nowhere'\./);
  const wrongLine = run('compare');
  expect(wrongLine).toMatchObject({ code: 2, stdout: '' });
  expect(wrongLine.stderr).toMatch(/missing required argument/);
  for (const { stderr } of [wrongInput, wrongLine]) expect(stderr).not.toMatch(STACK);
});

test('a file is found from the folder one stands in', () => {
  const { stdout } = run('new', NCL, '--set', 'tariff_efficiency_factor=1%');
  writeFileSync(join(work, 'plan.footbridge'), stdout);
  try {
    const byFile = run('compare', 'plan.footbridge', '--json');
    expect(byFile.code).toBe(0);
    expect(byFile.stdout).toBe(
      run('compare', NCL, '--set', 'tariff_efficiency_factor=1%', '--json').stdout,
    );
  } finally {
    rmSync(join(work, 'plan.footbridge'));
  }
});

test('nothing is written, whatever the command', () => {
  for (const args of [
    ['list'],
    ['project', NCL],
    ['new', NCL],
    ['schema', 'list'],
    ['verify', 'no.csv'],
    ['compare', '/'],
    [],
  ]) {
    run(...args);
  }
  expect(readdirSync(work)).toEqual([]);
});

test('a large result arrives whole through a pipe, and a reader that goes away is no fault', async () => {
  const { stdout } = run('explain', NCL, 'system_position', '--depth', '6', '--json');
  expect(stdout.length).toBeGreaterThan(100_000);
  expect(() => JSON.parse(stdout)).not.toThrow();
  const child = spawn(
    process.execPath,
    [entry, 'explain', NCL, 'system_position', '--depth', '6', '--json'],
    { cwd: work },
  );
  let complaints = '';
  child.stderr.on('data', (chunk) => {
    complaints += chunk;
  });
  child.stdout.once('data', () => child.stdout.destroy());
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect({ code, complaints }).toEqual({ code: 0, complaints: '' });
});
