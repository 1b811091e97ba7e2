/** Expected trouble is a value: what went wrong, where, what was expected, and what to do. */

/** Where a problem stands; every part is optional because not every problem has a formula or a file. */
export interface Place {
  readonly file?: string;
  /** 1-based row of a text file, or record number of a table. */
  readonly row?: number;
  /** Path inside a document, such as `scenarios[2].name`. */
  readonly path?: string;
  readonly line?: string;
  readonly formula?: string;
  /** 1-based column in `formula`. */
  readonly position?: number;
  readonly year?: string;
  readonly element?: string;
}

export interface Problem {
  /** Stable machine code, `area.kind`. */
  readonly code: string;
  /** A sentence for a person: names, not ids; no blame. */
  readonly message: string;
  readonly place?: Place;
  /** What to do about it. */
  readonly remedy?: string;
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export const success = <T>(value: T): Result<T> => ({ ok: true, value });

export const failure = (...problems: readonly Problem[]): Result<never> => ({
  ok: false,
  problems,
});

/** One line for a terminal or a list: place, message, remedy. */
export function describeProblem(problem: Problem): string {
  const place = problem.place;
  const parts: string[] = [];
  if (place?.file) parts.push(place.row ? `${place.file}, row ${place.row}` : place.file);
  if (place?.path) parts.push(place.path);
  if (place?.line) parts.push(`line '${place.line}'`);
  if (place?.year) parts.push(place.year);
  if (place?.element) parts.push(place.element);
  const head = parts.length > 0 ? `${parts.join(', ')}: ` : '';
  const tail = problem.remedy ? ` ${problem.remedy}` : '';
  return `${head}${problem.message}${tail}${pointAt(place)}`;
}

/** The formula with a caret under the place, or nothing when the place has no formula. */
function pointAt(place: Place | undefined): string {
  if (!place?.formula) return '';
  const caret = place.position ? `\n    ${' '.repeat(place.position - 1)}^` : '';
  return `\n    ${place.formula}${caret}`;
}

/** Marks code that cannot be reached; throwing here means a bug. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
