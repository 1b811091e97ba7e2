/** Tables as every reader sees them: screen, terminal, host. Numbers are whole; rounding is for display. */
import type { Mark } from '../domain/mark';

/** `input`: people give it. `calculated`: a formula. `total`: a sum to stand out. `heading`: no numbers. */
export type RowKind = 'input' | 'calculated' | 'total' | 'heading';

export interface ReportRow {
  /** Unique in its table and the same from run to run. */
  readonly id: string;
  readonly label: string;
  /** 0 for totals and headings, deeper for what they are made of. */
  readonly level: number;
  readonly kind: RowKind;
  /** Unit as written in the model text, such as `GBP million`. */
  readonly unit: string;
  /** One for each column; null where there is no number. A shortfall is negative. */
  readonly values: readonly (number | null)[];
  /** The weakest standing of the values given in this row; absent where nothing is given. */
  readonly mark?: Mark;
  readonly source?: string;
  readonly note?: string;
  /** The cells behind the row, for editing and explaining: `line` and the element of each dimension. */
  readonly address?: { readonly line: string; readonly at: Readonly<Record<string, string>> };
  /** For each column, true where the scenario on show gives a value of its own. */
  readonly overridden?: readonly boolean[];
  readonly low?: number;
  readonly high?: number;
}

export interface ReportTable {
  readonly id: string;
  readonly title: string;
  /** The unit most rows are in, for the heading. */
  readonly unit: string;
  readonly columns: readonly string[];
  readonly rows: readonly ReportRow[];
}

/** A gap split by who bears it, £m, a shortfall negative. `total` is the sum of the other two. */
export interface SectorGap {
  readonly nhs: number;
  /** Adult social care and public health: the councils. */
  readonly socialCare: number;
  readonly total: number;
}

/** One bar of a bridge: from `start` to `end`, whatever side of zero they lie on. */
export interface BridgeStep {
  readonly id: string;
  readonly label: string;
  /** `start` and `total` stand on zero; `step` hangs between two levels. */
  readonly kind: 'start' | 'step' | 'total';
  readonly value: number;
  readonly start: number;
  readonly end: number;
  readonly mark?: Mark;
  readonly note?: string;
}

export interface Bridge {
  readonly title: string;
  readonly year: string;
  readonly scope: GapView;
  readonly steps: readonly BridgeStep[];
  /** Sum of start and steps less the total: nothing, within a millionth of £1m. */
  readonly imbalance: number;
  /** The bridge in a sentence, for people who cannot see the bars. */
  readonly sentence: string;
}

/** Which part of the gap a figure is about. */
export type GapView = 'nhs' | 'social_care' | 'total';
