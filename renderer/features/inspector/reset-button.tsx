/** Puts the selected number back to the value it had before anybody edited it. */
import { Button } from '@mantine/core';
import { parseYear } from '../../../shared/units/financial-year';
import { resetTargets } from '../../store/reset-targets';
import { scenarioOn } from '../../store/sheets';
import { tableOf } from '../../store/tables';
import { appState } from '../../store/use-app';
import { Icon } from '../../ui/icons';

export function ResetButton() {
  return (
    <Button
      size="compact-xs"
      variant="default"
      leftSection={<Icon name="undo" size={13} />}
      onClick={resetSelected}
    >
      Reset to the value it had
    </Button>
  );
}

function resetSelected(): void {
  const { views, sheet, cells, document, scenario, clearCells } = appState();
  const table = views && tableOf(views, sheet);
  const cell = cells[sheet];
  const row = table?.rows.find(({ id }) => id === cell?.rowId);
  if (!document || !table || !cell || !row?.address) return;
  const year = table.columns.length > 1 ? parseYear(table.columns[cell.column] ?? '') : undefined;
  const targets = resetTargets(document, scenarioOn(sheet, scenario), row.address, year);
  if (targets.length > 0) clearCells(targets, `Reset ${row.label}`);
}
