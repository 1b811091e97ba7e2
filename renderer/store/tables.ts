/** Which table of the results each sheet shows. */
import type { ReportTable } from '../../shared/report/table';
import type { Views } from '../../shared/report/view-types';
import type { SheetId } from './sheets';

/** Sheets with a grid have numbers to select, so the inspector has something to say there. */
export const hasGrid = (sheet: SheetId): boolean => GRIDS.includes(sheet);

const GRIDS: readonly SheetId[] = [
  'baseline',
  'assumptions',
  'do-nothing',
  'schemes',
  'effects',
  'transformed',
];

export const tableOf = (views: Views, sheet: SheetId): ReportTable | null => {
  if (sheet === 'baseline') return views.baseline;
  if (sheet === 'assumptions') return views.assumptions;
  if (sheet === 'do-nothing') return views.doNothing;
  if (sheet === 'schemes') return views.schemes;
  if (sheet === 'effects') return views.effects;
  if (sheet === 'transformed') return views.transformed;
  return null;
};
