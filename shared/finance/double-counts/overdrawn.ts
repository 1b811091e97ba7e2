/** Schemes that together claim more of a pot than it holds. */

import { sumOf } from '../../units/sum';
import type { Pot } from '../claims';
import { placeOf } from '../overlaps';
import { type Finding, inOrder, type Look, WORTH_TELLING } from './finding';

/** Organisations draw alike, so a pot is told once for the footprint. */
export function overdrawn(look: Look): Finding[] {
  const groups = new Map<string, Pot[]>();
  // What is taken from trusts' cost is held to what efficiency can reach, not to the cost itself.
  for (const pot of look.pots.filter((each) => each.kind !== 'trust_cost')) {
    const key = JSON.stringify([pot.kind, placeOf(pot)]);
    groups.set(key, [...(groups.get(key) ?? []), pot]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group as [Pot, ...Pot[]];
    const amount = sumOf(group, (pot) => pot.claimed - pot.holds);
    if (!(amount >= WORTH_TELLING)) return [];
    const schemes = inOrder(
      look,
      group.flatMap((pot) => pot.claims.map((claim) => claim.scheme)),
    );
    const place = placeOf(first);
    return [{ code: 'overdrawn', schemes, kind: first.kind, place, amount, removed: false }];
  });
}
