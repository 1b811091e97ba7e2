/** The claims ledger of a scenario in one year: pots, claims, overlaps by name, and double counts. */
import type { Scenario } from '../domain/scenario';
import { type Pot, readPots } from './claims';
import { sharedCosts } from './cost-line-overlaps';
import { type Finding, findDoubleCounts } from './double-counts';
import { type Model, schemesOn } from './open-model';
import { nameOverlaps, type Overlap } from './overlaps';
import type { Reader } from './read-projection';

export interface Ledger {
  readonly pots: readonly Pot[];
  readonly overlaps: readonly Overlap[];
  readonly findings: readonly Finding[];
}

/** Reads the year index of a draw in which the scenario was run. */
export function readLedger(
  model: Model,
  reader: Reader,
  scenario: Scenario,
  year: number,
  draw: number,
): Ledger {
  const on = schemesOn(model.document, scenario);
  const pots = readPots(model, reader, scenario, year, draw);
  const shared = sharedCosts(reader, on, year, draw);
  const overlaps = nameOverlaps(pots, shared);
  const look = { model, reader, scenario, on, year, draw, pots, shared, overlaps };
  return { pots, overlaps, findings: findDoubleCounts(look) };
}
