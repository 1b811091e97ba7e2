/** What the page and its engine worker say to each other. Plain data, one reply for each request. */
import type { FootbridgeDocument } from '../../shared/domain/document';
import type { LibraryTexts } from '../../shared/domain/library';
import type { Result } from '../../shared/errors/problem';
import type { GapView } from '../../shared/report/table';
import type { Explanation, Views } from '../../shared/report/view-types';
import type { Catalogue } from './catalogue';

export interface ViewsRequest {
  readonly document: FootbridgeDocument;
  readonly scenario: string;
  readonly comparator: string;
  readonly view?: GapView;
}

export interface ExplainRequest {
  readonly document: FootbridgeDocument;
  readonly scenario: string;
  readonly line: string;
  /** Element ids by dimension; one left out is summed over. */
  readonly at: Readonly<Record<string, string>>;
  readonly year: number;
  readonly depth: number;
}

/** Every job the worker does: what goes in and what comes out. */
export interface Jobs {
  /** Reads the models once; the worker keeps them. */
  readonly load: { readonly in: LibraryTexts; readonly out: Result<Catalogue> };
  readonly open: { readonly in: string; readonly out: Result<FootbridgeDocument> };
  readonly views: { readonly in: ViewsRequest; readonly out: Result<Views> };
  readonly explain: { readonly in: ExplainRequest; readonly out: Result<Explanation> };
}

export type JobName = keyof Jobs;

export interface JobRequest<N extends JobName = JobName> {
  readonly id: number;
  readonly job: N;
  readonly input: Jobs[N]['in'];
}

export type JobReply =
  | { readonly id: number; readonly progress: string }
  | { readonly id: number; readonly output: unknown; readonly milliseconds: number }
  | { readonly id: number; readonly fault: string };
