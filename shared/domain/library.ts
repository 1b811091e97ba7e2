/** Everything that ships in `models/`, decoded. */
import type { GivenCell } from './cell';
import type { CaseRow, Example } from './example';
import type { Footprint, PublishedStep } from './footprint';
import type { DimensionDefinition, LineDefinition, SchemeType } from './model-text';
import type { Scenario, Scheme } from './scenario';

/** A cause of the gap: assumptions that move together when it is switched off. */
export interface Cause {
  readonly id: string;
  readonly label: string;
  /** Inputs, with the value each takes when the cause is absent. */
  readonly neutral: readonly { readonly line: string; readonly value: number }[];
}

export interface Library {
  readonly dimensions: readonly DimensionDefinition[];
  readonly lines: readonly LineDefinition[];
  readonly schemeTypes: readonly SchemeType[];
  /** Values that hold for every footprint. */
  readonly cells: readonly GivenCell[];
  readonly footprints: readonly Footprint[];
  readonly publishedSteps: readonly PublishedStep[];
  readonly causes: readonly Cause[];
  /** The schemes and scenarios a new document starts with. */
  readonly startingSchemes: readonly Scheme[];
  readonly startingScenarios: readonly Scenario[];
  readonly examples: readonly Example[];
  /** The worked examples that ship, rows as in any table of cases. */
  readonly shippedCases: readonly CaseRow[];
}

/** The raw texts of `models/`: path from that folder -> content. */
export type LibraryTexts = Readonly<Record<string, string>>;
