/**
 * The shapes of `--json`: one strict schema a command. What the command line prints is checked against
 * them first, and `footbridge schema COMMAND` prints them as JSON Schema.
 */
import { z } from 'zod';
import { SITE_TYPES, STRENGTHS } from '../domain/evidence';

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
  afterFund: z.number().describe('position after what the fund earns in the last year'),
  claimed: z
    .strictObject({ cash: z.number(), capacity: z.number(), notional: z.number() })
    .describe('value claimed in the last year, £m; only cash is in any position'),
  flags: z
    .strictObject({ red: z.number(), amber: z.number() })
    .describe('red-flag rules that trip, by their gravest level'),
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

const flag = z.strictObject({
  key: z.string(),
  id: z.string().describe('R1 to R25'),
  title: z.string(),
  level: z.enum(['red', 'amber', 'unjudged']),
  sentence: z.string(),
  why: z.string(),
  element: z.string(),
  year: z.string().describe('of the worst value'),
  value: number.describe(
    'in the unit, percent as a proportion; null where it could not be calculated',
  ),
  threshold: number.describe('null where no number is compared'),
  unit: z.string(),
  evidence: z.array(
    z.strictObject({
      id: z.string(),
      applies: z.string(),
      strength: z.string(),
      mark: z.string(),
      source: z.string(),
    }),
  ),
  where: z
    .strictObject({
      line: z.string(),
      at: z.record(z.string(), z.string()),
      year: z.number().describe('calendar year in which the financial year begins'),
    })
    .describe('the cell to explain'),
});

const savingStory = z
  .strictObject({
    scheme: z.string(),
    name: z.string(),
    pots: z.array(z.string()),
    blocks: z.string(),
    timing: z.string(),
    evidence: z.array(
      z.strictObject({ id: z.string(), for: z.array(z.string()), finding: z.string() }),
    ),
  })
  .describe('behind an effect of a scheme: pot, block, lag and evidence');

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
    savings: z.array(savingStory).optional(),
    outside: z
      .strictObject({
        sentence: z.string(),
        planned: z.array(z.string()),
        delivered: z.array(z.string()),
      })
      .optional(),
  }),
);

const cell = z.strictObject({
  line: z.string(),
  at: z.record(z.string(), z.string()).describe('dimension to element'),
  value: z.number().describe("in the line's unit; percent as a proportion"),
  mark: z.string(),
  source: z.string(),
  note: z.string().optional(),
});

const evidenceShape = z.strictObject({
  evidence: z.array(
    z.strictObject({
      id: z.string(),
      family: z.string(),
      effect: z.string(),
      unit: z.string(),
      central: z.number().optional().describe('absent where the finding is in words or a range'),
      low: z.number().optional(),
      high: z.number().optional(),
      appliesTo: z.string(),
      yearsToFullEffect: z.number().optional(),
      strength: z.enum(STRENGTHS),
      mark: z.string(),
      source: z.string(),
      note: z.string(),
    }),
  ),
});

const vanguardsShape = z.strictObject({
  vanguards: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      type: z.enum(SITE_TYPES),
      place: z.string(),
      population: z.number().optional(),
      populationBasis: z.string(),
      populationMark: z.string().optional(),
      knownFunding: z.number().optional().describe('£m of national money seen, all years together'),
      fundedYears: z.array(z.string()),
      emergencyAdmissionRateChange: z.number().optional().describe('a proportion; uncontrolled'),
      evidence: z.array(z.string()),
      schemes: z.array(
        z.strictObject({ schemeType: z.string(), label: z.string(), cells: z.array(cell) }),
      ),
      claims: z
        .array(cell.extend({ line: z.string().optional(), unit: z.string().optional() }))
        .describe('uncontrolled figures, never used as values'),
      mark: z.string(),
      source: z.string(),
      note: z.string(),
    }),
  ),
});

const pound = z.number().describe('£m');

const claim = z.strictObject({
  scheme: z.string(),
  claimed: pound.describe('£m as if alone'),
  counted: pound.describe('£m after overlap; what the model counts'),
});

const claimsShape = z.strictObject({
  footprint,
  scenario: z.string(),
  name: z.string(),
  year: z.string(),
  sentence: z.string(),
  pots: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.string(),
      label: z.string(),
      holds: pound,
      claimed: pound,
      counted: pound,
      claims: z.array(claim),
      parts: z.array(z.strictObject({ label: z.string(), holds: pound, claimed: pound })),
    }),
  ),
  overlaps: z.array(
    z.strictObject({
      schemes: z.tuple([z.string(), z.string()]),
      pot: z.string(),
      amount: pound,
      removed: z.boolean(),
    }),
  ),
  findings: z
    .array(
      z.strictObject({
        code: z.string(),
        title: z.string(),
        sentence: z.string(),
        schemes: z.array(z.string()),
        amount: pound,
        removed: z.boolean().describe('true where the model has taken it off'),
      }),
    )
    .describe('what still stands in the figures first'),
});

const appraised = z.strictObject({
  id: z.string(),
  name: z.string(),
  npv: z.array(number).describe('£m in prices of the first year, over 10, 30 and 60 years'),
  payback: z.string().describe('in words; "not within the horizon" where it is never reached'),
  discountedPayback: z.string(),
  breakeven: z.string(),
  capital: number.describe('£m cash with optimism bias'),
  incomeAndExpenditure: z.array(number).describe('£m cash by year, after capital charges'),
  oneOff: z.array(number).describe('of which one-off'),
  capitalCharges: z.array(number).describe('depreciation and PDC dividend within it, a cost'),
});

const appraiseShape = z.strictObject({
  footprint,
  scenario: z.string(),
  name: z.string(),
  from: z.string(),
  years: z.array(z.string()),
  schemes: z.array(appraised),
  together: appraised,
  sentence: z.string(),
});

const nationalScenario = z.strictObject({
  id: z.string(),
  name: z.string(),
  childOf: z.string().nullable().describe('the scenario it is a child of'),
  residual: sectorGap,
  schemesNet: sectorGap,
});

const nationalShape = z.strictObject({
  lastYear: z.string(),
  footprints: z.array(
    z.strictObject({
      id: z.string(),
      number: z.number(),
      name: z.string(),
      region: z.string(),
      lastYear: z.string(),
      doNothing: sectorGap,
      scenarios: z.array(nationalScenario),
      published: z
        .strictObject({
          value: pound,
          scope: z.enum(['nhs', 'social_care', 'total']),
          scopeStated: z.boolean().describe("false: read as the NHS's own"),
          mark: z.string(),
          year: z.string(),
          ours: pound.describe('£m in the same scope and year'),
        })
        .nullable(),
      publishedSteps: z.number().describe('steps of its own bridge that were published'),
    }),
  ),
  england: z.strictObject({
    footprints: z.number(),
    doNothing: sectorGap,
    scenarios: z.array(nationalScenario),
    published: z
      .strictObject({ footprints: z.number(), value: pound, ours: pound })
      .describe('over the footprints that published a gap only'),
    publishedSteps: z.number(),
  }),
});

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
    published: z
      .array(
        z.strictObject({
          step: z.string(),
          value: pound.describe('£m as published, a shortfall negative'),
          year: z.string(),
          scope: z.string(),
          mark: z.string(),
          note: z.string(),
          source: z.string(),
        }),
      )
      .describe("steps of the footprint's own bridge: comparators, never results"),
    replaced: z.array(z.string()),
    problems: z.array(problem),
  }),
  'compare-all': nationalShape,
  effects: z.strictObject({
    footprint,
    scenario: z.string(),
    name: z.string(),
    years: z.array(z.string()),
    rows: z.array(row.extend({ scheme: z.string() })),
  }),
  claims: claimsShape,
  appraise: appraiseShape,
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
  flags: z.strictObject({
    footprint,
    scenarios: z.array(
      z.strictObject({
        scenario: z.string(),
        name: z.string(),
        rows: z.array(flag),
        rules: z.number().describe('how many rules there are'),
        red: z.number().describe('rules that trip, by their gravest level'),
        amber: z.number(),
        unjudged: z.number(),
        summary: z.string(),
      }),
    ),
    problems: z.array(problem),
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
  evidence: evidenceShape,
  vanguards: vanguardsShape,
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
