/** A footprint: the organisations of one area that plan together, and what was published about it. */
import type { GivenCell } from './cell';
import type { Mark } from './mark';

export const ORGANISATION_TYPES = [
  'ccg',
  'specialised_commissioning',
  'primary_care',
  'acute_trust',
  'mental_health_trust',
  'community_trust',
  'ambulance_trust',
  'council',
  'local_nhs',
  'local_social_care',
] as const;

export type OrganisationType = (typeof ORGANISATION_TYPES)[number];

export interface Organisation {
  /** Short code, unique in the footprint: the ODS code where there is one. */
  readonly id: string;
  readonly name: string;
  readonly type: OrganisationType;
  readonly note?: string;
}

/** A place where a trust runs acute care. */
export interface Site {
  /** Plain-word id, unique in the footprint. */
  readonly id: string;
  readonly name: string;
  /** Id of the acute trust that runs it. */
  readonly trust: string;
  readonly note?: string;
}

/** A figure with its standing. */
export interface MarkedFigure {
  readonly value: number;
  readonly mark: Mark;
  readonly source: string;
  readonly note?: string;
}

export type GapScope = 'nhs' | 'nhs_and_social_care' | 'unknown';

/** The do-nothing gap a plan published for 2020/21, £m, a shortfall positive as published. */
export interface PublishedGap {
  readonly total: MarkedFigure;
  readonly scope: GapScope;
  /** How sure the scope is; absent where it is not stated. */
  readonly scopeMark?: Mark;
  readonly nhs?: MarkedFigure;
  readonly socialCare?: MarkedFigure;
}

export interface Footprint {
  /** Plain-word id, such as `north-central-london`. */
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly region: string;
  readonly population: MarkedFigure;
  /** Absent where no yearly gap was published. */
  readonly publishedGap?: PublishedGap;
  readonly gapNote?: string;
  readonly organisations: readonly Organisation[];
  /** Acute sites, where they are listed; else `sitesOf` takes one for each acute trust. */
  readonly sites?: readonly Site[];
  /** Baseline values known for this footprint; the rest is derived by the model text. */
  readonly cells: readonly GivenCell[];
}

/** The acute sites: those listed, or each acute trust as one site of its own name. */
export function sitesOf(footprint: Pick<Footprint, 'organisations' | 'sites'>): readonly Site[] {
  if (footprint.sites) return footprint.sites;
  return footprint.organisations
    .filter((each) => each.type === 'acute_trust')
    .map(({ id, name }) => ({ id, name, trust: id }));
}

/** One published step of a plan's own bridge: a comparator, never a result. */
export interface PublishedStep {
  readonly footprint: string;
  readonly step: string;
  /** £m as published, a shortfall negative. */
  readonly value: number;
  readonly year: string;
  readonly scope: string;
  readonly mark: Mark;
  readonly note: string;
  readonly source: string;
}
