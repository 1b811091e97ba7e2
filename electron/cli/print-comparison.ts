/** The one-screen comparison: do nothing and the scenarios, gap by year, what remains in the last. */
import { childId } from '../../shared/document/add-child';
import { createDocument } from '../../shared/document/create-document';
import type { PublishedStep } from '../../shared/domain/footprint';
import type { Library } from '../../shared/domain/library';
import { describeProblem } from '../../shared/errors/problem';
import { buildViews } from '../../shared/report/build-views';
import { inScope } from '../../shared/report/gap-view';
import type { GapView } from '../../shared/report/table';
import type { Views } from '../../shared/report/view-types';
import { formatMillions, formatNumber, formatPercent } from '../../shared/units/format';
import { publishedOf, publishedText } from './print-published';
import { terminalTable, wrap } from './terminal-table';

/** The comparison of a footprint as it ships. Throws only when the footprint is not there: check it first. */
export function printComparison(library: Library, footprintId: string): string {
  const document = createDocument(library, footprintId);
  const views = document.ok
    ? buildViews(library, document.value, { scenario: 'do-nothing', comparator: 'do-nothing' })
    : document;
  if (!views.ok) throw new Error(views.problems.map(describeProblem).join('\n'));
  return comparisonText(views.value, { published: publishedOf(library, views.value.footprint.id) });
}

export interface Beside {
  readonly published: readonly PublishedStep[];
  /** Id of the child that stands below every scenario with schemes. */
  readonly child?: string;
}

export const viewName: Readonly<Record<GapView, string>> = {
  nhs: 'NHS',
  social_care: 'social care and public health',
  total: 'health and social care',
};

export function comparisonText(views: Views, beside: Beside): string {
  const { headline, years } = views;
  const view = headline.scope;
  const people = formatNumber(views.footprint.population / 1e6, { decimals: 1 });
  const columns = [
    { title: `£m cash, ${viewName[view]}` },
    ...years.map((title) => ({ title, right: true })),
  ];
  const body = views.scenarios.map((scenario) => [
    scenario.name,
    ...scenario.gapByYear.map((gap) => formatNumber(inScope(gap, view))),
  ]);
  const residual = [
    { title: `Left in ${headline.lastYear}, £m` },
    { title: 'NHS', right: true },
    { title: 'Social care', right: true },
    { title: 'Together', right: true },
    { title: 'Schemes, net', right: true },
    { title: 'In balance', right: true },
  ];
  const left = views.scenarios.map((scenario) => [
    scenario.name,
    formatNumber(scenario.residual.nhs),
    formatNumber(scenario.residual.socialCare),
    formatNumber(scenario.residual.total),
    scenario.id === 'do-nothing' ? '–' : formatNumber(scenario.schemesNet.total, { signed: true }),
    scenario.firstYearInBalance ?? `not by ${headline.lastYear}`,
  ]);
  return [
    `${views.footprint.name} · ${views.footprint.region} · ${people}m people`,
    ...payback(views),
    ...childNote(views, beside.child),
    '',
    terminalTable(columns, body),
    '',
    terminalTable(residual, left),
    '',
    ...pressureNote(views),
    ...replacedNote(views),
    wrap('A shortfall is negative. Before sustainability and transformation funding.'),
    ...publishedText(beside.published),
  ].join('\n');
}

/** As planned and as the child has it, a sentence a scenario. */
function childNote({ scenarios, headline }: Views, child: string | undefined): string[] {
  if (child === undefined) return [];
  const told = scenarios.flatMap((planned) => {
    const other = scenarios.find(({ id }) => id === childId(planned.id, child));
    if (!other) return [];
    const [before, after] = [planned, other].map(({ schemesNet }) =>
      formatMillions(schemesNet.total, { signed: true }),
    );
    return [`${planned.name}: as planned ${before}; ${childWords(child)} ${after}.`];
  });
  if (told.length === 0) return [];
  return [wrap(`What the schemes do in ${headline.lastYear}, net of what they cost.`), ...told];
}

const CHILD_WORDS: Readonly<Record<string, string>> = {
  'track-record': 'at track record',
  'capital-refused': 'with capital refused',
};

export const childWords = (child: string): string => CHILD_WORDS[child] ?? child;

/** An analyst's own line in place of a shipped one is said wherever results are. */
export function replacedNote({ replaced }: Views): string[] {
  if (replaced.length === 0) return [];
  return [wrap(`Lines of the model replaced in this document: ${replaced.join(', ')}.`)];
}

/** Said aloud, because it is the first thing a reader will ask. */
function payback(views: Views): string[] {
  const others = views.scenarios.filter((scenario) => scenario.schemes.length > 0);
  if (others.length === 0) return [];
  const paying = others.filter((scenario) => scenario.schemesNet.total > 0);
  const { lastYear } = views.headline;
  if (paying.length === 0) {
    return [
      wrap(
        `On these values no scenario repays by ${lastYear} what its schemes cost; the evidence is beside each parameter.`,
      ),
    ];
  }
  return [
    wrap(
      `Scenarios that repay by ${lastYear} what their schemes cost: ${paying.map((each) => each.name).join(', ')}.`,
    ),
  ];
}

/** The published figure and the calibrated line, so that nobody takes the fit for a finding. */
export function pressureNote({ headline }: Views): string[] {
  const { published, localPressuresMark, scope } = headline;
  if (!published)
    return [wrap('No yearly do-nothing gap was published, so nothing is calibrated.')];
  const { value, mark, scopeWords, note, year, doNothing, localPressures } = published;
  const local = inScope(localPressures, scope);
  const gap = inScope(doNothing, scope);
  const { nhs, socialCare } = localPressures;
  const split =
    nhs !== 0 && socialCare !== 0 && scope === 'total'
      ? ` (NHS ${formatMillions(nhs)}, social care ${formatMillions(socialCare)})`
      : '';
  const part = formatPercent(Math.abs(local / gap), { decimals: 0 });
  const standing =
    localPressuresMark === 'calibrated'
      ? 'marked calibrated: set to meet the published figure'
      : `marked ${localPressuresMark ?? 'derived'}: not as it ships`;
  return [
    wrap(
      `Published do-nothing gap for ${year}: ${formatMillions(value)} (figure ${mark}; ${scopeWords}). Of the ${formatMillions(gap)} of that year here, ${formatMillions(local)}${split}, ${part}, is the line "local pressures not explained by national assumptions", ${standing}.`,
    ),
    ...(note === '' ? [] : [wrap(`On the published figure: ${note}.`)]),
  ];
}
