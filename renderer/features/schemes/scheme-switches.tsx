/** A row for each scheme, a column for each scenario, a tick where it is on. */
import { Checkbox } from '@mantine/core';
import { DO_NOTHING } from '../../../shared/domain/scenario';
import { schemesOn } from '../../store/commands';
import { useApp } from '../../store/use-app';

export function SchemeSwitches() {
  const document = useApp((state) => state.document);
  const types = useApp((state) => state.catalogue?.schemeTypes);
  const chosen = useApp((state) => state.scenario);
  const switchScheme = useApp((state) => state.switchScheme);
  if (!document) return null;
  // Do nothing is the future without schemes: a tick there would make the word untrue.
  const scenarios = document.scenarios.filter(({ id }) => id !== DO_NOTHING);
  const on = new Map(scenarios.map(({ id }) => [id, schemesOn(document, id)]));
  return (
    <section className="fb-switches" aria-label="Which scenarios run which schemes">
      <header>
        <h1>Schemes</h1>
        <p className="fb-soft">Tick to run a scheme in a scenario; its money follows at once.</p>
      </header>
      <div className="fb-scroll">
        <table className="fb-table fb-switch-table">
          <thead>
            <tr>
              <th scope="col">Scheme</th>
              {scenarios.map(({ id, name }) => (
                <th
                  key={id}
                  scope="col"
                  className={id === chosen ? 'fb-switch-column fb-chosen' : 'fb-switch-column'}
                >
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {document.schemes.map((scheme) => {
              const summary = types?.find(({ id }) => id === scheme.type)?.summary;
              return (
                <tr key={scheme.id}>
                  <th scope="row">
                    <div className="fb-scheme-name">{scheme.name}</div>
                    <div className="fb-soft fb-small">{summary}</div>
                  </th>
                  {scenarios.map(({ id, name }) => (
                    <td key={id} className="fb-switch-column">
                      <Checkbox
                        size="xs"
                        aria-label={`${scheme.name} in ${name}`}
                        checked={on.get(id)?.has(scheme.id) ?? false}
                        onChange={({ currentTarget }) =>
                          switchScheme(id, scheme.id, currentTarget.checked)
                        }
                      />
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
