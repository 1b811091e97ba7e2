/** What each scheme claims of every pot, £m at average cost: as if it were alone. */
import { eachCell } from '../line-cells';
import type { Look } from './finding';

/** Pot -> £m, however it is saved. */
export type Sums = ReadonlyMap<string, number>;

export interface SchemeClaims {
  /** By cohort and setting, service or part of cost. */
  readonly byPot: Sums;
  /** By trust; commissioners draw alike. */
  readonly byTrust: Sums;
  /** £m of every pot. */
  readonly size: number;
}

/**
 * Every pound that can be claimed stands in one of these, and the dimension that names its pot. Staffed
 * capacity is in activity, efficiency is in its parts.
 */
const CLAIMS = [
  ['activity_claim', ['cohort', 'setting']],
  ['spend_claim', ['direct_service']],
  ['service_claim', ['service']],
  ['line_efficiency_claim', ['cost_line']],
  ['line_declared_claim', ['cost_line']],
  ['line_unspoken_claim', ['cost_line']],
  ['unnamed_claim', []],
] as const;

/** Scheme id -> its claims, for every scheme that is on. */
export function schemeClaims({ reader, on, year, draw }: Look): Map<string, SchemeClaims> {
  const found = new Map(
    on.map((scheme) => [
      scheme,
      { byPot: new Map<string, number>(), byTrust: new Map<string, number>(), size: 0 },
    ]),
  );
  for (const [line, named] of CLAIMS) {
    for (const { at, value } of eachCell(reader, line, year, draw)) {
      const claims = found.get(at.scheme ?? '');
      if (!claims || !(value > 0)) continue;
      add(claims.byPot, named.map((dimension) => at[dimension]).join(), value);
      if (at.provider) add(claims.byTrust, at.provider, value);
      claims.size += value;
    }
  }
  return found;
}

function add(sums: Map<string, number>, key: string, value: number): void {
  sums.set(key, (sums.get(key) ?? 0) + value);
}
