/** What the page and its engine worker say to each other. Plain data, one reply for each request. */
import type { FootbridgeDocument } from '../../shared/domain/document';
import type { LibraryTexts } from '../../shared/domain/library';
import type { Result } from '../../shared/errors/problem';
import type { AppraisalView } from '../../shared/report/appraisal-view';
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

export interface AppraiseRequest {
  readonly document: FootbridgeDocument;
  readonly scenario: string;
}

/** A document made from another, and the scenario to show of it. */
export interface Grown {
  readonly document: FootbridgeDocument;
  readonly scenario: string;
}

export interface GrowRequest {
  readonly document: FootbridgeDocument;
  /** The scenario that gets a child, or in which a site's schemes are switched on. */
  readonly scenario: string;
  /** Id of the child or of the site. */
  readonly what: string;
}

/** Every job the worker does: what goes in and what comes out. */
export interface Jobs {
  /** Reads the models once; the worker keeps them. */
  readonly load: { readonly in: LibraryTexts; readonly out: Result<Catalogue> };
  readonly open: { readonly in: string; readonly out: Result<FootbridgeDocument> };
  readonly views: { readonly in: ViewsRequest; readonly out: Result<Views> };
  /** Sixty years of every scheme by itself: long beside the others, so asked for only where it is read. */
  readonly appraise: { readonly in: AppraiseRequest; readonly out: Result<AppraisalView> };
  readonly addChild: { readonly in: GrowRequest; readonly out: Result<Grown> };
  readonly scaleUp: { readonly in: GrowRequest; readonly out: Result<Grown> };
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
