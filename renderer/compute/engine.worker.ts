/** Runs the engine beside the page, so that a long calculation never freezes a key press. */
import { addChild } from '../../shared/document/add-child';
import { createDocument } from '../../shared/document/create-document';
import { scaleUp } from '../../shared/document/scale-up';
import type { Library } from '../../shared/domain/library';
import { failure, type Result, success } from '../../shared/errors/problem';
import { findScenario, openModel } from '../../shared/finance/open-model';
import { decodeLibrary } from '../../shared/library/decode-library';
import { appraisalView } from '../../shared/report/appraisal-view';
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
  appraise: (request) => withLibrary((known) => appraise(known, request)),
  addChild: ({ document, scenario, what }) =>
    withLibrary((known) => addChild(known, document, scenario, what)),
  scaleUp: ({ document, scenario, what }) =>
    withLibrary((known) => scaleUp(known, document, what, scenario)),
  explain: ({ document, ...options }) => withLibrary((known) => explain(known, document, options)),
};

function appraise(
  known: Library,
  { document, scenario }: Jobs['appraise']['in'],
): Jobs['appraise']['out'] {
  const model = openModel(known, document);
  if (!model.ok) return model;
  const found = findScenario(document, scenario);
  return found.ok ? success(appraisalView(model.value, found.value)) : found;
}

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
