/** What the plan on show leaves as planned, and a button for each test that plans have failed before. */
import { Fragment } from 'react';
import { formatMillions } from '../../../shared/units/format';
import { publishedScope } from '../../store/gap-scope';
import { testedPlan } from '../../store/plan-tests';
import { type TestFigure, testFigures, testSentence } from '../../store/test-words';
import { useApp } from '../../store/use-app';
import { unbroken } from '../../ui/unbroken';
import './plan-tests.css';

export function PlanTests() {
  const document = useApp((state) => state.document);
  const children = useApp((state) => state.catalogue?.childScenarios) ?? [];
  const scenario = useApp((state) => state.scenario);
  const views = useApp((state) => state.views);
  const putToTest = useApp((state) => state.putToTest);
  const chooseScenario = useApp((state) => state.chooseScenario);
  const tested = document && testedPlan(document, children, scenario);
  if (!tested || !views) return null;
  const scope = publishedScope(views.headline);
  const figures = testFigures(tested, views.scenarios, scope);
  return (
    <section className="fb-tests" aria-label="The plan put to the test">
      <span className="fb-tests-plan">{tested.plan.name}</span>
      {[...figures.filter(isRun), ...figures.filter((each) => !isRun(each))].map(
        (figure, index, all) => (
          <Fragment key={figure.test ?? 'plan'}>
            {!isRun(figure) && isRun(all[index - 1] ?? figure) ? (
              <span className="fb-tests-plan">Put it to the test:</span>
            ) : null}
            <TestButton
              figure={figure}
              isShown={figure.scenario === scenario}
              onPress={() =>
                figure.test === null
                  ? chooseScenario(tested.plan.id)
                  : void putToTest(tested.plan.id, figure.test)
              }
            />
          </Fragment>
        ),
      )}
      <span className="fb-hidden" role="status">
        {unbroken(testSentence(figures))}
      </span>
    </section>
  );
}

const isRun = ({ scenario }: TestFigure): boolean => scenario !== null;

interface TestButtonProps {
  readonly figure: TestFigure;
  readonly isShown: boolean;
  readonly onPress: () => void;
}

function TestButton({ figure, isShown, onPress }: TestButtonProps) {
  const { label, left, description, test } = figure;
  return (
    <button
      type="button"
      className="fb-test"
      title={description || undefined}
      aria-pressed={isShown}
      data-test={test ?? 'plan'}
      onClick={onPress}
    >
      {label}
      {left === null ? null : (
        <b className={left < 0 ? 'fb-worse' : 'fb-better'}> {formatMillions(left)}</b>
      )}
    </button>
  );
}
