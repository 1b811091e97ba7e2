import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readRendererFile } from '../../../electron/services/renderer-files';

let folder = '';
let page = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'footbridge-page-'));
  page = join(folder, 'page');
  mkdirSync(join(page, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(page, 'index.html'), 'home');
  writeFileSync(join(page, 'assets', 'inter-latin.woff2'), 'font');
  writeFileSync(join(page, 'assets', 'index-B_x1.js'), 'script');
  writeFileSync(join(page, 'assets', 'data.bin'), 'unknown kind');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const read = async (path: string) => {
  const file = await readRendererFile(page, path);
  return file && [Buffer.from(file.bytes).toString(), file.type];
};

test('a file is given with its type', async () => {
  expect(await read('/')).toEqual(['home', 'text/html; charset=utf-8']);
  expect(await read('/assets/inter-latin.woff2')).toEqual(['font', 'font/woff2']);
  expect(await read('/assets/index-B_x1.js')).toEqual(['script', 'text/javascript; charset=utf-8']);
});

test.each([
  '',
  '/assets',
  '/assets/',
  '/assets/data.bin',
  '/assets/none.js',
  '/../secret.txt',
  'index.html',
])('%j is not given', async (path) => {
  expect(await read(path)).toBeUndefined();
});

test.skipIf(process.platform === 'win32')('a link is followed inside the folder only', async () => {
  symlinkSync(join(folder, 'secret.txt'), join(page, 'out.txt'));
  symlinkSync(folder, join(page, 'up'));
  symlinkSync(join(page, 'index.html'), join(page, 'in.html'));
  expect(await read('/out.txt')).toBeUndefined();
  expect(await read('/up/secret.txt')).toBeUndefined();
  expect((await read('/in.html'))?.[0]).toBe('home');
});

test('a folder that is not there gives nothing', async () => {
  rmSync(page, { recursive: true });
  expect(await read('/')).toBeUndefined();
});
