/** The claims ledger of a scenario in one year: pots, claims, overlaps by name, and double counts. */
import type { Scenario } from '../domain/scenario';
import { type Pot, readPots } from './claims';
import { type Finding, findDoubleCounts } from './double-counts';
import type { Model } from './open-model';
import { nameOverlaps, type Overlap } from './overlaps';
import type { Reader } from './read-projection';

export interface Ledger {
  readonly pots: readonly Pot[];
  readonly overlaps: readonly Overlap[];
  readonly findings: readonly Finding[];
}

export function readLedger(
  model: Model,
  reader: Reader,
  scenario: Scenario,
  year: number,
  draw: number,
): Ledger {
  const pots = readPots(model, reader, scenario, year, draw);
  const overlaps = nameOverlaps(pots);
  const findings = findDoubleCounts({ model, reader, scenario, year, draw, pots, overlaps });
  return { pots, overlaps, findings };
}
