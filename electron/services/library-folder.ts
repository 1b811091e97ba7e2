/**
 * Reads the text of a models/ folder: every .yaml, .csv and .md file, by its path inside the folder. Nothing is
 * decoded here. The order is that of the paths, whatever order the file system gives.
 */
import type { Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { LibraryTexts } from '../../shared/domain/library';
import { failure, type Problem, type Result, success } from '../../shared/errors/problem';

/** Far above anything that ships: these stop a folder chosen by mistake, not an ambitious analyst. */
export const LIBRARY_LIMITS = {
  files: 5_000,
  depth: 8,
  fileBytes: 8_000_000,
  totalBytes: 64_000_000,
} as const;

export type LibraryLimits = { readonly [K in keyof typeof LIBRARY_LIMITS]: number };

const READ = /\.(yaml|csv|md)$/;

/** Problems: `library.unreadable`, one for each file or folder that could not be read. */
export async function readLibraryFolder(
  folder: string,
  limits: LibraryLimits = LIBRARY_LIMITS,
): Promise<Result<LibraryTexts>> {
  const found = await listFiles(folder, limits);
  if (!found.ok) return found;
  const problems: Problem[] = [];
  const texts: [string, string][] = [];
  let total = 0;
  for (const path of found.value) {
    const text = await readText(folder, path, limits);
    if (!text.ok) problems.push(...text.problems);
    else texts.push([path, text.value.text]);
    total += text.ok ? text.value.bytes : 0;
    if (total > limits.totalBytes) {
      problems.push(
        unreadable('', `The models hold more than ${limits.totalBytes} bytes of text.`),
      );
      break;
    }
  }
  return problems.length > 0 ? failure(...problems) : success(Object.fromEntries(texts));
}

async function listFiles(folder: string, limits: LibraryLimits): Promise<Result<string[]>> {
  const problems: Problem[] = [];
  const files: string[] = [];
  const folders: { readonly path: string; readonly depth: number }[] = [{ path: '', depth: 0 }];
  for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
    const { path, depth } = next;
    const entries = await listFolder(folder, path);
    if (!entries.ok) {
      problems.push(...entries.problems);
      continue;
    }
    for (const entry of entries.value) {
      const inside = path === '' ? entry.name : `${path}/${entry.name}`;
      if (entry.name.startsWith('.')) continue;
      if (entry.isDirectory()) {
        if (depth < limits.depth) folders.push({ path: inside, depth: depth + 1 });
        else problems.push(unreadable(inside, 'This folder is nested too deeply.'));
      } else if (READ.test(entry.name)) {
        // A link could lead out of the folder, and what it leads to would not travel with it.
        if (entry.isFile()) files.push(inside);
        else
          problems.push(
            unreadable(inside, 'This is not a plain file.', 'Put the file itself here.'),
          );
      }
    }
    if (files.length > limits.files) {
      return failure(unreadable('', `The models folder holds more than ${limits.files} files.`));
    }
  }
  if (problems.length > 0) return failure(...problems);
  if (files.length === 0) {
    return failure(
      unreadable('', 'The models folder holds no models.', 'Install Footbridge again.'),
    );
  }
  return success(files.sort());
}

async function listFolder(folder: string, path: string): Promise<Result<Dirent[]>> {
  try {
    return success(await readdir(join(folder, path), { withFileTypes: true }));
  } catch (error) {
    return failure(unreadable(path, `This folder cannot be read: ${reason(error)}.`));
  }
}

async function readText(
  folder: string,
  path: string,
  limits: LibraryLimits,
): Promise<Result<{ readonly text: string; readonly bytes: number }>> {
  try {
    const { size } = await stat(join(folder, path));
    if (size > limits.fileBytes) {
      return failure(unreadable(path, `This file is larger than ${limits.fileBytes} bytes.`));
    }
    const bytes = await readFile(join(folder, path));
    return success({ text: UTF8.decode(bytes), bytes: bytes.length });
  } catch (error) {
    if (error instanceof TypeError) {
      return failure(unreadable(path, 'This file is not UTF-8 text.', 'Save it as UTF-8.'));
    }
    return failure(unreadable(path, `This file cannot be read: ${reason(error)}.`));
  }
}

// Fatal: a wrongly encoded pound sign is refused rather than shown as a question mark.
const UTF8 = new TextDecoder('utf-8', { fatal: true });

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'it is not there',
  EACCES: 'access is refused',
  EPERM: 'access is refused',
  ENOTDIR: 'it is not a folder',
  EISDIR: 'it is a folder',
};

function reason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? (code || 'the system gave no reason');
}

function unreadable(path: string, message: string, remedy?: string): Problem {
  const file = path === '' ? 'models' : `models/${path}`;
  return { code: 'library.unreadable', message, place: { file }, ...(remedy ? { remedy } : {}) };
}
