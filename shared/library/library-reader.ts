/** The texts of `models/` as a reader of them meets them: what is missing or wrong is noted, and reading goes on. */
import type { LibraryTexts } from '../domain/library';
import type { Problem, Result } from '../errors/problem';

/** Collects problems so that a reader of the library hears of all of them. */
export class LibraryReader {
  readonly problems: Problem[] = [];
  private readonly texts: LibraryTexts;

  constructor(texts: LibraryTexts) {
    this.texts = texts;
  }

  text(path: string): string {
    const text = Object.hasOwn(this.texts, path) ? this.texts[path] : undefined;
    if (text !== undefined) return text;
    this.problems.push({
      code: 'library.no-file',
      message: 'The file is missing from the models folder.',
      place: { file: path },
      remedy: 'Install Footbridge again, or put the file back.',
    });
    return '';
  }

  /** The value, or the stand-in after noting the problems. */
  take<T>(result: Result<T>, otherwise: T): T {
    if (result.ok) return result.value;
    this.problems.push(...result.problems);
    return otherwise;
  }

  /** Paths below a folder with an ending, in the order of their names. */
  paths(folder: string, ending: string): string[] {
    return Object.keys(this.texts)
      .filter((path) => path.startsWith(folder) && path.endsWith(ending))
      .sort();
  }
}
