import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LIBRARY_LIMITS, readLibraryFolder } from '../../../electron/services/library-folder';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'footbridge-models-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

const problemsOf = async (limits = {}) => {
  const result = await readLibraryFolder(folder, { ...LIBRARY_LIMITS, ...limits });
  return result.ok ? [] : result.problems;
};

test('reads text files by their path in the folder, in the order of the paths', async () => {
  write('b/two.csv', 'x,y\n£1,2\n');
  write('a.yaml', 'lines: []\n');
  write('b/c/note.md', '# Note\n');
  write('b.yaml', '');
  const result = await readLibraryFolder(folder);
  expect(result).toEqual({
    ok: true,
    value: {
      'a.yaml': 'lines: []\n',
      'b.yaml': '',
      'b/c/note.md': '# Note\n',
      'b/two.csv': 'x,y\n£1,2\n',
    },
  });
  expect(result.ok && Object.keys(result.value)).toEqual([
    'a.yaml',
    'b.yaml',
    'b/c/note.md',
    'b/two.csv',
  ]);
});

test('leaves other files and hidden ones alone', async () => {
  write('a.yaml', '');
  for (const other of ['a.ts', 'a.yaml.bak', '.hidden.yaml', '.git/config.yaml', 'picture.png']) {
    write(other, 'x');
  }
  const result = await readLibraryFolder(folder);
  expect(result.ok && Object.keys(result.value)).toEqual(['a.yaml']);
});

test('takes away a byte order mark', async () => {
  write('a.csv', '\uFEFFx,y');
  expect(await readLibraryFolder(folder)).toEqual({ ok: true, value: { 'a.csv': 'x,y' } });
});

test('names every file that is not text', async () => {
  write('a.csv', Buffer.from([0xa3, 0x31]));
  write('b.csv', Buffer.from([0xff, 0xfe, 0x31, 0x00]));
  const problems = await problemsOf();
  expect(problems.map(({ code }) => code)).toEqual(['library.unreadable', 'library.unreadable']);
  expect(problems.map(({ place }) => place?.file)).toEqual(['models/a.csv', 'models/b.csv']);
  expect(problems[0]?.remedy).toBe('Save it as UTF-8.');
});

test.skipIf(process.platform === 'win32')('does not follow links', async () => {
  write('a.yaml', '');
  symlinkSync(fileURLToPath(import.meta.url), join(folder, 'link.yaml'));
  expect((await problemsOf()).map(({ place }) => place?.file)).toEqual(['models/link.yaml']);
});

test('says when the folder is missing or empty', async () => {
  expect((await problemsOf())[0]?.message).toBe('The models folder holds no models.');
  rmSync(folder, { recursive: true });
  const [problem] = await problemsOf();
  expect(problem).toMatchObject({ code: 'library.unreadable', place: { file: 'models' } });
  expect(problem?.message).toBe('This folder cannot be read: it is not there.');
});

test('stops at its limits', async () => {
  write('a/b/one.yaml', 'x'.repeat(100));
  write('two.yaml', 'x'.repeat(100));
  expect(await problemsOf({})).toEqual([]);
  expect((await problemsOf({ files: 1 }))[0]?.message).toContain('more than 1 files');
  expect((await problemsOf({ depth: 1 }))[0]?.place?.file).toBe('models/a/b');
  expect(await problemsOf({ fileBytes: 99 })).toHaveLength(2);
  expect((await problemsOf({ totalBytes: 150 }))[0]?.message).toContain('more than 150 bytes');
});

test('reads the models that ship', async () => {
  const result = await readLibraryFolder(
    fileURLToPath(new URL('../../../models', import.meta.url)),
  );
  expect(result.ok && Object.keys(result.value)).toContain('assumptions/national-assumptions.csv');
});
