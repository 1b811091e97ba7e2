/** What each scheme needs to know, and which scenarios switch it on. */
import { TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { filterRows } from '../../grid/outline';
import { Sheet } from '../../grid/sheet';
import { useSheet } from '../../store/use-sheet';
import { Icon } from '../../ui/icons';
import { SchemeSwitches } from './scheme-switches';
import './schemes.css';

export function SchemesSheet() {
  const model = useSheet('schemes');
  const [filter, setFilter] = useState('');
  const rows = useMemo(() => filterRows(model.table.rows, filter), [model.table.rows, filter]);
  return (
    <div className="fb-schemes">
      <SchemeSwitches />
      <div className="fb-schemes-grid">
        <Sheet
          title="What each scheme assumes"
          isPart
          lead="Central values with the range they may lie in. An edit here holds in every scenario that runs the scheme."
          model={model}
          rows={rows}
          detail
          empty={
            filter === ''
              ? 'This document has no schemes. Add one above.'
              : `Nothing a scheme assumes matches ‘${filter}’. Try a scheme’s name, or a word such as ‘cost’.`
          }
          tools={
            <TextInput
              size="xs"
              w={190}
              aria-label="Filter what schemes assume"
              placeholder="Filter"
              leftSection={<Icon name="search" size={14} />}
              value={filter}
              onChange={({ currentTarget }) => setFilter(currentTarget.value)}
            />
          }
        />
      </div>
    </div>
  );
}
