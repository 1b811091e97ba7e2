/** The story of a footprint in a few sentences, made from its figures and never from stock phrases alone. */
import { MARKS, type Mark } from '../../../shared/domain/mark';
import type { GapView, ReportTable } from '../../../shared/report/table';
import type { Headline, Views } from '../../../shared/report/view-types';
import { formatMillions } from '../../../shared/units/format';
import { sumOf } from '../../../shared/units/sum';
import { listOf, midSentence } from '../../../shared/units/words';
import { inScope, publishedScope, SCOPE_NAME } from '../../store/gap-scope';
import { amountWords } from '../../ui/amount-words';
import { unbroken } from '../../ui/unbroken';

const whole = (value: number) => formatMillions(Math.abs(value), { decimals: 0 });

export function openingSentence(views: Views): string {
  const { headline, footprint } = views;
  const scope = publishedScope(headline);
  const gap = inScope(headline.doNothing, scope);
  if (gap >= 0) {
    return `If nothing changes, the ${SCOPE_NAME[scope]} books in ${footprint.name} balance in ${headline.lastYear}.`;
  }
  return `If nothing changes, the ${SCOPE_NAME[scope]} books in ${footprint.name} are ${whole(gap)} short in ${headline.lastYear}.`;
}

export function planSentence(views: Views): string {
  const { headline } = views;
  const scope = publishedScope(headline);
  const scenario = views.scenarios.find(({ id }) => id === views.scenario);
  if (!scenario || scenario.schemes.length === 0)
    return 'No scheme is switched on in the scenario on show.';
  const net = inScope(headline.schemesNet, scope);
  const left = inScope(headline.residual, scope);
  const gap = inScope(headline.doNothing, scope);
  if (Math.abs(net) < 0.05) return `With ‘${scenario.name}’ it stays as it is.`;
  if (net < 0) return `With ‘${scenario.name}’ it is ${amountWords(net)} worse.`;
  if (left >= 0) return `‘${scenario.name}’ closes it.`;
  const share = gap < 0 ? Math.round((net / -gap) * 100) : 0;
  return `‘${scenario.name}’ closes ${share < 1 ? 'less than 1' : share}% of it and leaves ${whole(left)}.`;
}

export interface Paragraph {
  readonly title: string;
  readonly text: string;
}

export function paragraphs(views: Views): readonly Paragraph[] {
  const scenario = views.scenarios.find(({ id }) => id === views.scenario);
  return [
    { title: 'Why the gap opens', text: unbroken(causeWords(views)) },
    { title: 'Who is worse off on the way', text: unbroken(loserWords(views)) },
    {
      title: 'When the books balance',
      text: scenario?.firstYearInBalance
        ? `NHS and councils together balance in ${scenario.firstYearInBalance}.`
        : `NHS and councils together do not balance by ${views.headline.lastYear} in this scenario.`,
    },
  ];
}

function causeWords({ causes, headline }: Views): string {
  const steps = causes.steps
    .filter(({ kind }) => kind === 'step')
    .sort((a, b) => a.value - b.value)
    .filter(({ value }) => value <= -0.5);
  const [first, second, third] = steps;
  if (!first) return 'No single cause widens it.';
  const told = [first, second, third]
    .filter((step) => step !== undefined)
    .map(({ label, value }) => `${midSentence(label)} (${formatMillions(value, { decimals: 0 })})`);
  const helps = causes.steps.filter(({ kind, value }) => kind === 'step' && value > 0.5);
  const help = sumOf(helps, ({ value }) => value);
  const helped =
    help > 0
      ? ` Against them, ${listOf(helps.map(({ label }) => midSentence(label)))} brings ${whole(help)}.`
      : '';
  return `To ${headline.lastYear} the largest weights are ${listOf(told)}.${helped}`;
}

function loserWords(views: Views): string {
  const scenario = views.scenarios.find(({ id }) => id === views.scenario);
  const worst = scenario?.worseOff ?? [];
  if (worst.length === 0) return 'No organisation is worse off than under do nothing in any year.';
  const told = worst
    .slice(0, 3)
    .map(({ name, year, change }) => `${name} (${formatMillions(change)} in ${year})`);
  const rest = worst.length > 3 ? `, and ${worst.length - 3} more` : '';
  return `Against do nothing, at their worst: ${listOf(told)}${rest}.`;
}

export interface MarkCount {
  readonly mark: Mark;
  readonly count: number;
}

/** How many of the values behind the numbers stand how firmly. */
export function countMarks(tables: readonly ReportTable[]): readonly MarkCount[] {
  const rows = tables.flatMap((table) => table.rows).filter(({ kind }) => kind === 'input');
  return MARKS.map((mark) => ({ mark, count: rows.filter((row) => row.mark === mark).length }));
}

/** What a reader could think is included and is not, with the amounts where they are known. */
export function notIncluded(views: Views): readonly string[] {
  const { headline } = views;
  const scenario = views.scenarios.find(({ id }) => id === views.scenario);
  const scope = publishedScope(headline);
  const points = [
    `Sustainability and transformation funding: a fair share would be ${whole(scenario?.stfShare ?? 0)} in ${headline.lastYear}, if it is earned. Every gap is before it.`,
    ...pressurePoint(headline, scope),
    'How likely any of this is: low and high values stand beside the assumptions, but no chances are worked out from them.',
    'Savings of trusts and commissioners that no scheme of the scenario names.',
  ];
  if (!headline.published)
    points.splice(
      1,
      1,
      `A published gap to check against: this footprint published none${headline.localPressuresMark ? '' : ', so no local pressures are added'}.`,
    );
  if (headline.published?.note) points.push(`On the published figure: ${headline.published.note}`);
  return points;
}

/** Pressures that were set to fit explain nothing; those that somebody gave have a source of their own. */
function pressurePoint(headline: Headline, scope: GapView): readonly string[] {
  const amount = inScope(headline.localPressures, scope);
  if (headline.localPressuresMark !== 'calibrated' || Math.abs(amount) < 0.05) return [];
  return [
    `An account of the local pressures: ${whole(amount)} of the ${SCOPE_NAME[scope]} gap is set to meet the published gap. Nobody has said what it is made of.`,
  ];
}
