/** What studies found, what was measured at the vanguard sites, and what bears on which parameter. */
import type { GivenCell } from './cell';
import type { Mark } from './mark';

/** How a finding was come by, from the strongest design to a claim or a plan. */
export const STRENGTHS = [
  'rct',
  'controlled_observational',
  'audit',
  'before_after',
  'expert',
  'modelled',
] as const;

export type Strength = (typeof STRENGTHS)[number];

export const STRENGTH_MEANING: Readonly<Record<Strength, string>> = {
  rct: 'randomised trial, or a review of trials',
  controlled_observational: 'compared with people or places that did not take part',
  audit: 'counted by an auditor or from accounts',
  before_after: 'before and after, with nobody to compare with',
  expert: 'view of experts, or a rule',
  modelled: 'plan or forecast, not a result',
};

/** One finding. Numbers are in `unit` as the table says it; a proportion of -0.18 is 18% fewer. */
export interface EvidenceRow {
  /** Two letters and two digits, such as VC07. */
  readonly id: string;
  readonly family: string;
  readonly effect: string;
  readonly unit: string;
  /** Absent where the finding is in words, or only a range is known. */
  readonly central?: number;
  readonly low?: number;
  readonly high?: number;
  readonly appliesTo: string;
  readonly yearsToFullEffect?: number;
  readonly strength: Strength;
  readonly mark: Mark;
  readonly source: string;
  readonly note: string;
}

export const SITE_TYPES = ['PACS', 'MCP', 'EHCH', 'UEC', 'ACC'] as const;

export type SiteType = (typeof SITE_TYPES)[number];

export const SITE_TYPE_MEANING: Readonly<Record<SiteType, string>> = {
  PACS: 'primary and acute care system',
  MCP: 'multispecialty community provider',
  EHCH: 'enhanced health in care homes',
  UEC: 'urgent and emergency care network',
  ACC: 'acute care collaboration',
};

/** What a site brings when its way of working is scaled up here. */
export interface SiteScheme {
  /** Id of a scheme type. */
  readonly schemeType: string;
  readonly label: string;
  /** Only what was measured at the site, or worked out from it; the rest is the scheme type's own. */
  readonly cells: readonly GivenCell[];
}

/** What a site says of itself with nobody to compare with. Never a value; red flag R10 looks for it. */
export interface SiteClaim {
  /** The parameter it would be a value of; absent where no parameter holds it. */
  readonly line?: string;
  readonly at: Readonly<Record<string, string>>;
  /** In the line's unit, or in `unit`; percent as a proportion. */
  readonly value: number;
  readonly unit?: string;
  readonly mark: Mark;
  readonly source: string;
  readonly note: string;
}

/** One of the 50 sites chosen in 2015. */
export interface VanguardSite {
  readonly id: string;
  readonly name: string;
  readonly type: SiteType;
  readonly place: string;
  /** People; of whom, `populationBasis` says. */
  readonly population?: number;
  readonly populationBasis: string;
  readonly populationMark?: Mark;
  /** National money seen in a source, GBP million, positive, all years together. */
  readonly knownFunding?: number;
  /** Years in which that money was seen, such as 2016/17; years known to have had none are left out. */
  readonly fundedYears: readonly string[];
  /** Emergency admission rate, 2014/15 to the year to September 2017, as a proportion; uncontrolled. */
  readonly emergencyAdmissionRateChange?: number;
  /** Ids of the findings that the table names for it. */
  readonly evidence: readonly string[];
  /** The site type's own scheme first. */
  readonly schemes: readonly SiteScheme[];
  readonly claims: readonly SiteClaim[];
  readonly mark: Mark;
  readonly source: string;
  readonly note: string;
}

/** Which way a value is the more hopeful one; `none` where neither is. */
export const DIRECTIONS = ['lower', 'higher', 'none'] as const;

export type Direction = (typeof DIRECTIONS)[number];

/** What was planned and what was delivered elsewhere, for one parameter. */
export interface OutsideView {
  readonly line: string;
  /** Dimension id -> element id; a dimension left out means all of it. */
  readonly at: Readonly<Record<string, string>>;
  readonly better: Direction;
  /** Begins the sentence: `Stronger`, `Faster`, `Cheaper`. */
  readonly comparative: string;
  /** Evidence ids of plans, forecasts and targets. */
  readonly planned: readonly string[];
  /** Evidence ids of evaluations and audits in the line's own unit. */
  readonly delivered: readonly string[];
  /** Evidence ids that bear on it but measure something else, or other people. */
  readonly context: readonly string[];
  /** Evidence id -> the value in the line's unit, where the row's number is of something else or in words. */
  readonly readAs: Readonly<Record<string, number>>;
  readonly sentence?: string;
}

/** Ids of findings in running text: `Evidence VC07`, `AR12-AR14`. */
const MENTION = /\b(AR|VC|VP|VM|SC|PR|PD)(\d{2})(?:[-–]\1(\d{2}))?\b/g;

/** Every id a text names, a range written out, each once and in the order of the text. */
export function evidenceIdsIn(text: string): readonly string[] {
  const ids = new Set<string>();
  for (const [, family = '', first = '', last = first] of text.matchAll(MENTION)) {
    ids.add(`${family}${first}`);
    for (let n = Number(first) + 1; n <= Number(last); n += 1) {
      ids.add(`${family}${String(n).padStart(2, '0')}`);
    }
  }
  return [...ids];
}
