/** Schemes whose pounds go two ways at once, such as care that is an admission replaced and a bed freed. */
import { type Finding, type Look, WORTH_TELLING } from './finding';
import { schemeClaims } from './scheme-claims';

/** What a pound more than whole brings: the part of the claims that goes when each pound goes one way. */
export function overWhole(look: Look): Finding[] {
  const { reader, year, draw } = look;
  return [...schemeClaims(look)].flatMap(([scheme, claims]): Finding[] => {
    const uses = reader.value('pound_used', { scheme }, year, draw);
    const amount = claims.size * (1 - 1 / uses);
    if (!(uses > 1) || !(amount >= WORTH_TELLING)) return [];
    return [{ code: 'over_whole', schemes: [scheme], place: [], amount, removed: false }];
  });
}
