/** A row for each scheme, a column for each scenario, a tick where it is on. */
import { Fragment } from 'react';
import { DO_NOTHING, type Scheme } from '../../../shared/domain/scenario';
import { schemesOn } from '../../store/commands';
import { useApp } from '../../store/use-app';
import { PlanTools } from './plan-tools';
import { ScenarioHeading } from './scenario-heading';
import { schemeGroups } from './scheme-groups';
import { SchemeRow } from './scheme-row';

export function SchemeSwitches() {
  const document = useApp((state) => state.document);
  const catalogue = useApp((state) => state.catalogue);
  const chosen = useApp((state) => state.scenario);
  const told = useApp((state) => state.told);
  if (!document || !catalogue) return null;
  // Do nothing is the future without schemes: a tick there would make the word untrue.
  const scenarios = document.scenarios.filter(({ id }) => id !== DO_NOTHING);
  const on = new Map(scenarios.map(({ id }) => [id, schemesOn(document, id)]));
  const kindOf = ({ type }: Scheme): string => {
    const known = catalogue.schemeTypes.find(({ id }) => id === type);
    return known ? `${known.label}: ${known.summary}` : type;
  };
  return (
    <section className="fb-switches" aria-label="Which scenarios run which schemes">
      <header>
        <div>
          <h1>Schemes</h1>
          <p className={told ? 'fb-told' : 'fb-soft'} role="status">
            {told || 'Tick to run a scheme in a scenario; its money follows at once.'}
          </p>
        </div>
        <PlanTools />
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard. */}
      <section className="fb-switch-scroll" tabIndex={0} aria-label="Schemes by scenario">
        <table className="fb-table fb-switch-table">
          <caption className="fb-hidden">Which scenarios run which schemes</caption>
          <thead>
            <tr>
              <th scope="col">Scheme</th>
              {scenarios.map((scenario) => (
                <ScenarioHeading
                  key={scenario.id}
                  scenario={scenario}
                  isChosen={scenario.id === chosen}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {schemeGroups(document.schemes, catalogue).map(({ title, schemes }) => (
              <Fragment key={title}>
                <tr className="fb-switch-group">
                  <th scope="rowgroup">{title}</th>
                  <td colSpan={scenarios.length} />
                </tr>
                {schemes.map((scheme) => (
                  <SchemeRow
                    key={scheme.id}
                    scheme={scheme}
                    kind={kindOf(scheme)}
                    scenarios={scenarios}
                    chosen={chosen}
                    on={on}
                  />
                ))}
              </Fragment>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
