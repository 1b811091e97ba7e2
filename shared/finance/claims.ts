/**
 * Claims: every saving draws on a named pot that can run out. A pot is a cohort at a trust in a setting, its
 * staffed capacity, a commissioner's spend on a service, a trust's cost, a part of that cost, or money from outside.
 */
import type { Scenario } from '../domain/scenario';
import { sumOf } from '../units/sum';
import { eachCell, type Place } from './line-cells';
import { type Model, schemesOn } from './open-model';
import type { Reader } from './read-projection';

export type PotKind =
  | 'activity'
  /** Staffed capacity, also where there are no beds. */
  | 'beds'
  | 'spend'
  | 'trust_cost'
  | 'efficiency'
  | 'cost_line'
  | 'service'
  | 'outside_money';

/** What one scheme claims of a pot, £m in the year. */
export interface Claim {
  readonly scheme: string;
  /** As if the scheme were alone. */
  readonly claimed: number;
  /** After overlap; what the model counts. */
  readonly counted: number;
}

export interface Pot {
  readonly kind: PotKind;
  /** Dimension id -> element id; empty for a pot of the whole footprint. */
  readonly at: Place;
  /** What can be saved from it at all, £m in the year. */
  readonly holds: number;
  readonly claims: readonly Claim[];
  readonly claimed: number;
  readonly counted: number;
}

/** Where the pots of a kind stand in the model text; dimensions a line has beyond `at` are summed. */
interface PotLines {
  readonly kind: PotKind;
  readonly at: readonly string[];
  readonly holds: string;
  readonly claimed: readonly string[];
  readonly counted: readonly string[];
}

const RELEASED = ['activity_cost_released', 'direct_cost_released'];

const POTS: readonly PotLines[] = [
  {
    kind: 'activity',
    at: ['cohort', 'provider', 'setting'],
    holds: 'activity_pot',
    claimed: ['activity_claim'],
    counted: ['activity_counted'],
  },
  {
    kind: 'beds',
    at: ['cohort', 'provider', 'setting'],
    holds: 'bed_pot',
    claimed: ['bed_claim'],
    counted: ['bed_counted'],
  },
  {
    kind: 'spend',
    at: ['commissioner', 'direct_service'],
    holds: 'spend_pot',
    claimed: ['spend_claim'],
    counted: ['spend_saved'],
  },
  {
    kind: 'trust_cost',
    at: ['provider'],
    holds: 'provider_cost_without_schemes',
    claimed: [...RELEASED, 'efficiency_claim'],
    counted: [...RELEASED, 'efficiency_saved'],
  },
  {
    kind: 'efficiency',
    at: ['provider'],
    holds: 'efficiency_pot',
    claimed: ['efficiency_claim'],
    counted: ['efficiency_claim'],
  },
  {
    kind: 'cost_line',
    at: ['provider', 'cost_line'],
    holds: 'line_pot',
    claimed: ['line_efficiency_claim', 'line_declared_claim'],
    // Efficiency is compounded on a trust's cost as a whole; only what is declared stands here uncut.
    counted: ['line_declared_claim'],
  },
  {
    kind: 'service',
    at: ['service'],
    holds: 'service_pot',
    claimed: ['service_claim', 'service_spend_claim'],
    // Direct spend is compounded in its own pot.
    counted: ['service_claim'],
  },
  {
    kind: 'outside_money',
    at: [],
    holds: 'outside_money_pot',
    claimed: ['outside_money_claim'],
    counted: ['outside_money_claim'],
  },
];

/** The pots that the schemes of a scenario draw on, in a year index of a run. */
export function readPots(
  model: Model,
  reader: Reader,
  scenario: Scenario,
  year: number,
  draw: number,
): Pot[] {
  const on = new Set(schemesOn(model.document, scenario));
  const pots = POTS.flatMap((lines) => potsOf(lines, reader, on, year, draw));
  // A service nobody declares a saving on is told by its pot of spend alone.
  return pots.filter((pot) => pot.kind !== 'service' || pot.counted > 0);
}

function potsOf(
  lines: PotLines,
  reader: Reader,
  on: ReadonlySet<string>,
  year: number,
  draw: number,
): Pot[] {
  const pots = new Map<string, { at: Place; claims: Map<string, Claim> }>();
  const add = (line: string, side: 'claimed' | 'counted') => {
    for (const { at, value } of eachCell(reader, line, year, draw)) {
      const scheme = at.scheme ?? '';
      if (!on.has(scheme)) continue;
      const place = Object.fromEntries(
        lines.at.map((dimension) => [dimension, at[dimension] ?? '']),
      );
      const key = JSON.stringify(place);
      const pot = pots.get(key) ?? { at: place, claims: new Map<string, Claim>() };
      pots.set(key, pot);
      const claim = pot.claims.get(scheme) ?? { scheme, claimed: 0, counted: 0 };
      pot.claims.set(scheme, { ...claim, [side]: claim[side] + value });
    }
  };
  for (const line of lines.claimed) add(line, 'claimed');
  for (const line of lines.counted) add(line, 'counted');
  return [...pots.values()].map(({ at, claims }) => {
    // What adds to a pot, such as an early rise in admissions, claims nothing of it.
    const list = [...claims.values()].filter((claim) => claim.claimed > 0 || claim.counted > 0);
    return {
      kind: lines.kind,
      at,
      holds: reader.value(lines.holds, at, year, draw),
      claims: list,
      claimed: sumOf(list, (claim) => claim.claimed),
      counted: sumOf(list, (claim) => claim.counted),
    };
  });
}
