/**
 * The host API: one table of typed, validated calls. Both hosts register every one of them; the page calls
 * nothing else. One object in, one `Result` out, plain data only.
 */
import { z } from 'zod';

/** A call: what goes in, what comes out, and the codes its problems can carry. */
export interface Call<In, Out> {
  readonly request: z.ZodType<In>;
  readonly response: z.ZodType<Out>;
  readonly errors: readonly string[];
}

const call = <In, Out>(
  request: z.ZodType<In>,
  response: z.ZodType<Out>,
  errors: readonly string[] = [],
): Call<In, Out> => ({ request, response, errors });

const sectorGap = z.strictObject({ nhs: z.number(), socialCare: z.number(), total: z.number() });

/** `area.verb` -> call. Strict objects: an unknown key is a malformed request. */
export const CONTRACT = {
  'app.describe': call(
    z.strictObject({}),
    z.strictObject({
      name: z.string(),
      version: z.string(),
      host: z.enum(['electron', 'web']),
      /** The footprint to open first. */
      footprint: z.string(),
    }),
  ),
  'library.read': call(
    z.strictObject({}),
    /** Path inside `models/` -> text, for the same library the host itself uses. */
    z.strictObject({ texts: z.record(z.string(), z.string()) }),
    ['library.unreadable'],
  ),
  'projection.compare': call(
    z.strictObject({
      footprint: z.string().max(200),
      /** Edits such as `volume_growth[emergency]=3.5%`. */
      set: z.array(z.string().max(500)).max(200),
    }),
    z.strictObject({
      years: z.array(z.string()),
      scenarios: z.array(
        z.strictObject({ id: z.string(), name: z.string(), gapByYear: z.array(sectorGap) }),
      ),
    }),
    ['footprint.unknown', 'cell.unknown-line'],
  ),
} as const;

export type CallName = keyof typeof CONTRACT;
export type RequestOf<N extends CallName> = z.infer<(typeof CONTRACT)[N]['request']>;
export type ResponseOf<N extends CallName> = z.infer<(typeof CONTRACT)[N]['response']>;

export const CALL_NAMES = Object.keys(CONTRACT) as readonly CallName[];

/** True for a name in the table; own properties only, so `constructor` is a stranger. */
export const isCallName = (name: string): name is CallName => Object.hasOwn(CONTRACT, name);
