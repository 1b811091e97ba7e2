/** Which scenario is on show, and which it is measured against: any against any. */
import { Combobox, useCombobox } from '@mantine/core';
import type { Scenario } from '../../../shared/domain/scenario';
import { useApp } from '../../store/use-app';
import { Icon } from '../../ui/icons';

export function ScenarioPickers() {
  const scenarios = useApp((state) => state.document?.scenarios) ?? [];
  const scenario = useApp((state) => state.scenario);
  const comparator = useApp((state) => state.comparator);
  const chooseScenario = useApp((state) => state.chooseScenario);
  const chooseComparator = useApp((state) => state.chooseComparator);
  return (
    <>
      <ScenarioPicker
        word="Scenario"
        scenarios={scenarios}
        chosen={scenario}
        strong
        onChoose={chooseScenario}
      />
      <ScenarioPicker
        word="against"
        scenarios={scenarios}
        chosen={comparator}
        onChoose={chooseComparator}
      />
    </>
  );
}

interface ScenarioPickerProps {
  readonly word: string;
  readonly scenarios: readonly Scenario[];
  readonly chosen: string;
  readonly strong?: boolean;
  readonly onChoose: (id: string) => void;
}

function ScenarioPicker({ word, scenarios, chosen, strong, onChoose }: ScenarioPickerProps) {
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const name = scenarios.find(({ id }) => id === chosen)?.name ?? chosen;
  return (
    <span className="fb-top-field">
      <span className="fb-top-word">{word}</span>
      <Combobox
        store={combobox}
        width={340}
        position="bottom-start"
        shadow="md"
        withinPortal={false}
        onOptionSubmit={(id) => {
          combobox.closeDropdown();
          onChoose(id);
        }}
      >
        <Combobox.Target targetType="button">
          <button
            type="button"
            className={strong ? 'fb-top-button fb-top-strong' : 'fb-top-button'}
            aria-label={`${word} ${name}. Choose another`}
            onClick={() => combobox.toggleDropdown()}
          >
            <span className="fb-top-button-text">{name}</span>
            <Icon name="chevron-down" size={13} />
          </button>
        </Combobox.Target>
        <Combobox.Dropdown>
          <Combobox.Options aria-label={word}>
            {scenarios.map(({ id, name: label, description }) => (
              <Combobox.Option key={id} value={id} active={id === chosen}>
                <div style={{ fontWeight: id === chosen ? 650 : 500 }}>{label}</div>
                {description ? <div className="fb-soft fb-small">{description}</div> : null}
              </Combobox.Option>
            ))}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
    </span>
  );
}
