/** The head of a scenario's column: its name, and what can be done with it. */
import { Menu } from '@mantine/core';
import { useState } from 'react';
import { builtOn } from '../../../shared/document/edit-scenarios';
import type { Scenario } from '../../../shared/domain/scenario';
import { useApp } from '../../store/use-app';
import { Icon } from '../../ui/icons';
import { NameField } from '../../ui/name-field';

interface ScenarioHeadingProps {
  readonly scenario: Scenario;
  readonly isChosen: boolean;
}

export function ScenarioHeading({ scenario, isChosen }: ScenarioHeadingProps) {
  const { id, name } = scenario;
  const document = useApp((state) => state.document);
  const choose = useApp((state) => state.chooseScenario);
  const rename = useApp((state) => state.renameScenario);
  const remove = useApp((state) => state.removeScenario);
  const [naming, setNaming] = useState(false);
  const above = document ? builtOn(document, id).length : 0;
  return (
    <th
      scope="col"
      className={isChosen ? 'fb-switch fb-switch-chosen' : 'fb-switch'}
      aria-current={isChosen ? 'true' : undefined}
    >
      {naming ? (
        <NameField
          label={`New name of ${name}`}
          name={name}
          onDone={(text) => {
            setNaming(false);
            rename(id, text);
          }}
          onCancel={() => setNaming(false)}
        />
      ) : (
        <Menu position="bottom-end" shadow="md" width={220}>
          <Menu.Target>
            <button type="button" className="fb-scenario-head">
              {name}
              <Icon name="chevron-down" size={11} />
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => choose(id)} disabled={isChosen}>
              Show this scenario
            </Menu.Item>
            <Menu.Item onClick={() => setNaming(true)}>Rename</Menu.Item>
            <Menu.Item onClick={() => remove(id)}>
              {above === 0 ? 'Remove' : `Remove, with ${above} built on it`}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </th>
  );
}
