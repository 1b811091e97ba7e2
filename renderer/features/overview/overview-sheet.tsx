/** The story in words and the few pictures that carry it. */
import { useMemo } from 'react';
import { BridgeChart } from '../../charts/bridge-chart';
import { GapChart } from '../../charts/gap-chart';
import { hatchWords, inScope, publishedScope, SCOPE_NAME } from '../../store/gap-scope';
import { testedPlan } from '../../store/plan-tests';
import { testFigures, testSentence } from '../../store/test-words';
import { useApp } from '../../store/use-app';
import { Section } from '../../ui/section';
import { unbroken } from '../../ui/unbroken';
import { MarkCounts } from './mark-counts';
import {
  countMarks,
  notIncluded,
  openingSentence,
  type Paragraph,
  paragraphs,
  planSentence,
} from './overview-story';
import './overview.css';

export function OverviewSheet() {
  const views = useApp((state) => state.views);
  const showSheet = useApp((state) => state.showSheet);
  const tests = useTestParagraph();
  const scope = views ? publishedScope(views.headline) : 'nhs';
  const lines = useMemo(
    () =>
      (views?.scenarios ?? []).map(({ id, name, gapByYear }) => ({
        id,
        name,
        values: gapByYear.map((gap) => inScope(gap, scope)),
        emphasis: id === views?.scenario,
      })),
    [views, scope],
  );
  if (!views) return null;
  return (
    <div className="fb-page">
      <div className="fb-overview">
        <header className="fb-overview-header">
          <h1>
            {openingSentence(views)} {planSentence(views)}
          </h1>
          <p className="fb-soft">
            {views.footprint.name}, {views.footprint.region}, population{' '}
            {(views.footprint.population / 1e6).toFixed(2)} million. £m cash, before sustainability
            and transformation funding.
          </p>
        </header>
        <div className="fb-overview-story">
          {[...paragraphs(views), ...tests].map(({ title, text }) => (
            <section key={title}>
              <h2>{title}</h2>
              <p>{text}</p>
            </section>
          ))}
        </div>
        <div className="fb-overview-charts">
          <Section
            title={`The ${SCOPE_NAME[scope]} gap year by year`}
            lead="£m cash. The heavier line is the scenario on show."
          >
            <GapChart
              label={`The ${SCOPE_NAME[scope]} gap by year in ${lines.length} scenarios, £ million`}
              lines={lines}
              years={views.years}
              height={328}
            />
          </Section>
          <Section
            title={views.causes.title}
            lead={`From ${views.years[0]} to ${views.causes.year}, £m, ${SCOPE_NAME[views.causes.scope]}.${hatchWords(views.headline)}`}
          >
            <BridgeChart bridge={views.causes} height={300} />
          </Section>
        </div>
        <div className="fb-overview-pair">
          <Section
            title="What was assumed"
            lead="How firmly the values behind these numbers stand. Each shows its standing wherever it is used."
          >
            <MarkCounts counts={countMarks([views.baseline, views.assumptions, views.schemes])} />
            <button type="button" className="fb-link" onClick={() => showSheet('assumptions')}>
              See every assumption
            </button>
          </Section>
          <Section title="What is not in here">
            <ul className="fb-overview-list">
              {notIncluded(views).map((point) => (
                <li key={point}>{point}</li>
              ))}
            </ul>
          </Section>
        </div>
      </div>
    </div>
  );
}

/** How the plan on show fared in the tests it was put to; nothing where it was put to none. */
function useTestParagraph(): readonly Paragraph[] {
  const document = useApp((state) => state.document);
  const children = useApp((state) => state.catalogue?.childScenarios);
  const scenario = useApp((state) => state.scenario);
  const views = useApp((state) => state.views);
  const tested = document && testedPlan(document, children ?? [], scenario);
  if (!tested || !views) return [];
  const scope = publishedScope(views.headline);
  const told = testSentence(testFigures(tested, views.scenarios, scope));
  return told === ''
    ? []
    : [{ title: 'Put to the test', text: unbroken(`${tested.plan.name}. ${told}`) }];
}
