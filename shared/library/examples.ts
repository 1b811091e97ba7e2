/** Worked examples, from text to data. */
import { z } from 'zod';
import type { Example } from '../domain/example';
import { ORGANISATION_TYPES } from '../domain/footprint';
import { failure, type Result, success } from '../errors/problem';
import { parseYear } from '../units/financial-year';
import { readYaml } from './read-yaml';

const cellText = z.strictObject({ cell: z.string(), variant: z.string().optional() });

/** Either one `cell` (a formula calls it `cell`), or several `cells` and a formula. */
const outputText = z
  .strictObject({
    name: z.string(),
    unit: z.string().optional(),
    cell: z.string().optional(),
    cells: z.record(z.string(), z.union([z.string(), cellText])).optional(),
    formula: z.string().optional(),
    variant: z.string().optional(),
  })
  .refine((output) => (output.cell === undefined) !== (output.cells === undefined), {
    error: 'An output has either a cell or cells',
  })
  .refine((output) => output.cells === undefined || output.formula !== undefined, {
    error: 'Several cells need a formula',
  });

const exampleFile = z.strictObject({
  id: z.string(),
  label: z.string(),
  horizon: z
    .strictObject({ first: z.string(), years: z.number().int().min(1).max(100) })
    // The template's own years, 2015/16 to 2020/21.
    .default({ first: '2015/16', years: 6 }),
  uses: z.array(z.string()).default([]),
  organisations: z.array(
    z.strictObject({ id: z.string(), name: z.string(), type: z.enum(ORGANISATION_TYPES) }),
  ),
  schemes: z
    .array(z.strictObject({ id: z.string(), name: z.string(), type: z.string() }))
    .default([]),
  constants: z.record(z.string(), z.number()).default({}),
  inputs: z
    .array(
      z.strictObject({
        name: z.string(),
        of: z.string().optional(),
        as: z.string().optional(),
        unit: z.string().optional(),
        cells: z.array(z.string()).default([]),
        variant: z.string().optional(),
        optional: z.boolean().optional(),
        onward: z.boolean().optional(),
      }),
    )
    .default([]),
  results: z
    .array(
      z.strictObject({
        of: z.string(),
        name: z.string(),
        as: z.string().optional(),
        cells: z.array(z.string()).default([]),
        variant: z.string().optional(),
      }),
    )
    .default([]),
  derived: z
    .array(
      z.strictObject({
        cells: z.array(z.string()),
        formula: z.string(),
        variant: z.string().optional(),
      }),
    )
    .default([]),
  variants: z.record(z.string(), z.record(z.string(), z.number())).default({}),
  outputs: z.array(outputText),
});

export function readExample(text: string, file: string): Result<Example> {
  const read = readYaml(text, file, exampleFile);
  if (!read.ok) return read;
  const { horizon, inputs, results, derived, outputs, ...rest } = read.value;
  const first = parseYear(horizon.first);
  if (first === undefined) {
    return failure({
      code: 'example.horizon',
      message: `'${horizon.first}' is not a financial year.`,
      place: { file, path: 'horizon.first' },
      remedy: 'Write it like 2017/18.',
    });
  }
  return success({
    ...rest,
    horizon: { first, last: first + horizon.years - 1 },
    inputs: inputs.map(given),
    results: results.map(given),
    derived: derived.map(given),
    outputs: outputs.map(toOutput),
  });
}

/** An object as its type has it: what is absent is not there at all. */
type Given<T> = {
  [K in keyof T as undefined extends T[K] ? never : K]: T[K];
} & { [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined> };

const given = <T extends object>(entry: T): Given<T> =>
  Object.fromEntries(
    Object.entries(entry).filter(([, value]) => value !== undefined),
  ) as unknown as Given<T>;

function toOutput(output: z.infer<typeof outputText>): Example['outputs'][number] {
  const { name, unit, cell, cells = {}, formula = 'cell', variant } = output;
  const entries = Object.entries(cell === undefined ? cells : { cell });
  return {
    name,
    ...(unit === undefined ? {} : { unit }),
    formula,
    cells: Object.fromEntries(
      entries.map(([alias, each]) => {
        const own = typeof each === 'string' ? { cell: each } : each;
        return [
          alias,
          given({ cell: own.cell, variant: ('variant' in own && own.variant) || variant }),
        ];
      }),
    ),
  };
}
