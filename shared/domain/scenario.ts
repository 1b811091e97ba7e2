/** Scenarios are overlays: a parent and the differences, never a copy. */
import type { GivenCell } from './cell';

/** A planned action; its type says what it does, its parameters how much. */
export interface Scheme {
  readonly id: string;
  readonly name: string;
  /** Id of a scheme type. */
  readonly type: string;
}

export interface Scenario {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  /** Absent only on do nothing. */
  readonly parent?: string;
  /** Schemes switched on here, beside the parent's. */
  readonly on: readonly string[];
  /** Schemes of the parent switched off here. */
  readonly off: readonly string[];
  /** Values that differ from the parent's. */
  readonly cells: readonly GivenCell[];
}

export const DO_NOTHING = 'do-nothing';
