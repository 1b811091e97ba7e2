/** What each scheme of the scenario on show does, by year: to whom, and how much of it is cash. */
import { SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { ReportRow } from '../../../shared/report/table';
import { Sheet } from '../../grid/sheet';
import { useApp } from '../../store/use-app';
import { useSheet } from '../../store/use-sheet';

type Depth = 'moves' | 'full' | 'short';

const DEPTHS: readonly { readonly value: Depth; readonly label: string }[] = [
  { value: 'moves', label: 'What moves' },
  { value: 'full', label: 'Every line' },
  { value: 'short', label: 'In short' },
];

/** Deeper rows tell what the rows above are made of. */
const SHORT = 1;

function isTold({ level, values }: ReportRow, depth: Depth): boolean {
  if (depth === 'full' || level <= SHORT) return true;
  // What would show as 0.0 in every year; a number that is missing is always told.
  const isStill = values.every((value) => value !== null && Math.abs(value) < 0.05);
  return depth === 'moves' && !isStill;
}

export function EffectsSheet() {
  const model = useSheet('effects');
  const name = useApp(
    (state) => state.views?.scenarios.find(({ id }) => id === state.views?.scenario)?.name,
  );
  const [depth, setDepth] = useState<Depth>('moves');
  const rows = useMemo(
    () => model.table.rows.filter((row) => isTold(row, depth)),
    [model.table.rows, depth],
  );
  return (
    <Sheet
      title={name ? `What the schemes of ${name} do` : 'What schemes do'}
      lead="Against the same plan without the scheme. Cash leaves the books; capacity frees beds or time and leaves no money; notional exists on paper only."
      model={{ ...model, table: { ...model.table, title: 'Scheme' } }}
      rows={rows}
      empty={`No scheme is on in ${name ?? 'this scenario'}. Switch one on in Schemes, or choose another scenario.`}
      tools={
        <SegmentedControl
          size="xs"
          aria-label="Which lines"
          value={depth}
          onChange={(value) => setDepth(value as Depth)}
          data={[...DEPTHS]}
        />
      }
    />
  );
}
