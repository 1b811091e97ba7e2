/**
 * The shapes of `--json`: one strict schema a command. What the command line prints is checked against
 * them first, and `footbridge schema COMMAND` prints them as JSON Schema.
 */
import { z } from 'zod';

const number = z.number().nullable();

const sectorGap = z
  .strictObject({ nhs: z.number(), socialCare: z.number(), total: z.number() })
  .describe('£m; a shortfall is negative; total is the sum of the other two');

const problem = z.strictObject({
  code: z.string(),
  message: z.string(),
  place: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  remedy: z.string().optional(),
});

const row = z.strictObject({
  id: z.string(),
  label: z.string(),
  level: z.number(),
  kind: z.enum(['input', 'calculated', 'total', 'heading']),
  unit: z.string(),
  values: z.array(number).describe('one for each year'),
  mark: z.string().optional(),
  source: z.string().optional(),
  note: z.string().optional(),
});

const scenario = z.strictObject({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  schemes: z.array(z.string()),
  gapByYear: z.array(sectorGap),
  residual: sectorGap.describe('last year, before sustainability and transformation funding'),
  schemesNet: sectorGap.describe(
    'residual less do nothing; negative when schemes cost more than they save',
  ),
  cumulative: sectorGap.describe('years after the first, added up'),
  firstYearInBalance: z.string().nullable(),
  stfShare: z.number(),
  capital: z.number(),
  worseOff: z.array(z.strictObject({ name: z.string(), year: z.string(), change: z.number() })),
});

const footprint = z.strictObject({
  id: z.string(),
  name: z.string(),
  region: z.string(),
  population: z.number(),
});

const step = z.strictObject({
  id: z.string(),
  label: z.string(),
  kind: z.enum(['start', 'step', 'total']),
  value: z.number(),
  start: z.number(),
  end: z.number(),
  mark: z.string().optional(),
  note: z.string().optional(),
});

const explanation: z.ZodType = z.lazy(() =>
  z.strictObject({
    title: z.string(),
    sentence: z.string(),
    value: number,
    unit: z.string(),
    year: z.string(),
    line: z.string(),
    lineLabel: z.string(),
    element: z.string(),
    at: z.record(z.string(), z.string()),
    kind: z.enum(['given', 'formula', 'collected']),
    formula: z.string().optional(),
    mark: z.string().optional(),
    source: z.string().optional(),
    note: z.string().optional(),
    overridden: z.boolean(),
    inputs: z.array(explanation),
    more: z.boolean(),
  }),
);

export const JSON_SHAPES = {
  list: z.strictObject({
    footprints: z.array(
      z.strictObject({
        id: z.string(),
        number: z.number(),
        name: z.string(),
        region: z.string(),
        population: z.number(),
        populationMark: z.string(),
        publishedGap: number.describe('£m in 2020/21, a shortfall positive as published'),
        publishedScope: z.string().nullable(),
        publishedMark: z.string().nullable(),
        organisations: z.number(),
      }),
    ),
  }),
  project: z.strictObject({
    footprint,
    scenario: z.string(),
    years: z.array(z.string()),
    headline: z.strictObject({
      lastYear: z.string(),
      doNothing: sectorGap,
      schemesNet: sectorGap,
      residual: sectorGap,
      localPressures: sectorGap.describe(
        'the calibrated line in the last year; negative adds to the gap',
      ),
      localPressuresMark: z.string().nullable(),
      published: z
        .strictObject({
          value: z.number(),
          scope: z.enum(['nhs', 'social_care', 'total']),
          mark: z.string(),
          year: z.string(),
          doNothing: sectorGap,
          localPressures: sectorGap,
          scopeWords: z.string(),
          source: z.string(),
          note: z.string(),
        })
        .nullable(),
      scope: z.enum(['nhs', 'social_care', 'total']),
    }),
    gapByYear: z.array(sectorGap),
    organisations: z.array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        type: z.string(),
        position: z
          .array(z.number())
          .describe('£m for each year; all organisations sum to the system'),
      }),
    ),
    rows: z.array(row),
    replaced: z.array(z.string()).describe('shipped lines that own lines stand in for'),
    problems: z.array(problem),
  }),
  compare: z.strictObject({
    footprint,
    years: z.array(z.string()),
    scenarios: z.array(scenario),
    replaced: z.array(z.string()),
    problems: z.array(problem),
  }),
  bridge: z.strictObject({
    footprint,
    title: z.string(),
    year: z.string(),
    scope: z.enum(['nhs', 'social_care', 'total']),
    steps: z.array(step),
    imbalance: z.number(),
    sentence: z.string(),
    replaced: z.array(z.string()),
  }),
  explain: explanation,
  validate: z.strictObject({ valid: z.boolean(), lines: z.number(), problems: z.array(problem) }),
  verify: z.strictObject({
    agreed: z.number(),
    differed: z.number(),
    tolerance: z.number(),
    notes: z.array(z.string()),
    problems: z.array(problem),
    comparisons: z.array(
      z.strictObject({
        row: z.number(),
        example: z.string(),
        name: z.string(),
        unit: z.string(),
        expected: z.number(),
        actual: number,
        agrees: z.boolean(),
      }),
    ),
  }),
} as const;

export type JsonCommand = keyof typeof JSON_SHAPES;

/** JSON text of a command's result. A result that does not fit its shape is a bug, so this throws. */
export function toJson(command: JsonCommand, value: unknown): string {
  const parsed = JSON_SHAPES[command].safeParse(value);
  if (parsed.success) return JSON.stringify(parsed.data, null, 2);
  const [first] = parsed.error.issues;
  const where = first?.path.map(String).join('.') ?? '';
  throw new Error(`The result of ${command} does not fit its shape at ${where}: ${first?.message}`);
}

/** The shape as JSON Schema, for people who read the output with a program. */
export const jsonSchema = (command: JsonCommand): unknown => z.toJSONSchema(JSON_SHAPES[command]);
