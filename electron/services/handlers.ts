/** What each call of the contract does. Plain Node, so that every host answers alike. */
import type { CallName, RequestOf, ResponseOf } from '../../shared/contract/contract';
import type { FootbridgeDocument } from '../../shared/domain/document';
import type { Library, LibraryTexts } from '../../shared/domain/library';
import { type Result, success } from '../../shared/errors/problem';
import type { Views } from '../../shared/report/view-types';

export type Handlers = {
  readonly [N in CallName]: (request: RequestOf<N>) => Promise<Result<ResponseOf<N>>>;
};

/** The parts of the core that the calls need; passed in, so that a host can be tested without it. */
export interface Core {
  readonly decodeLibrary: (texts: LibraryTexts) => Result<Library>;
  readonly createDocument: (library: Library, footprintId: string) => Result<FootbridgeDocument>;
  readonly applyEdits: (
    library: Library,
    document: FootbridgeDocument,
    edits: string[],
  ) => Result<FootbridgeDocument>;
  readonly buildViews: (
    library: Library,
    document: FootbridgeDocument,
    choice: { scenario: string; comparator: string },
  ) => Result<Views>;
}

export interface HandlerOptions {
  readonly host: ResponseOf<'app.describe'>['host'];
  readonly version: string;
  /** The footprint the page opens first. */
  readonly footprint: string;
  readonly readLibrary: () => Promise<Result<LibraryTexts>>;
  readonly core: Core;
}

export function createHandlers(options: HandlerOptions): Handlers {
  const { host, version, footprint, core } = options;
  const readTexts = keepFirstSuccess(options.readLibrary);
  const readLibrary = keepFirstSuccess(async () => {
    const texts = await readTexts();
    return texts.ok ? core.decodeLibrary(texts.value) : texts;
  });
  return {
    'app.describe': async () => success({ name: 'Footbridge', version, host, footprint }),
    'library.read': async () => {
      const texts = await readTexts();
      return texts.ok ? success({ texts: { ...texts.value } }) : texts;
    },
    'projection.compare': async ({ footprint, set }) => {
      const library = await readLibrary();
      return library.ok ? compare(core, library.value, footprint, set) : library;
    },
  };
}

function compare(
  core: Core,
  library: Library,
  footprint: string,
  edits: string[],
): Result<ResponseOf<'projection.compare'>> {
  const created = core.createDocument(library, footprint);
  if (!created.ok) return created;
  const edited = core.applyEdits(library, created.value, edits);
  if (!edited.ok) return edited;
  const document = edited.value;
  // The comparison holds every scenario; which two are chosen for the other views does not matter here.
  const comparator = document.scenarios[0]?.id ?? '';
  const scenario = document.scenarios.at(-1)?.id ?? comparator;
  const views = core.buildViews(library, document, { scenario, comparator });
  if (!views.ok) return views;
  return success({
    years: [...views.value.years],
    scenarios: views.value.scenarios.map(({ id, name, gapByYear }) => ({
      id,
      name,
      gapByYear: gapByYear.map(({ nhs, socialCare, total }) => ({ nhs, socialCare, total })),
    })),
  });
}

/**
 * Reads once, so that the page and the host work on the same text for as long as the program runs.
 * A failure is not kept: the person may mend the file and try again.
 */
function keepFirstSuccess<T>(read: () => Promise<Result<T>>): () => Promise<Result<T>> {
  let kept: Promise<Result<T>> | undefined;
  return async () => {
    kept ??= read();
    const current = kept;
    try {
      const result = await current;
      if (!result.ok && kept === current) kept = undefined;
      return result;
    } catch (error) {
      kept = undefined;
      throw error;
    }
  };
}
