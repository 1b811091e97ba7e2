/** The nouns of the model text: dimensions, lines and scheme types, as read from `models/`. */

/** Something a line can range over. */
export interface DimensionDefinition {
  readonly id: string;
  readonly label: string;
  /** Elements fixed by the model text. */
  readonly elements?: readonly ElementDefinition[];
  /** Elements that come with the document. */
  readonly from?: 'organisations' | 'schemes' | 'sites';
  /** A part of another dimension: the elements whose type is listed. */
  readonly partOf?: string;
  readonly types?: readonly string[];
  /** A grouping of another dimension: each of its elements belongs to the group that lists its type. */
  readonly groups?: string;
}

export interface ElementDefinition {
  readonly id: string;
  readonly label: string;
  /** What kind of element it is; parts and groupings go by it. */
  readonly type?: string;
  /** For a grouping: the types that belong here; the element's own id when absent. */
  readonly types?: readonly string[];
}

/** A line of the model: one idea with a formula or with values, for every element and year. */
export interface LineDefinition {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  /** Dimension ids; the year is always understood. */
  readonly over: readonly string[];
  /** Absent on a pure input. On an input with a formula, the formula is the value until one is given. */
  readonly formula?: string;
  /** The formula of the first year, when it differs from the others. */
  readonly opening?: string;
  /** An input is a number people give; every other line is calculated. */
  readonly input: boolean;
  /** A collector adds up what the lines that name it contribute. */
  readonly collects: boolean;
  /** The collector this line adds to. */
  readonly contributesTo?: string;
  /** How given values reach years that have none. */
  readonly extend: 'hold' | 'onward' | 'zero' | 'none';
  readonly note?: string;
  readonly source?: string;
  /** The sheet section it belongs to. */
  readonly section: string;
  /** The model file it was read from, or `document` for an analyst's own line. */
  readonly file: string;
  /** What every value of the line must be, within a millionth; anything else is told as a problem. */
  readonly mustBe?: number;
  /** Set when this line stands in for a shipped one. */
  readonly replaces?: boolean;
}

/** A folder of text: what one kind of scheme needs to know and what it does. */
export interface SchemeType {
  readonly id: string;
  readonly label: string;
  /** One sentence for a picker. */
  readonly summary: string;
  /** Id of a family of schemes. */
  readonly family: string;
  /** The method note, in Markdown. */
  readonly note: string;
  /** Ids of the input lines an instance can set, in display order. */
  readonly parameters: readonly string[];
}

/** A kind of scheme by its place in the plan: productivity, care models, investments. */
export interface SchemeFamily {
  readonly id: string;
  readonly label: string;
}
