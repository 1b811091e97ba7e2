/** A button that opens a searchable list; choosing one acts at once. */
import { Combobox, useCombobox } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Icon, type IconName } from './icons';
import './search-picker.css';

export interface PickerItem {
  readonly id: string;
  /** What a search looks through. */
  readonly text: string;
  readonly content: ReactNode;
}

interface SearchPickerProps {
  readonly label: string;
  readonly icon: IconName;
  readonly items: readonly PickerItem[];
  readonly placeholder: string;
  /** Said when nothing matches. */
  readonly empty: string;
  readonly onChoose: (id: string) => void;
}

export function SearchPicker({
  label,
  icon,
  items,
  placeholder,
  empty,
  onChoose,
}: SearchPickerProps) {
  const [search, setSearch] = useState('');
  const combobox = useCombobox({
    onDropdownOpen: () => combobox.focusSearchInput(),
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      setSearch('');
    },
  });
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const found = items.filter(({ text }) => {
    const lower = text.toLowerCase();
    return words.every((word) => lower.includes(word));
  });
  return (
    <Combobox
      store={combobox}
      width="min(620px, 94vw)"
      position="bottom-end"
      shadow="md"
      onOptionSubmit={(id) => {
        combobox.closeDropdown();
        onChoose(id);
      }}
    >
      <Combobox.Target targetType="button">
        <button type="button" className="fb-button" onClick={() => combobox.toggleDropdown()}>
          <Icon name={icon} size={14} />
          {label}
        </button>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          aria-label={placeholder}
          placeholder={placeholder}
          value={search}
          onChange={({ currentTarget }) => {
            setSearch(currentTarget.value);
            combobox.selectFirstOption();
          }}
        />
        <Combobox.Options
          aria-label={label}
          mah="min(430px, 55vh)"
          style={{ overflowY: 'auto' }}
          tabIndex={0}
        >
          {found.map(({ id, content }) => (
            <Combobox.Option key={id} value={id} className="fb-picker-option">
              {content}
            </Combobox.Option>
          ))}
          {found.length === 0 ? <Combobox.Empty>{empty}</Combobox.Empty> : null}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
