/** Every assumption by year, with its range, standing and source; typing over one moves every number. */
import { SegmentedControl, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { DO_NOTHING } from '../../../shared/domain/scenario';
import { filterRows } from '../../grid/outline';
import { Sheet } from '../../grid/sheet';
import { useApp } from '../../store/use-app';
import { useSheet } from '../../store/use-sheet';
import { Icon } from '../../ui/icons';

export function AssumptionsSheet() {
  const model = useSheet('assumptions');
  const reach = useApp((state) => state.reach);
  const setReach = useApp((state) => state.setReach);
  const isBase = useApp((state) => state.scenario === DO_NOTHING);
  const [filter, setFilter] = useState('');
  const rows = useMemo(() => filterRows(model.table.rows, filter), [model.table.rows, filter]);
  return (
    <Sheet
      title="Assumptions"
      lead="Type over a yellow cell and every number follows. Delete puts a changed one back."
      model={model}
      rows={rows}
      detail
      empty={`No assumption matches ‘${filter}’. Try fewer words, a source, or a standing such as ‘recalled’.`}
      tools={
        <>
          <TextInput
            size="xs"
            w={190}
            aria-label="Filter assumptions"
            placeholder="Filter"
            leftSection={<Icon name="search" size={14} />}
            value={filter}
            onChange={({ currentTarget }) => setFilter(currentTarget.value)}
          />
          <span className="fb-soft" id="fb-reach">
            Applies to
          </span>
          <SegmentedControl
            size="xs"
            aria-labelledby="fb-reach"
            value={isBase ? 'every' : reach}
            onChange={(value) => setReach(value === 'this' ? 'this' : 'every')}
            data={[
              { value: 'every', label: 'Every scenario' },
              { value: 'this', label: <OwnChoice isBase={isBase} />, disabled: isBase },
            ]}
          />
        </>
      }
    />
  );
}

function OwnChoice({ isBase }: { readonly isBase: boolean }) {
  return isBase ? (
    <span title="Every scenario builds on do nothing, so a value of do nothing holds in all of them.">
      This scenario only
    </span>
  ) : (
    <span>This scenario only</span>
  );
}
