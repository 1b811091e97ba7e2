/** What a command works on: a footprint's id or a saved file, with the edits of the command line. */
import { readFile, stat } from 'node:fs/promises';
import type { WithScenario } from '../../shared/document/add-child';
import { applyEdits } from '../../shared/document/apply-edits';
import { createDocument } from '../../shared/document/create-document';
import { decodeDocument, LARGEST_FILE } from '../../shared/document/document-file';
import type { FootbridgeDocument } from '../../shared/domain/document';
import type { Library } from '../../shared/domain/library';
import { failure, type Result, success } from '../../shared/errors/problem';
import { parseYear, yearLabel } from '../../shared/units/financial-year';
import { type Variations, varyEvery, varyScenario } from './vary-input';

export interface InputOptions {
  readonly set: readonly string[];
  /** Last year of the horizon, such as 2025/26. */
  readonly to?: string;
}

/** Longest horizon from the command line, in years after the first. */
const LONGEST = 20;

export async function openInput(
  library: Library,
  input: string,
  options: InputOptions,
): Promise<Result<FootbridgeDocument>> {
  const opened = await openUnedited(library, input, options);
  return opened.ok ? applyEdits(library, opened.value, options.set) : opened;
}

/** With variations of one scenario. Edits come last, so that they can reach what was scaled up. */
export async function openScenario(
  library: Library,
  input: string,
  scenario: string,
  options: InputOptions & Variations,
): Promise<Result<WithScenario>> {
  const opened = await openUnedited(library, input, options);
  if (!opened.ok) return opened;
  const varied = varyScenario(library, opened.value, scenario, options);
  if (!varied.ok) return varied;
  const edited = applyEdits(library, varied.value.document, options.set);
  return edited.ok ? success({ ...varied.value, document: edited.value }) : edited;
}

/** With variations of every scenario. */
export async function openEvery(
  library: Library,
  input: string,
  options: InputOptions & Variations,
): Promise<Result<FootbridgeDocument>> {
  const opened = await openUnedited(library, input, options);
  if (!opened.ok) return opened;
  const varied = varyEvery(library, opened.value, options);
  return varied.ok ? applyEdits(library, varied.value, options.set) : varied;
}

async function openUnedited(
  library: Library,
  input: string,
  options: InputOptions,
): Promise<Result<FootbridgeDocument>> {
  const opened = looksLikeFile(input)
    ? await openFile(library, input)
    : createDocument(library, input);
  return opened.ok ? extendHorizon(opened.value, options.to) : opened;
}

/** A name with a dot or a slash is a file; no footprint's id has either. */
const looksLikeFile = (input: string): boolean => /[./\\]/.test(input);

async function openFile(library: Library, path: string): Promise<Result<FootbridgeDocument>> {
  const text = await readTextFile(path, LARGEST_FILE);
  return text.ok ? decodeDocument(library, text.value, path) : text;
}

/** Reads a text file of at most `most` bytes; every way it can fail is a problem in words. */
export async function readTextFile(path: string, most: number): Promise<Result<string>> {
  const place = { file: path };
  try {
    const found = await stat(path);
    // A device may never end.
    if (found.isCharacterDevice() || found.isBlockDevice()) {
      const message = 'That is not a file.';
      return failure({ code: 'file.unreadable', message, place, remedy: 'Choose a file.' });
    }
    if (found.size > most) {
      const message = `The file has ${found.size} bytes; at most ${most} are read.`;
      return failure({ code: 'file.too-large', message, place, remedy: 'Choose another file.' });
    }
    return success(await readFile(path, 'utf8'));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    const message = REASONS[code] ?? 'The file cannot be read.';
    return failure({
      code: 'file.unreadable',
      message,
      place,
      remedy: 'Check the path and its permissions.',
    });
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file.',
  EACCES: 'You may not read the file.',
  EISDIR: 'That is a folder.',
};

function extendHorizon(
  document: FootbridgeDocument,
  to: string | undefined,
): Result<FootbridgeDocument> {
  if (to === undefined) return success(document);
  const last = parseYear(to);
  const { first } = document.horizon;
  if (last === undefined || last <= first || last - first > LONGEST) {
    return failure({
      code: 'horizon.year',
      message: `'${to.slice(0, 40)}' cannot be the last year.`,
      remedy: `Write a financial year from ${yearLabel(first + 1)} to ${yearLabel(first + LONGEST)}.`,
    });
  }
  return success({ ...document, horizon: { first, last } });
}
