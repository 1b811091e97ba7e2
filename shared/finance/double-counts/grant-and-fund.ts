/** Grants for schemes beside the earned fund: the indicative figure is the whole of what is available. */
import { type Finding, inOrder, type Look, WORTH_TELLING } from './finding';

export function grantAndFund(look: Look): Finding[] {
  const { reader, pots, year, draw } = look;
  const pot = pots.find((each) => each.kind === 'outside_money');
  if (!pot || pot.claimed <= 0) return [];
  const amount = pot.claimed + reader.value('stf_earned', {}, year, draw) - pot.holds;
  // Grants alone above the pot are told as overdrawn.
  if (!(amount >= WORTH_TELLING) || pot.claimed >= pot.holds + WORTH_TELLING) return [];
  const schemes = inOrder(
    look,
    pot.claims.map((claim) => claim.scheme),
  );
  return [{ code: 'grant_and_fund', schemes, kind: pot.kind, place: [], amount, removed: false }];
}
