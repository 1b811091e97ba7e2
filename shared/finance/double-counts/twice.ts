/** Schemes that claim the same of every pot: one plan entered twice, under whatever names and types. */

import { sumOf } from '../../units/sum';
import { type Finding, inOrder, type Look, WORTH_TELLING } from './finding';
import { type SchemeClaims, type Sums, schemeClaims } from './scheme-claims';

/** Claims on pots differ by no more than this part of the larger scheme's. */
const A_HAIR = 0.02;
/** Two types split one saving between trusts a little differently; two trusts' own plans share nothing. */
const SAME_TRUSTS = 0.5;

export function twice(look: Look): Finding[] {
  const groups: [string, SchemeClaims][][] = [];
  for (const [scheme, claims] of schemeClaims(look)) {
    if (claims.size < WORTH_TELLING) continue;
    const group = groups.find(([first]) => first && isSame(first[1], claims));
    if (group) group.push([scheme, claims]);
    else groups.push([[scheme, claims]]);
  }
  return groups
    .filter((group) => group.length > 1)
    .map((group) => {
      const sizes = group.map(([, { size }]) => size);
      const amount = sumOf(sizes, (size) => size) - Math.max(...sizes);
      const schemes = inOrder(
        look,
        group.map(([scheme]) => scheme),
      );
      return { code: 'twice', schemes, place: [], amount, removed: false };
    });
}

function isSame(a: SchemeClaims, b: SchemeClaims): boolean {
  const larger = Math.max(a.size, b.size);
  return (
    apart(a.byPot, b.byPot) <= A_HAIR * larger &&
    apart(a.byTrust, b.byTrust) <= SAME_TRUSTS * larger
  );
}

const apart = (a: Sums, b: Sums): number =>
  sumOf([...new Set([...a.keys(), ...b.keys()])], (key) =>
    Math.abs((a.get(key) ?? 0) - (b.get(key) ?? 0)),
  );
