/** A worked example: how the names of its cases stand in the model text. */
import type { FinancialYear } from '../units/financial-year';
import type { Organisation } from './footprint';
import type { Scheme } from './scenario';

/**
 * What feeds cells. In a name `{year}` stands for a financial year of the horizon and `{index}` for how
 * many years it lies after the first; in a cell both stand for the year.
 */
interface ExampleFeed {
  readonly cells: readonly string[];
  /** The variant it is for; every variant when absent. */
  readonly variant?: string;
}

export interface ExampleInput extends ExampleFeed {
  readonly name: string;
  /** Another example whose input of that name is meant. */
  readonly of?: string;
  /** What formulas call it, when its name is not fit for one. */
  readonly as?: string;
  /** The unit its rows must have, where no shipped row says so. */
  readonly unit?: string;
  /** May be absent; the constant stands then. */
  readonly optional?: boolean;
  /** Holds in its year and each later one, until a later row of the same cell or alias. */
  readonly onward?: boolean;
}

/** What the model makes of an output of another example. */
export interface ExampleResult extends ExampleFeed {
  readonly of: string;
  readonly name: string;
  readonly as?: string;
}

/** Worked out from inputs and results. */
export interface ExampleDerived extends ExampleFeed {
  readonly formula: string;
}

/** A cell of the projection; dimensions left out are summed. */
export interface ExampleCell {
  readonly cell: string;
  readonly variant?: string;
}

export interface ExampleOutput {
  /** `{number}` stands for any number. */
  readonly name: string;
  readonly unit?: string;
  /** What the formula calls each cell -> the cell. */
  readonly cells: Readonly<Record<string, ExampleCell>>;
  readonly formula: string;
}

export interface Example {
  readonly id: string;
  readonly label: string;
  readonly horizon: { readonly first: FinancialYear; readonly last: FinancialYear };
  /** Examples whose constants, inputs and derived values come first. */
  readonly uses: readonly string[];
  readonly organisations: readonly Organisation[];
  /** On, unless a constant or a variant sets `scheme_on[id]` to 0. */
  readonly schemes: readonly Scheme[];
  readonly constants: Readonly<Record<string, number>>;
  readonly inputs: readonly ExampleInput[];
  readonly results: readonly ExampleResult[];
  readonly derived: readonly ExampleDerived[];
  readonly variants: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly outputs: readonly ExampleOutput[];
}

/** One row of a table of cases. */
export interface CaseRow {
  readonly row: number;
  readonly example: string;
  readonly kind: 'input' | 'output';
  readonly name: string;
  readonly unit: string;
  /** As written; percent as percent. */
  readonly value: number;
}
