/** A finding of the ledger in a sentence: who, of what, how much, and whether it still stands. */
import type { PotKind } from '../finance/claims';
import type { Finding } from '../finance/double-counts';
import { formatMillions } from '../units/format';
import { listOf } from '../units/words';

/** The part of trusts' cost that belongs to the centre. */
const CENTRAL = 'central';

/** `schemes`: names of the finding's schemes, in its order. `name`: the label of an element or a line. */
export function findingSentence(
  finding: Finding,
  schemes: readonly string[],
  name: (id: string) => string,
): string {
  const amount = formatMillions(finding.amount);
  const who = listOf(schemes);
  const one = schemes.length === 1;
  const verb = (plural: string) => (one ? `${plural}s` : plural);
  const labels = finding.place.map(name);
  const pot = potInWords(finding.kind, labels);
  switch (finding.code) {
    case 'overdrawn':
      if (finding.place.includes(CENTRAL)) {
        return `${who} ${verb('claim')} ${amount} of ${labels.map(lowerFirst).join(', ')}. That is counted nationally and holds nothing for a local plan.`;
      }
      return overdrawn(finding.kind, `${who} ${verb('claim')} ${amount} more`, pot);
    case 'overlap':
      return `${who} both draw on ${pot}; ${amount} would be saved twice and has been taken off.`;
    case 'shared_line':
      return `${who} both save on ${pot}. ${standing(finding)}`;
    case 'same_pound':
      return `${schemes[0] ?? ''} books ${amount} on ${labels.map(lowerFirst).join(', ')}, which is income the other side loses. ${otherHalf(schemes.slice(1))}`.trim();
    case 'unnamed':
      return `${who} saves ${amount} and does not say of what. Name the service or the part of trusts' cost.`;
    case 'over_whole':
      return `Each pound of ${who} goes more than one way; about ${amount} of what it claims is counted twice.`;
    case 'grant_and_fund':
      return `${one ? 'The grant' : 'Grants'} for ${who} and the earned fund together are ${amount} above what is available from all sources.`;
    case 'twice':
      return `${who} claim the same of every pot; ${amount} may be one plan entered ${schemes.length === 2 ? 'twice' : `${schemes.length} times`}.`;
    case 'assumption_and_scheme':
      return `The scenario lowers ${listOf(labels.map((label) => `'${label}'`))}, and ${who} ${verb('lower')} the same thing; up to ${amount} is taken off twice.`;
  }
}

function overdrawn(kind: PotKind | undefined, claims: string, pot: string): string {
  switch (kind) {
    case 'activity':
      return `${claims} of ${pot} than can be avoided at all.`;
    case 'efficiency':
      return `${claims} than efficiency can reach of trusts' cost.`;
    case 'outside_money':
      return `${claims} from outside than is available from all sources.`;
    default:
      return `${claims} of ${pot} than it holds.`;
  }
}

function standing({ amount, atMost }: Finding): string {
  const about = `About ${formatMillions(amount)} stands in both`;
  return atMost === undefined
    ? `${about}.`
    : `${about} if they were chosen independently, and ${formatMillions(atMost)} if they are one plan.`;
}

const otherHalf = (schemes: readonly string[]): string =>
  schemes.length === 0
    ? ''
    : `${listOf(schemes)} ${schemes.length === 1 ? 'takes' : 'take'} cost out of the same care.`;

/** `emergency admissions of care home residents`; without a place, what kind of pot it is. */
function potInWords(kind: PotKind | undefined, labels: readonly string[]): string {
  const [first = '', second = ''] = labels.map(lowerFirst);
  const known = labels.length > 0;
  switch (kind) {
    case 'activity':
      return known ? `${second} of ${first}` : 'the same activity';
    case 'beds':
      return known ? `staffed capacity for ${second} of ${first}` : 'the same staffed capacity';
    case 'spend':
    case 'service':
      return known ? `commissioners' spend on ${first}` : "the same of commissioners' spend";
    default:
      return known ? `trusts' cost of ${first}` : "the same of trusts' cost";
  }
}

/** `Back office` -> `back office`; `A&E` and `Better Care Fund` stay. */
const lowerFirst = (label: string): string =>
  /^[A-Z][a-z]+(?! [A-Z])\b/.test(label)
    ? `${label.charAt(0).toLowerCase()}${label.slice(1)}`
    : label;
