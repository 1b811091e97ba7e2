/** One scheme: its name, what can be done with it, and a tick for each scenario that runs it. */
import { Checkbox, Menu } from '@mantine/core';
import { useState } from 'react';
import type { Scenario, Scheme } from '../../../shared/domain/scenario';
import { useApp } from '../../store/use-app';
import { Icon } from '../../ui/icons';
import { NameField } from '../../ui/name-field';

interface SchemeRowProps {
  readonly scheme: Scheme;
  /** What its type is and does, for those who wonder. */
  readonly kind: string;
  readonly scenarios: readonly Scenario[];
  readonly chosen: string;
  readonly on: ReadonlyMap<string, ReadonlySet<string>>;
}

export function SchemeRow({ scheme, kind, scenarios, chosen, on }: SchemeRowProps) {
  const switchScheme = useApp((state) => state.switchScheme);
  const rename = useApp((state) => state.renameScheme);
  const remove = useApp((state) => state.removeScheme);
  const [naming, setNaming] = useState(false);
  return (
    <tr>
      <th scope="row">
        {naming ? (
          <NameField
            label={`New name of ${scheme.name}`}
            name={scheme.name}
            onDone={(name) => {
              setNaming(false);
              rename(scheme.id, name);
            }}
            onCancel={() => setNaming(false)}
          />
        ) : (
          <span className="fb-scheme">
            <span className="fb-scheme-name" title={kind}>
              {scheme.name}
            </span>
            <Menu position="bottom-end" shadow="md" width={150}>
              <Menu.Target>
                <button
                  type="button"
                  className="fb-more"
                  aria-label={`Rename or remove ${scheme.name}`}
                >
                  <Icon name="more" size={14} />
                </button>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item onClick={() => setNaming(true)}>Rename</Menu.Item>
                <Menu.Item onClick={() => remove(scheme.id)}>Remove</Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </span>
        )}
      </th>
      {scenarios.map(({ id, name }) => (
        <td key={id} className={id === chosen ? 'fb-switch fb-switch-chosen' : 'fb-switch'}>
          <Checkbox
            size="xs"
            aria-label={`${scheme.name} in ${name}`}
            checked={on.get(id)?.has(scheme.id) ?? false}
            onChange={({ currentTarget }) => switchScheme(id, scheme.id, currentTarget.checked)}
          />
        </td>
      ))}
    </tr>
  );
}
