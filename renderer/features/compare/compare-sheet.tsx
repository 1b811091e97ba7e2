/** Two scenarios as a bridge, all of them as a table and as lines. */
import { SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { GapView } from '../../../shared/report/table';
import { BridgeChart } from '../../charts/bridge-chart';
import { GapChart } from '../../charts/gap-chart';
import { inScope, SCOPE_NAME } from '../../store/gap-scope';
import { useApp } from '../../store/use-app';
import { Section } from '../../ui/section';
import { compareHeadline, timing } from './compare-story';
import { CompareTable } from './compare-table';
import './compare.css';
import { upperFirst } from '../../../shared/units/words';

export function CompareSheet() {
  const views = useApp((state) => state.views);
  const chooseGapView = useApp((state) => state.chooseGapView);
  const scope = views?.bridge.scope ?? 'nhs';
  const [measure, setMeasure] = useState<'gap' | 'change'>('gap');
  const lines = useMemo(
    () =>
      (views?.scenarios ?? []).map(({ id, name, gapByYear }) => ({
        id,
        name,
        values: gapByYear.map((gap, year) => {
          const base = measure === 'change' ? views?.scenarios[0]?.gapByYear[year] : undefined;
          return inScope(gap, scope) - (base ? inScope(base, scope) : 0);
        }),
        emphasis: id === views?.scenario,
      })),
    [views, scope, measure],
  );
  if (!views) return null;
  const scenario = views.scenarios.find(({ id }) => id === views.scenario);
  const comparator = views.scenarios.find(({ id }) => id === views.comparator);
  const when = scenario && comparator ? timing(scenario, comparator, views.years, scope) : '';
  return (
    <div className="fb-page">
      <header className="fb-page-header">
        <div>
          <h1>{compareHeadline(views, scope)}</h1>
          <p>
            {views.bridge.title}, £m cash, {views.bridge.year}, {SCOPE_NAME[scope]}.{' '}
            {views.bridge.steps.some(({ kind }) => kind === 'step')
              ? 'Each bar is a scheme’s fair share whatever order they are taken in: what two would both save is shared by what each leaves. '
              : ''}
            {when}
          </p>
        </div>
        <SegmentedControl
          size="xs"
          aria-label="Whose gap"
          value={scope}
          onChange={(value) => chooseGapView(value as GapView)}
          data={[
            { value: 'nhs', label: 'NHS' },
            { value: 'social_care', label: 'Social care' },
            { value: 'total', label: 'Total' },
          ]}
        />
      </header>
      <BridgeChart bridge={views.bridge} />
      <div className="fb-compare-parts">
        <Section title="Every scenario, side by side">
          <CompareTable views={views} scope={scope} />
        </Section>
        <Section
          title={measure === 'gap' ? 'The gap year by year' : 'Better or worse than do nothing'}
          lead={`${upperFirst(SCOPE_NAME[scope])}, £m cash, before sustainability and transformation funding.`}
          aside={
            <SegmentedControl
              size="xs"
              aria-label="What the lines show"
              value={measure}
              onChange={(value) => setMeasure(value === 'change' ? 'change' : 'gap')}
              data={[
                { value: 'gap', label: 'The gap' },
                { value: 'change', label: 'Against do nothing' },
              ]}
            />
          }
        >
          <GapChart
            label={`The ${SCOPE_NAME[scope]} ${measure === 'gap' ? 'gap' : 'change against do nothing'} by year in ${lines.length} scenarios, £ million`}
            lines={lines}
            years={views.years}
          />
        </Section>
      </div>
    </div>
  );
}
