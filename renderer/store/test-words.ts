/** A plan beside its tests in words: what it leaves as planned, at its track record, with capital refused. */
import type { GapView } from '../../shared/report/table';
import type { ScenarioSummary } from '../../shared/report/view-types';
import { formatMillions } from '../../shared/units/format';
import { midSentence } from '../../shared/units/words';
import { inScope } from './gap-scope';
import type { TestedPlan } from './plan-tests';

export interface TestFigure {
  /** Id of the test; the plan itself has none. */
  readonly test: string | null;
  /** The scenario that holds it; null where the plan has not been put to this test. */
  readonly scenario: string | null;
  readonly label: string;
  readonly description: string;
  /** What it leaves in the last year, £m, before STF; null until it is calculated. */
  readonly left: number | null;
}

/** The plan first, then its tests in their order. */
export function testFigures(
  { plan, tests }: TestedPlan,
  summaries: readonly ScenarioSummary[],
  scope: GapView,
): readonly TestFigure[] {
  const leftIn = (id: string | null): number | null => {
    const summary = summaries.find((each) => each.id === id);
    return summary ? inScope(summary.residual, scope) : null;
  };
  return [
    {
      test: null,
      scenario: plan.id,
      label: 'As planned',
      description: plan.description ?? '',
      left: leftIn(plan.id),
    },
    ...tests.map(({ id, name, description, scenario }) => ({
      test: id,
      scenario,
      label: name,
      description,
      left: scenario === null ? null : leftIn(scenario),
    })),
  ];
}

/** `As planned −£543.4m; track record −£701.2m.` and nothing of tests not yet run. */
export function testSentence(figures: readonly TestFigure[]): string {
  const told = figures.filter(({ left }) => left !== null);
  if (told.length < 2) return '';
  const words = told.map(({ label, left }) => `${label} ${formatMillions(left ?? 0)}`);
  return `${words.map((each, index) => (index === 0 ? each : midSentence(each))).join('; ')}.`;
}
