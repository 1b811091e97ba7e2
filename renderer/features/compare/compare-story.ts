/** The comparison in words: what a chair would want to hear first. */
import { DO_NOTHING } from '../../../shared/domain/scenario';
import type { GapView } from '../../../shared/report/table';
import type { ScenarioSummary, Views } from '../../../shared/report/view-types';
import { formatMillions } from '../../../shared/units/format';
import { upperFirst } from '../../../shared/units/words';
import { inScope, SCOPE_NAME } from '../../store/gap-scope';
import { amountWords } from '../../ui/amount-words';
import { unbroken } from '../../ui/unbroken';

const whole = (value: number) => formatMillions(Math.abs(value), { decimals: 0 });

/** One sentence: what the scenario closes against the comparator, and what it leaves. */
export function compareHeadline(views: Views, scope: GapView): string {
  const scenario = views.scenarios.find(({ id }) => id === views.scenario);
  const comparator = views.scenarios.find(({ id }) => id === views.comparator);
  if (!scenario || !comparator) return views.bridge.title;
  const left = inScope(scenario.residual, scope);
  const gap = inScope(comparator.residual, scope);
  const year = views.headline.lastYear;
  if (scenario.id === comparator.id) {
    return `${scenario.name} leaves ${gapWords(left, scope)} in ${year}. Choose another scenario to compare it with.`;
  }
  const better = left - gap;
  const scopeGap = `${SCOPE_NAME[scope]} gap`;
  if (Math.abs(better) < 0.05) {
    const why = scenario.schemes.length === 0 ? 'No scheme is on: ' : '';
    return `${why}${scenario.name} comes to the same as ${nameInSentence(comparator)} in ${year}.`;
  }
  // A share closed is a share of the do-nothing gap; against a plan, only the difference means something.
  if (comparator.id !== DO_NOTHING || gap >= 0) {
    if (left < 0 && gap < 0) {
      const size = `${amountWords(better)} ${better > 0 ? 'smaller' : 'larger'}`;
      return `${upperFirst(withScenario(scenario))} the ${scopeGap} is ${size} than ${withScenario(comparator)} in ${year}: ${whole(left)}.`;
    }
    const size = `${amountWords(better)} ${better > 0 ? 'better' : 'worse'}`;
    return `${scenario.name} is ${size} than ${nameInSentence(comparator)} in ${year}; it leaves ${gapWords(left, scope)}.`;
  }
  if (better < 0) {
    return `${scenario.name} widens the ${scopeGap} by ${amountWords(better)}, to ${whole(left)}, in ${year}.`;
  }
  if (left >= 0)
    return `${scenario.name} closes the ${scopeGap} by ${year}, with ${amountWords(left)} to spare.`;
  return `${closes(better, gap)} of the gap closes; ${whole(left)} of the ${scopeGap} remains in ${year}.`;
}

const gapWords = (left: number, scope: GapView): string =>
  left < 0
    ? `${scope === 'social_care' ? 'a' : 'an'} ${SCOPE_NAME[scope]} gap of ${whole(left)}`
    : `no ${SCOPE_NAME[scope]} gap`;

/** Do nothing is a name and a verb; inside a sentence it takes no capital. */
const nameInSentence = ({ id, name }: ScenarioSummary): string =>
  id === DO_NOTHING ? 'do nothing' : name;

const withScenario = (summary: ScenarioSummary): string =>
  summary.id === DO_NOTHING ? 'under do nothing' : `with ${summary.name}`;

/** Plain words where a share lies near a plain fraction, else the percentage. */
function closes(better: number, gap: number): string {
  const share = gap < 0 ? better / -gap : 0;
  if (Math.abs(share - 0.5) < 0.02) return 'Half';
  if (Math.abs(share - 1 / 3) < 0.02) return 'A third';
  if (Math.abs(share - 0.25) < 0.015) return 'A quarter';
  if (share < 0.005) return 'Less than 1%';
  return `${Math.round(share * 100)}%`;
}

/** When most of the help comes, from the year-by-year difference from do nothing. */
export function timing(
  scenario: ScenarioSummary,
  comparator: ScenarioSummary,
  years: readonly string[],
  scope: GapView,
): string {
  const help = years.map((_, index) => {
    const own = scenario.gapByYear[index];
    const other = comparator.gapByYear[index];
    return own && other ? inScope(own, scope) - inScope(other, scope) : 0;
  });
  if (comparator.id !== DO_NOTHING) return '';
  const worst = help.indexOf(Math.min(...help));
  const first = help.findIndex((value) => value >= 0.05);
  const cost = help[worst] ?? 0;
  const atWorst = `${whole(cost)} in ${years[worst]}`;
  if (first < 0)
    return cost <= -0.05 ? `It never helps in these years; at its worst it costs ${atWorst}.` : '';
  const helps = `The first year it helps is ${years[first]}.`;
  if (cost > -0.05) return helps;
  return worst < first
    ? `It costs more than it saves before it helps: ${atWorst}. ${helps}`
    : `${helps} At its worst it costs ${atWorst}.`;
}

/** The worst hit and how many more, a line for each. */
export function worseOffLines({ worseOff }: ScenarioSummary, most = 2): readonly string[] {
  if (worseOff.length === 0) return ['nobody'];
  const named = worseOff
    .slice(0, most)
    .map(({ name, year, change }) => `${name}: ${unbroken(formatMillions(change))} in ${year}`);
  const rest = worseOff.length - named.length;
  return rest > 0 ? [...named, `and ${rest} more`] : named;
}
