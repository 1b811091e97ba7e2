/**
 * The saved document: JSON that a person can read and compare. What comes from a file is a stranger's
 * until every part of it is decoded; all problems are told at once.
 */
import { z } from 'zod';
import type { GivenCell } from '../domain/cell';
import type { FootbridgeDocument } from '../domain/document';
import type { Library } from '../domain/library';
import { MARKS } from '../domain/mark';
import type { LineDefinition } from '../domain/model-text';
import { didYouMean } from '../errors/nearest';
import { failure, type Problem, type Result, success } from '../errors/problem';
import { lineText, toDefinition } from '../library/line-text';
import { parseYear, yearLabel } from '../units/financial-year';
import { parseNumber, shiftDecimal } from '../units/parse-number';
import { checkScenarios } from './check-scenarios';
import { createDocument } from './create-document';

export const FORMAT = 'footbridge';
export const VERSION = 1;

/** Larger files are refused before they are read: a document of fifty scenarios is far below. */
export const LARGEST_FILE = 20_000_000;
const DEEPEST = 40;
const LONGEST_HORIZON = 20;
const LONGEST_FORMULA = 1000;

const short = z.string().max(500);

const cellText = z.strictObject({
  line: short,
  at: z.record(short, short).optional(),
  /** Like 2016/17; every year when absent. */
  year: short.optional(),
  /** As shown: 3.5 or "3.5%" in a percent line is 3.5%. */
  value: z.union([z.number(), short], 'A number is needed, such as 3.5 or "3.5%"'),
  /** What is typed is an assumption; values that came with the document keep their mark. */
  mark: z.enum(MARKS).optional(),
  source: z.string().max(2000).optional(),
  note: z.string().max(5000).optional(),
});

const formula = z
  .union([
    z.string().max(LONGEST_FORMULA, `A formula has at most ${LONGEST_FORMULA} characters`),
    z.number(),
  ])
  .transform(String);

/** An analyst's line. Its values stand in `cells`; ties to the shipped tables are for shipped lines. */
const ownLine = lineText.omit({ from: true, preset: true, values: true, parameter: true }).extend({
  id: lineText.shape.id.max(80),
  label: lineText.shape.label.max(200),
  unit: z.string().max(80),
  formula: formula.optional(),
  opening: formula.optional(),
  note: z.string().max(5000).optional(),
  source: z.string().max(2000).optional(),
});

const documentText = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  title: short.optional(),
  footprint: short,
  horizon: z.strictObject({ first: short, last: short }).optional(),
  cells: z.array(cellText).max(100_000).optional(),
  lines: z.array(ownLine).max(2_000).optional(),
  schemes: z
    .array(z.strictObject({ id: short, name: short, type: short }))
    .max(500)
    .optional(),
  scenarios: z
    .array(
      z.strictObject({
        id: short,
        name: short,
        description: z.string().max(5000).optional(),
        parent: short.optional(),
        on: z.array(short).optional(),
        off: z.array(short).optional(),
        cells: z.array(cellText).max(100_000).optional(),
      }),
    )
    .min(1)
    .max(500)
    .optional(),
});

type DocumentText = z.infer<typeof documentText>;
type CellText = z.infer<typeof cellText>;

/** Reads a saved document. What it leaves out is as in a new document of its footprint. */
export function decodeDocument(
  library: Library,
  text: string,
  file: string,
): Result<FootbridgeDocument> {
  const json = readJson(text, file);
  if (!json.ok) return json;
  const parsed = documentText.safeParse(json.value);
  if (!parsed.success)
    return failure(...parsed.error.issues.map((issue) => shapeProblem(issue, file)));
  const start = createDocument(library, parsed.data.footprint);
  if (!start.ok) {
    return failure(
      ...start.problems.map((each) => ({ ...each, place: { file, path: 'footprint' } })),
    );
  }
  return assemble(library, start.value, parsed.data, file);
}

function readJson(text: string, file: string): Result<unknown> {
  if (text.length > LARGEST_FILE) {
    const message = `The file has ${text.length} characters; at most ${LARGEST_FILE} are read.`;
    return failure({
      code: 'document.too-large',
      message,
      place: { file },
      remedy: 'Choose a Footbridge document.',
    });
  }
  if (depthOf(text) > DEEPEST) {
    const message = 'The file is nested too deeply for a Footbridge document.';
    return failure({
      code: 'document.too-deep',
      message,
      place: { file },
      remedy: 'Choose a Footbridge document.',
    });
  }
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return failure(notJson(text, error instanceof Error ? error.message : '', file));
  }
  const path = findForbiddenKey(value, []);
  if (!path) return success(value);
  const message = `'${path.at(-1)}' cannot be the name of anything.`;
  const place = { file, path: path.join('.') };
  return failure({ code: 'document.shape', message, place, remedy: 'Take that entry away.' });
}

function notJson(text: string, detail: string, file: string): Problem {
  const code = 'document.not-json';
  const another = 'Choose another file, or an earlier copy of this one.';
  const tell = (what: string, place: Problem['place'], remedy: string): Problem => ({
    code,
    message: `The file is not a Footbridge document: it is ${what}.`,
    ...(place ? { place } : {}),
    remedy,
  });
  if (text.trim() === '') return tell('empty', { file }, another);
  // Bytes that are no text would only spoil the message.
  if (/[\0\uFFFD]/.test(text.slice(0, 10_000))) return tell('not text', { file }, another);
  const position = /position (\d+)/.exec(detail)?.[1];
  if (position === undefined) return tell('not whole JSON', { file }, another);
  const row = text.slice(0, Number(position)).split('\n').length;
  return tell('not whole JSON', { file, row }, `Mend that row. ${another}`);
}

/**
 * The path of a key that JSON may hold and a document never does: it would be lost on the way, and what it
 * narrows would be read as wider than it was written.
 */
function findForbiddenKey(value: unknown, path: readonly string[]): readonly string[] | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    if (key === '__proto__') return [...path, key];
    const found = findForbiddenKey(inner, [...path, key]);
    if (found) return found;
  }
  return undefined;
}

/** How deeply brackets nest, without parsing, so that a hostile file cannot exhaust the parser. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let i = 0; i < text.length; i += 1) {
    const char = text[i];
    if (inString) {
      if (char === '\\') i += 1;
      else if (char === '"') inString = false;
    } else if (char === '"') inString = true;
    else if (char === '{' || char === '[') {
      depth += 1;
      deepest = Math.max(deepest, depth);
    } else if (char === '}' || char === ']') depth -= 1;
  }
  return deepest;
}

function shapeProblem(issue: z.core.$ZodIssue, file: string): Problem {
  const path = issue.path.map(String).join('.');
  const place = { file, path: path === '' ? 'top level' : path };
  if (path === 'format') {
    const message = `This is not a Footbridge document: its format is not '${FORMAT}'.`;
    return { code: 'document.version', message, place, remedy: 'Choose another file.' };
  }
  if (path === 'version') {
    const message = `The document is not of version ${VERSION}, the only one read here.`;
    const remedy = 'Open it with the version of Footbridge that saved it.';
    return { code: 'document.version', message, place, remedy };
  }
  const code = 'document.shape';
  if (issue.message.endsWith('received undefined')) {
    return { code, message: 'This entry is missing.', place, remedy: 'Add it.' };
  }
  return { code, message: `${plainIssue(issue.message)}.`, place, remedy: 'Correct that entry.' };
}

/** The schema's words in ours: `expected array, received string` -> `A list is needed here, not text`. */
function plainIssue(message: string): string {
  const match = /expected (\w+), received (\w+)/.exec(message);
  const words: Readonly<Record<string, string>> = {
    array: 'a list',
    object: 'an entry in braces',
    record: 'an entry in braces',
    string: 'text',
    number: 'a number',
    boolean: 'true or false',
    null: 'nothing',
  };
  const [, wanted = '', got = ''] = match ?? [];
  if (!words[wanted] || !words[got]) return message;
  return `${words[wanted].replace(/^\w/, (letter) => letter.toUpperCase())} is needed here, not ${words[got]}`;
}

function assemble(
  library: Library,
  start: FootbridgeDocument,
  text: DocumentText,
  file: string,
): Result<FootbridgeDocument> {
  const problems: Problem[] = [];
  const lines = (text.lines ?? []).map((line) => toDefinition(line, 'Own lines', 'document'));
  const units = new Map([...library.lines, ...lines].map((line) => [line.id, line]));
  const horizon = readHorizon(text, start, file, problems);
  const cells = (all: readonly CellText[] | undefined, path: string): GivenCell[] =>
    (all ?? []).flatMap((cell, i) => readCell(cell, units, file, `${path}.${i}`, problems));
  const document: FootbridgeDocument = {
    ...start,
    title: text.title ?? start.title,
    horizon,
    lines,
    // Values of the starting schemes belong to those schemes: a file with schemes of its own has its own.
    cells: [...(text.schemes ? [] : start.cells), ...cells(text.cells, 'cells')],
    schemes: text.schemes ?? start.schemes,
    scenarios: (text.scenarios ?? []).map((each, i) => ({
      id: each.id,
      name: each.name,
      on: each.on ?? [],
      off: each.off ?? [],
      cells: cells(each.cells, `scenarios.${i}.cells`),
      ...(each.description === undefined ? {} : { description: each.description }),
      ...(each.parent === undefined ? {} : { parent: each.parent }),
    })),
  };
  const whole = text.scenarios ? document : { ...document, scenarios: start.scenarios };
  problems.push(...checkScenarios(whole, library, file));
  return problems.length > 0 ? failure(...problems) : success(whole);
}

function readHorizon(
  text: DocumentText,
  start: FootbridgeDocument,
  file: string,
  problems: Problem[],
): FootbridgeDocument['horizon'] {
  if (!text.horizon) return start.horizon;
  const first = parseYear(text.horizon.first);
  const last = parseYear(text.horizon.last);
  const place = { file, path: 'horizon' };
  if (first === undefined || last === undefined) {
    const message = 'The horizon is not two financial years.';
    problems.push({
      code: 'document.horizon',
      message,
      place,
      remedy: 'Write them like 2015/16 and 2020/21.',
    });
    return start.horizon;
  }
  if (first !== start.horizon.first || last <= first || last - first > LONGEST_HORIZON) {
    const message = `A horizon of ${yearLabel(first)} to ${yearLabel(last)} cannot be calculated.`;
    const remedy = `Start in ${yearLabel(start.horizon.first)} and end up to ${LONGEST_HORIZON} years later.`;
    problems.push({ code: 'document.horizon', message, place, remedy });
    return start.horizon;
  }
  return { first, last };
}

function readCell(
  cell: CellText,
  lines: ReadonlyMap<string, LineDefinition>,
  file: string,
  path: string,
  problems: Problem[],
): GivenCell[] {
  const line = lines.get(cell.line);
  const place = { file, path };
  if (!line) {
    problems.push({
      code: 'cell.unknown-line',
      message: `There is no assumption or line called '${cell.line.slice(0, 80)}'.`,
      place,
      remedy: didYouMean(cell.line, lines.keys()) || 'Use a name from the list of lines.',
    });
    return [];
  }
  const year = cell.year === undefined ? undefined : parseYear(cell.year);
  if (cell.year !== undefined && year === undefined) {
    const message = `'${cell.year.slice(0, 40)}' is not a financial year.`;
    problems.push({ code: 'cell.year', message, place, remedy: 'Write it like 2018/19.' });
    return [];
  }
  const value = readValue(cell.value, line.unit);
  if (!value.ok) {
    problems.push(
      ...value.problems.map((problem) => ({ ...problem, place: { ...place, line: line.label } })),
    );
    return [];
  }
  return [
    {
      line: cell.line,
      at: cell.at ?? {},
      value: value.value,
      mark: cell.mark ?? 'assumption',
      source: cell.source ?? 'Entered in this document',
      ...(cell.note === undefined ? {} : { note: cell.note }),
      ...(year === undefined ? {} : { year }),
    },
  ];
}

/** A number stands as it is shown, so percent as percent; text is read as if it were typed. */
function readValue(value: number | string, unit: string): Result<number> {
  if (typeof value === 'string') return parseNumber(value, unit);
  return success(unit.startsWith('percent') ? shiftDecimal(value, -2) : value);
}
