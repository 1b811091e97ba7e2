/** Two savings on one part of a trust's cost: what both would save, if they are chosen independently. */
import { eachCell } from './line-cells';
import type { Reader } from './read-projection';

export interface SharedCost {
  /** Ids of the two schemes, in the order of the document. */
  readonly schemes: readonly [string, string];
  /** The part of cost in which most of it lies. */
  readonly costLine: string;
  /** £m: the product of the two claims over what the part holds, added over trusts and parts. */
  readonly amount: number;
  /** £m of it that is not productivity on care that has gone: that is taken on the cost that is left. */
  readonly beside: number;
  /** £m: the smaller claim of each part; all of it is saved twice if the two are one plan. */
  readonly atMost: number;
}

/** £m that one scheme claims of a part of a trust's cost, by the way it is saved. */
interface LineClaim {
  readonly scheme: string;
  readonly efficiency: number;
  readonly declared: number;
  /** Released by lower activity, where two schemes have been compounded already. */
  readonly activity: number;
}

const CLAIMED = [
  ['line_efficiency_claim', 'efficiency'],
  ['line_declared_claim', 'declared'],
  ['line_unspoken_claim', 'declared'],
  ['line_activity_claim', 'activity'],
] as const;

/** Every pair of schemes that share a part of a trust's cost, in a year index of a draw. */
export function sharedCosts(
  reader: Reader,
  order: readonly string[],
  year: number,
  draw: number,
): SharedCost[] {
  const found = new Map<string, PairSums>();
  for (const { holds, costLine, claims } of claimsByLine(reader, order, year, draw)) {
    for (const [i, a] of claims.entries()) {
      for (const b of claims.slice(i + 1)) {
        const gone = a.efficiency * b.activity + a.activity * b.efficiency;
        const product = allWays(a) * allWays(b) - a.activity * b.activity;
        if (!(product > 0) || !(holds > 0)) continue;
        const key = JSON.stringify([a.scheme, b.scheme]);
        const pair = found.get(key) ?? { amount: 0, beside: 0, atMost: 0, byLine: new Map() };
        found.set(key, pair);
        pair.amount += product / holds;
        pair.beside += (product - gone) / holds;
        pair.atMost += Math.min(allWays(a) - a.activity, allWays(b) - b.activity);
        pair.byLine.set(costLine, (pair.byLine.get(costLine) ?? 0) + product / holds);
      }
    }
  }
  return [...found.entries()].map(([key, { byLine, ...sums }]) => ({
    schemes: JSON.parse(key) as [string, string],
    costLine: [...byLine.entries()].sort((x, y) => y[1] - x[1])[0]?.[0] ?? '',
    ...sums,
  }));
}

interface PairSums {
  amount: number;
  beside: number;
  atMost: number;
  /** Part of cost -> £m. */
  readonly byLine: Map<string, number>;
}

const allWays = (claim: LineClaim): number => claim.efficiency + claim.declared + claim.activity;

interface ClaimedLine {
  readonly holds: number;
  readonly costLine: string;
  /** In the order of the document. */
  readonly claims: readonly LineClaim[];
}

function claimsByLine(
  reader: Reader,
  order: readonly string[],
  year: number,
  draw: number,
): ClaimedLine[] {
  const lines = new Map<string, Map<string, LineClaim>>();
  for (const [id, way] of CLAIMED) {
    for (const { at, value } of eachCell(reader, id, year, draw)) {
      const { scheme = '', provider = '', cost_line: costLine = '' } = at;
      const key = JSON.stringify([provider, costLine]);
      const claims = lines.get(key) ?? new Map<string, LineClaim>();
      lines.set(key, claims);
      const claim = claims.get(scheme) ?? { scheme, efficiency: 0, declared: 0, activity: 0 };
      claims.set(scheme, { ...claim, [way]: claim[way] + value });
    }
  }
  return [...lines.entries()].map(([key, claims]) => {
    const [provider, costLine] = JSON.parse(key) as [string, string];
    return {
      holds: reader.value('line_pot', { provider, cost_line: costLine }, year, draw),
      costLine,
      claims: order.flatMap((scheme) => claims.get(scheme) ?? []),
    };
  });
}
