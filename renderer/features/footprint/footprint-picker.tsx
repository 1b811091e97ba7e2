/** Chooses one of the 44 footprints: searched by name or region, with what was published about each. */
import { Combobox, useCombobox } from '@mantine/core';
import { useState } from 'react';
import { MARK_MEANING } from '../../../shared/domain/mark';
import { formatNumber } from '../../../shared/units/format';
import type { FootprintEntry } from '../../compute/catalogue';
import { useApp } from '../../store/use-app';
import { Chip } from '../../ui/chip';
import { Icon } from '../../ui/icons';
import { gapText, matching, SCOPE_WORDS } from './footprint-list';
import './footprint-picker.css';

export function FootprintPicker() {
  const footprints = useApp((state) => state.catalogue?.footprints) ?? [];
  const current = useApp((state) => state.document?.footprint);
  const open = useApp((state) => state.openFootprint);
  const [search, setSearch] = useState('');
  const combobox = useCombobox({
    onDropdownOpen: () => combobox.focusSearchInput(),
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      setSearch('');
    },
  });
  const found = matching(footprints, search);

  return (
    <Combobox
      store={combobox}
      width="min(720px, 94vw)"
      position="bottom-start"
      shadow="md"
      withinPortal={false}
      onOptionSubmit={(id) => {
        combobox.closeDropdown();
        // Opening the open one again would only set its edits aside.
        if (id !== current?.id) void open(id);
      }}
    >
      <Combobox.Target targetType="button">
        <button
          type="button"
          className="fb-top-button"
          aria-label={`Footprint: ${current?.name ?? 'none'}. Choose another`}
          onClick={() => combobox.toggleDropdown()}
        >
          <span className="fb-top-button-text">{current?.name ?? 'Choose a footprint'}</span>
          <Icon name="chevron-down" size={13} />
        </button>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          aria-label="Search footprints"
          placeholder="Search 44 footprints by name or region"
          value={search}
          onChange={({ currentTarget }) => {
            setSearch(currentTarget.value);
            combobox.selectFirstOption();
          }}
        />
        <div className="fb-footprint-row fb-footprint-head" aria-hidden="true">
          <span>Footprint</span>
          <span>Region</span>
          <span className="fb-number">Population</span>
          <span className="fb-footprint-gap-head">Published gap 2020/21</span>
        </div>
        <Combobox.Options
          aria-label="Footprints"
          mah={420}
          style={{ overflowY: 'auto' }}
          tabIndex={0}
        >
          {found.map((footprint) => (
            <Combobox.Option
              key={footprint.id}
              value={footprint.id}
              active={footprint.id === current?.id}
            >
              <span className="fb-footprint-row">
                <span className="fb-footprint-name">
                  <span className="fb-footprint-number">{footprint.number}</span>
                  {footprint.name}
                </span>
                <span className="fb-soft">{footprint.region}</span>
                <span className="fb-number">
                  {formatNumber(footprint.population / 1e6, { decimals: 2 })}m
                </span>
                <PublishedGap gap={footprint.gap} />
              </span>
            </Combobox.Option>
          ))}
          {found.length === 0 ? (
            <Combobox.Empty>
              No footprint is called that. Try part of a name, or a region.
            </Combobox.Empty>
          ) : null}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

function PublishedGap({ gap }: { readonly gap: FootprintEntry['gap'] }) {
  if (!gap) return <span className="fb-footprint-gap-none">none published</span>;
  return (
    <>
      <span className="fb-number">{gapText(gap.value)}</span>
      <span className="fb-soft fb-small">{SCOPE_WORDS[gap.scope]}</span>
      <span>
        <Chip
          text={gap.mark}
          tone={gap.mark === 'verified' ? 'plain' : 'caution'}
          meaning={MARK_MEANING[gap.mark]}
        />
      </span>
    </>
  );
}
