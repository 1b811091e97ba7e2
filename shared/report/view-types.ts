/** Everything a reader needs of one document at one moment, as plain data that crosses any border. */
import type { Problem } from '../errors/problem';
import type { ClaimsView } from './claims-view';
import type { FlagTable } from './flag-table';
import type { Bridge, GapView, ReportTable, SectorGap } from './table';

export interface ScenarioSummary {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Names of the schemes that are on. */
  readonly schemes: readonly string[];
  /** For each year. */
  readonly gapByYear: readonly SectorGap[];
  /** In the last year, before sustainability and transformation funding. */
  readonly residual: SectorGap;
  /** Residual less the do-nothing gap: what the schemes do, net; negative when they cost more than they save. */
  readonly schemesNet: SectorGap;
  /** Sum of the years after the first. */
  readonly cumulative: SectorGap;
  /** First year whose total is not negative, as a label; null when there is none in the horizon. */
  readonly firstYearInBalance: string | null;
  /** Fair share of the fund in the last year, £m, conditional. */
  readonly stfShare: number;
  /** Position after what the fund earns in the last year, £m; what needs it has a recurrent gap. */
  readonly afterFund: number;
  /** Value its schemes claim in the last year, £m: paid out no more, freed but still paid, on paper only. */
  readonly claimed: {
    readonly cash: number;
    readonly capacity: number;
    readonly notional: number;
  };
  /** How many red-flag rules trip at each level. */
  readonly flags: { readonly red: number; readonly amber: number };
  /** Spent on building to the last year, £m, with optimism bias. */
  readonly capital: number;
  /** Organisations at least £0.05m worse off than under do nothing in some year: name, worst year, £m. */
  readonly worseOff: readonly {
    readonly name: string;
    readonly year: string;
    readonly change: number;
  }[];
}

export interface Headline {
  readonly lastYear: string;
  readonly doNothing: SectorGap;
  readonly schemesNet: SectorGap;
  readonly residual: SectorGap;
  /** Published do-nothing gap for comparison, £m, a shortfall negative; null where none was published. */
  readonly published: {
    readonly value: number;
    readonly scope: GapView;
    readonly mark: string;
    /** The year it was published for, with do nothing and the local pressures of that year, £m. */
    readonly year: string;
    readonly doNothing: SectorGap;
    readonly localPressures: SectorGap;
    /** The scope in words with its own standing: `NHS, recalled`. */
    readonly scopeWords: string;
    readonly source: string;
    readonly note: string;
  } | null;
  /** The calibrated line in the last year, £m, negative when it adds to the gap. */
  readonly localPressures: SectorGap;
  /** Standing of the local pressures: `calibrated` until somebody gives another value; null where none is given. */
  readonly localPressuresMark: string | null;
  /** The view the footprint published its gap in: the one to show first. */
  readonly scope: GapView;
}

export interface Views {
  readonly title: string;
  readonly footprint: {
    readonly id: string;
    readonly name: string;
    readonly region: string;
    readonly population: number;
  };
  readonly years: readonly string[];
  readonly scenario: string;
  readonly comparator: string;
  readonly headline: Headline;
  readonly scenarios: readonly ScenarioSummary[];
  readonly baseline: ReportTable;
  readonly assumptions: ReportTable;
  readonly doNothing: ReportTable;
  readonly transformed: ReportTable;
  /** Parameters of every scheme, with low and high. */
  readonly schemes: ReportTable;
  /** What each scheme of the scenario does, by year: to whom, in cash or on paper. */
  readonly effects: ReportTable;
  /** Pots, claims and double counts of the scenario in the last year. */
  readonly claims: ClaimsView;
  /** Red flags of the scenario. */
  readonly flags: FlagTable;
  /** Comparator to scenario, last year, one bar a scheme. */
  readonly bridge: Bridge;
  /** First-year position to do-nothing gap, one bar a cause. */
  readonly causes: Bridge;
  /** Labels of shipped lines that the document's own lines stand in for. */
  readonly replaced: readonly string[];
  readonly problems: readonly Problem[];
  readonly cells: number;
}

/** Behind a pound of saving. */
export interface SavingStory {
  readonly scheme: string;
  readonly name: string;
  /** A sentence for each pot it draws on, largest first. */
  readonly pots: readonly string[];
  readonly blocks: string;
  readonly timing: string;
  /** Findings behind its parameters: `VP06`, for which parameters, and what was found where. */
  readonly evidence: readonly {
    readonly id: string;
    readonly for: readonly string[];
    readonly finding: string;
  }[];
}

/** One number explained: a sentence, the formula with its values, and where each came from. */
export interface Explanation {
  readonly title: string;
  readonly sentence: string;
  /** Null where several numbers stand together and a sum would mean nothing, as with index numbers. */
  readonly value: number | null;
  readonly unit: string;
  readonly year: string;
  readonly line: string;
  readonly lineLabel: string;
  readonly element: string;
  /** The cell: an element for each dimension; one left out is summed over. */
  readonly at: Readonly<Record<string, string>>;
  readonly kind: 'given' | 'formula' | 'collected';
  readonly formula?: string;
  readonly mark?: string;
  readonly source?: string;
  readonly note?: string;
  /** Set when a scenario or document value stands over a formula or a shipped value. */
  readonly overridden: boolean;
  readonly inputs: readonly Explanation[];
  /** True when there is more below than is shown. */
  readonly more: boolean;
  /** Where a parameter stands beside what plans assumed and what was delivered elsewhere. Only at the top. */
  readonly outside?: {
    readonly sentence: string;
    /** Ids of findings. */
    readonly planned: readonly string[];
    readonly delivered: readonly string[];
  };
  /** For an effect of schemes: pot, block, lag and evidence of each. Only at the top. */
  readonly savings?: readonly SavingStory[];
}
