/** The sheets that exist, in the order they are read. */
import { DO_NOTHING } from '../../shared/domain/scenario';

export type SheetId =
  | 'overview'
  | 'baseline'
  | 'assumptions'
  | 'do-nothing'
  | 'schemes'
  | 'effects'
  | 'transformed'
  | 'compare'
  | 'appraisal'
  | 'flags'
  | 'claims'
  | 'evidence';

export interface SheetEntry {
  readonly id: SheetId;
  readonly label: string;
}

export interface SheetGroup {
  readonly title: string | null;
  readonly sheets: readonly SheetEntry[];
}

export const SHEET_GROUPS: readonly SheetGroup[] = [
  { title: null, sheets: [{ id: 'overview', label: 'Overview' }] },
  {
    title: 'The starting point',
    sheets: [
      { id: 'baseline', label: 'Baseline' },
      { id: 'assumptions', label: 'Assumptions' },
      { id: 'do-nothing', label: 'Do nothing' },
    ],
  },
  {
    title: 'The plan',
    sheets: [
      { id: 'schemes', label: 'Schemes' },
      { id: 'effects', label: 'What schemes do' },
      { id: 'transformed', label: 'Transformed' },
      { id: 'compare', label: 'Compare' },
      { id: 'appraisal', label: 'Appraisal' },
    ],
  },
  {
    title: 'Can it be believed?',
    sheets: [
      { id: 'flags', label: 'Red flags' },
      { id: 'claims', label: 'Claims' },
      { id: 'evidence', label: 'Evidence' },
    ],
  },
];

/** Whose numbers a sheet shows: the baseline and do nothing are the same whatever the scenario picker says. */
export const scenarioOn = (sheet: SheetId, scenario: string): string =>
  sheet === 'do-nothing' || sheet === 'baseline' ? DO_NOTHING : scenario;

/** The name of a sheet, as the list has it. */
export const sheetLabel = (sheet: SheetId): string =>
  SHEET_GROUPS.flatMap(({ sheets }) => sheets).find(({ id }) => id === sheet)?.label ?? sheet;
