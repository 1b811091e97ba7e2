/** What a rule of the ledger looks at, and what it finds. */
import type { Scenario } from '../../domain/scenario';
import type { Pot, PotKind } from '../claims';
import type { SharedCost } from '../cost-line-overlaps';
import type { Model } from '../open-model';
import type { Overlap } from '../overlaps';
import type { Reader } from '../read-projection';

export type FindingCode =
  /** Schemes claim more of a pot than it holds. */
  | 'overdrawn'
  /** Two schemes work on the same pot; the model has taken the overlap off. */
  | 'overlap'
  /** Two savings stand on the same part of trusts' cost or the same service. */
  | 'shared_line'
  /** A commissioner books what is only a loss of income inside the footprint. */
  | 'same_pound'
  /** A saving draws on no named pot. */
  | 'unnamed'
  /** A scheme's pounds go two ways at once. */
  | 'over_whole'
  /** Grants for schemes and the earned fund together exceed what is available from all sources. */
  | 'grant_and_fund'
  /** Schemes claim the same of every pot. */
  | 'twice'
  /** The scenario lowers an assumption that a scheme also lowers. */
  | 'assumption_and_scheme';

export interface Finding {
  readonly code: FindingCode;
  /** Ids, in the order of the document. */
  readonly schemes: readonly string[];
  readonly kind?: PotKind;
  /** Element ids that name the place, or the id of a line: cohort and setting, a service, an assumption. */
  readonly place: readonly string[];
  /** £m in the year. */
  readonly amount: number;
  /** £m that is saved twice at the most, where `amount` takes two schemes to be independent. */
  readonly atMost?: number;
  /** True where the model has taken it off already. */
  readonly removed: boolean;
}

/** Smaller double counts are not told, £m: below it a finding is noise beside the figures of a footprint. */
export const WORTH_TELLING = 0.05;

export interface Look {
  readonly model: Model;
  readonly reader: Reader;
  readonly scenario: Scenario;
  /** Ids of the schemes that are on, in the order of the document. */
  readonly on: readonly string[];
  readonly year: number;
  readonly draw: number;
  readonly pots: readonly Pot[];
  readonly shared: readonly SharedCost[];
  readonly overlaps: readonly Overlap[];
}

/** Those of the schemes that are on, each once, in the order of the document. */
export const inOrder = ({ on }: Pick<Look, 'on'>, schemes: readonly string[]): string[] =>
  on.filter((id) => schemes.includes(id));
