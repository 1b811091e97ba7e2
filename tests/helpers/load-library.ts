/** The shipped models/ folder, read and decoded once for a test file. */
import { fileURLToPath } from 'node:url';
import { readLibraryFolder } from '../../electron/services/library-folder';
import type { Library, LibraryTexts } from '../../shared/domain/library';
import { describeProblem, type Result } from '../../shared/errors/problem';
import { decodeLibrary } from '../../shared/library/decode-library';

const FOLDER = fileURLToPath(new URL('../../models', import.meta.url));

/** The value, or a failed test that says why there is none. */
export function must<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(result.problems.map(describeProblem).join('\n'));
}

let texts: Promise<LibraryTexts> | undefined;
let library: Promise<Library> | undefined;

export function loadTexts(): Promise<LibraryTexts> {
  texts ??= readLibraryFolder(FOLDER).then(must);
  return texts;
}

export function loadLibrary(): Promise<Library> {
  library ??= loadTexts().then((all) => must(decodeLibrary(all)));
  return library;
}
