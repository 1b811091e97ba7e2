/** Runs the engine beside the page, so that a long calculation never freezes a key press. */
import { createDocument } from '../../shared/document/create-document';
import type { Library } from '../../shared/domain/library';
import { failure, type Result } from '../../shared/errors/problem';
import { decodeLibrary } from '../../shared/library/decode-library';
import { buildViews } from '../../shared/report/build-views';
import { explain } from '../../shared/report/explain';
import { catalogueOf } from './catalogue';
import type { JobName, JobReply, JobRequest, Jobs } from './messages';

let library: Library | undefined;

type Handlers = {
  readonly [N in JobName]: (input: Jobs[N]['in'], tell: (text: string) => void) => Jobs[N]['out'];
};

const handlers: Handlers = {
  load: (texts, tell) => {
    tell(`Reading ${Object.keys(texts).length} model files`);
    const decoded = decodeLibrary(texts);
    if (!decoded.ok) return decoded;
    library = decoded.value;
    return { ok: true, value: catalogueOf(library) };
  },
  open: (footprint) => withLibrary((known) => createDocument(known, footprint)),
  views: ({ document, ...options }) => withLibrary((known) => buildViews(known, document, options)),
  explain: ({ document, ...options }) => withLibrary((known) => explain(known, document, options)),
};

function withLibrary<T>(work: (known: Library) => Result<T>): Result<T> {
  if (library) return work(library);
  return failure({ code: 'engine.not-loaded', message: 'The models have not been read yet.' });
}

const reply = (message: JobReply) => self.postMessage(message);

self.onmessage = ({ data }: MessageEvent<JobRequest>) => {
  const { id, job, input } = data;
  const before = performance.now();
  try {
    // The table above pairs each job with its input; a union of pairs is more than the compiler follows.
    const handler = handlers[job] as (input: unknown, tell: (text: string) => void) => unknown;
    const output = handler(input, (progress) => reply({ id, progress }));
    reply({ id, output, milliseconds: performance.now() - before });
  } catch (error) {
    reply({ id, fault: error instanceof Error ? error.message : String(error) });
  }
};
