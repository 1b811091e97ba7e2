/** A worked example: how the names of its cases stand in the model text. */
import type { Organisation } from './footprint';

export interface ExampleInput {
  /** Name in the cases; `{year}` stands for a financial year. */
  readonly name: string;
  /** Another example whose input of that name is meant. */
  readonly of?: string;
  readonly cells: readonly string[];
  readonly variant?: string;
  /** May be absent; the constant stands then. */
  readonly optional?: boolean;
}

export interface ExampleOutput {
  readonly name: string;
  /** A cell; dimensions left out are summed. */
  readonly cell: string;
  readonly variant?: string;
}

export interface Example {
  readonly id: string;
  readonly label: string;
  /** Examples whose constants and inputs come first. */
  readonly uses: readonly string[];
  readonly organisations: readonly Organisation[];
  readonly constants: Readonly<Record<string, number>>;
  readonly inputs: readonly ExampleInput[];
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
