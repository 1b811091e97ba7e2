/** What makes a plan hard to believe: rules as data, each with its thresholds and the findings behind it. */

/** Which way a value has to go to trip. At the threshold itself `above` and `below` do not trip. */
export const TRIPS = ['above', 'below', 'at_least', 'at_most'] as const;

export type Trips = (typeof TRIPS)[number];

/** Which years of the horizon are judged, among those in which the test applies. */
export type JudgedYears = 'all' | 'last';

interface FlagTestCommon {
  /** A line of the model, over `over`: the test is judged where it is not 0. */
  readonly applies: string;
  /** Dimension ids; the first one's elements are told apart, of the others the worst is told. */
  readonly over: readonly string[];
  readonly years: JudgedYears;
  /** The sentence, with {value}, {threshold}, {element} and {year} where it names them. */
  readonly wording: string;
}

/** A number of the model against a threshold. */
export interface MeasuredTest extends FlagTestCommon {
  readonly kind: 'measured';
  /** A line of the model, over `over`, in `unit`. */
  readonly measure: string;
  readonly unit: string;
  readonly trips: Trips;
  /** In the unit; percent as a proportion. At least one of the two is there. */
  readonly red?: number;
  readonly amber?: number;
}

/** Where values come from: trips when every finding that a value cites has nobody to compare with. */
export interface CitedTest extends FlagTestCommon {
  readonly kind: 'cited';
  /** Inputs, each over the first dimension of `over`. A value of 0 claims nothing. */
  readonly lines: readonly string[];
}

export type FlagTest = MeasuredTest | CitedTest;

export interface RedFlag {
  /** R1 to R25. */
  readonly id: string;
  readonly title: string;
  /** Ids of the findings the rule rests on. */
  readonly evidence: readonly string[];
  /** One sentence. */
  readonly why: string;
  readonly tests: readonly FlagTest[];
}
