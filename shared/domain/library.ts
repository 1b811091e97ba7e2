/** Everything that ships in `models/`, decoded. */
import type { GivenCell } from './cell';
import type { EvidenceRow, OutsideView, VanguardSite } from './evidence';
import type { CaseRow, Example } from './example';
import type { Footprint, PublishedStep } from './footprint';
import type { DimensionDefinition, LineDefinition, SchemeFamily, SchemeType } from './model-text';
import type { RedFlag } from './red-flag';
import type { Scenario, Scheme } from './scenario';

/** A cause of the gap: assumptions that move together when it is switched off. */
export interface Cause {
  readonly id: string;
  readonly label: string;
  /** Inputs, with the value each takes when the cause is absent. */
  readonly neutral: readonly { readonly line: string; readonly value: number }[];
}

/** A child that any scenario can have in one click. */
export interface ChildScenario {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly cells: readonly GivenCell[];
}

export interface Library {
  readonly dimensions: readonly DimensionDefinition[];
  readonly lines: readonly LineDefinition[];
  readonly schemeTypes: readonly SchemeType[];
  /** In the order a bridge is read. */
  readonly schemeFamilies: readonly SchemeFamily[];
  /** Values that hold for every footprint. */
  readonly cells: readonly GivenCell[];
  readonly footprints: readonly Footprint[];
  readonly publishedSteps: readonly PublishedStep[];
  readonly causes: readonly Cause[];
  /** What studies found, one row a finding. */
  readonly evidence: readonly EvidenceRow[];
  /** Which findings bear on which parameter. */
  readonly outsideViews: readonly OutsideView[];
  /** The 50 sites, with what each brings when it is scaled up. */
  readonly vanguardSites: readonly VanguardSite[];
  /** What makes a plan hard to believe, in the order of the rules. */
  readonly redFlags: readonly RedFlag[];
  /** The schemes and scenarios a new document starts with. */
  readonly startingSchemes: readonly Scheme[];
  readonly startingScenarios: readonly Scenario[];
  /** Values of the starting schemes. */
  readonly startingCells?: readonly GivenCell[];
  /** What documents of one footprint start with beside these, by footprint id. */
  readonly workedScenarios?: ReadonlyMap<string, StartingPoint>;
  readonly childScenarios: readonly ChildScenario[];
  /** Lines that stand still after the last year of the plan, for appraisal. */
  readonly afterThePlan: readonly string[];
  readonly examples: readonly Example[];
  /** The worked examples that ship, rows as in any table of cases. */
  readonly shippedCases: readonly CaseRow[];
}

/** Schemes with their values, and the scenarios that switch them on. */
export interface StartingPoint {
  readonly schemes: readonly Scheme[];
  /** Values of the schemes, as cells of the document. */
  readonly cells: readonly GivenCell[];
  readonly scenarios: readonly Scenario[];
}

/** The raw texts of `models/`: path from that folder -> content. */
export type LibraryTexts = Readonly<Record<string, string>>;
