/** A document: one footprint's baseline, assumptions, schemes and scenarios, as a person works on it. */
import type { FinancialYear } from '../units/financial-year';
import type { GivenCell } from './cell';
import type { Footprint } from './footprint';
import type { LineDefinition } from './model-text';
import type { Scenario, Scheme } from './scenario';

export interface FootbridgeDocument {
  readonly title: string;
  readonly footprint: Footprint;
  /** First and last financial year, both included. */
  readonly horizon: { readonly first: FinancialYear; readonly last: FinancialYear };
  /** Values that hold in every scenario of this document. */
  readonly cells: readonly GivenCell[];
  /** An analyst's own lines; a line with a shipped id must say that it replaces it. */
  readonly lines: readonly LineDefinition[];
  readonly schemes: readonly Scheme[];
  /** The first is do nothing. */
  readonly scenarios: readonly Scenario[];
}
