/** Every scenario side by side: what is left, what it took, and who pays on the way. */
import { type CSSProperties, type ReactNode, useEffect, useRef } from 'react';
import type { GapView } from '../../../shared/report/table';
import type { ScenarioSummary, Views } from '../../../shared/report/view-types';
import { formatNumber } from '../../../shared/units/format';
import { inScope, SCOPE_NAME } from '../../store/gap-scope';
import { Signed } from '../../ui/signed';
import { worseOffLines } from './compare-story';

interface CompareTableProps {
  readonly views: Views;
  readonly scope: GapView;
}

interface Line {
  readonly label: string;
  readonly strong?: boolean;
  readonly words?: boolean;
  readonly cell: (summary: ScenarioSummary, isBase: boolean) => ReactNode;
}

const NONE = <span className="fb-soft">–</span>;

function linesFor(views: Views, scope: GapView): readonly Line[] {
  const { lastYear } = views.headline;
  const first = views.years[1] ?? lastYear;
  const residual: readonly { scope: GapView; label: string }[] = [
    { scope: 'nhs', label: 'NHS' },
    { scope: 'social_care', label: 'social care and public health' },
    { scope: 'total', label: 'NHS and social care' },
  ];
  return [
    ...residual.map(({ scope: part, label }) => ({
      label: `Residual gap, ${label}`,
      strong: part === scope,
      cell: (summary: ScenarioSummary) => <Signed value={inScope(summary.residual, part)} />,
    })),
    {
      label: `Schemes, net of what they cost, ${SCOPE_NAME[scope]}`,
      cell: (summary, isBase) =>
        isBase ? NONE : <Signed value={inScope(summary.schemesNet, scope)} plus />,
    },
    {
      label: `Cumulative gap, ${first} to ${lastYear}, ${SCOPE_NAME[scope]}`,
      cell: (summary) => <Signed value={inScope(summary.cumulative, scope)} />,
    },
    {
      label: 'First year in balance, NHS and social care',
      words: true,
      cell: (summary) => summary.firstYearInBalance ?? `not by ${lastYear}`,
    },
    {
      label: 'Capital asked for, with optimism bias',
      cell: (summary) => (summary.capital === 0 ? NONE : formatNumber(summary.capital)),
    },
    {
      label: `Fair share of STF in ${lastYear}, if earned`,
      cell: (summary) => formatNumber(summary.stfShare),
    },
    {
      label: 'Claimed: cash, capacity, on paper only',
      words: true,
      cell: ({ claimed }, isBase) => (isBase ? NONE : <Claimed claimed={claimed} />),
    },
    {
      label: 'Red and amber flags',
      words: true,
      cell: ({ flags }, isBase) => (isBase ? NONE : <Flags flags={flags} />),
    },
    {
      label: 'Schemes switched on',
      words: true,
      cell: (summary) => (summary.schemes.length === 0 ? NONE : <Names names={summary.schemes} />),
    },
    {
      label: 'Who is worse off on the way',
      words: true,
      cell: (summary, isBase) => (isBase ? NONE : <Lines lines={worseOffLines(summary)} />),
    },
  ];
}

function Claimed({ claimed }: Pick<ScenarioSummary, 'claimed'>) {
  const { cash, capacity, notional } = claimed;
  if (Math.abs(cash) + Math.abs(capacity) + Math.abs(notional) < 0.05) return NONE;
  return <>{[cash, capacity, notional].map((value) => formatNumber(value)).join(' · ')}</>;
}

function Flags({ flags: { red, amber } }: Pick<ScenarioSummary, 'flags'>) {
  if (red + amber === 0) return <>none</>;
  return (
    <>
      <span className={red > 0 ? 'fb-worse' : ''}>{red} red</span> · {amber} amber
    </>
  );
}

/** Beyond these the names are folded away, so that one long list does not stretch every column. */
const MOST_NAMES = 4;

function Names({ names }: { readonly names: readonly string[] }) {
  if (names.length <= MOST_NAMES) return <Lines lines={names} />;
  return (
    <details className="fb-compare-names">
      <summary>{names.length} schemes</summary>
      <Lines lines={names} />
    </details>
  );
}

const Lines = ({ lines }: { readonly lines: readonly string[] }) => (
  <ul className="fb-compare-lines">
    {lines.map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ul>
);

export function CompareTable({ views, scope }: CompareTableProps) {
  const scroller = useRef<HTMLElement>(null);
  // With many scenarios the one on show may lie beyond the edge.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another scenario on show is what moves it.
  useEffect(() => {
    const part = scroller.current;
    const head = part?.querySelector<HTMLElement>('th.fb-chosen');
    if (!part || !head) return;
    const hidden = head.offsetLeft + head.offsetWidth - (part.scrollLeft + part.clientWidth);
    if (hidden > 0) part.scrollLeft += hidden;
  }, [views.scenario]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard.
    <section ref={scroller} className="fb-scroll" tabIndex={0} aria-label="Scenarios side by side">
      <table
        className="fb-table fb-compare-table"
        style={{ '--fb-scenarios': views.scenarios.length } as CSSProperties}
      >
        <caption className="fb-hidden">Scenarios side by side, £ million</caption>
        <thead>
          <tr>
            <th scope="col">£m cash, {views.headline.lastYear}, before STF</th>
            {views.scenarios.map(({ id, name }) => (
              <th
                key={id}
                scope="col"
                className={id === views.scenario ? 'fb-number fb-chosen' : 'fb-number'}
              >
                {name}
                {id === views.scenario ? <span className="fb-hidden"> (on show)</span> : null}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {linesFor(views, scope).map((line) => (
            <tr key={line.label} className={line.strong ? 'fb-strong' : undefined}>
              <th scope="row">{line.label}</th>
              {views.scenarios.map((summary, index) => (
                <td
                  key={summary.id}
                  className={[
                    line.words ? 'fb-compare-words' : 'fb-number',
                    summary.id === views.scenario ? 'fb-chosen-column' : '',
                  ].join(' ')}
                >
                  {line.cell(summary, index === 0)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
