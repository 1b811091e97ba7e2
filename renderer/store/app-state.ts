/** The store's facts and verbs, by slice. What can be worked out from these is not kept. */
import type { StateCreator } from 'zustand';
import type { FootbridgeDocument } from '../../shared/domain/document';
import type { Problem, Result } from '../../shared/errors/problem';
import type { GapView } from '../../shared/report/table';
import type { Explanation, Headline, Views } from '../../shared/report/view-types';
import type { Catalogue } from '../compute/catalogue';
import type { EngineClient } from '../compute/engine-client';
import type { Host } from '../host/host';
import type { CellEdit, CellTarget } from './commands';
import type { SheetId } from './sheets';

/** One undoable edit. Documents share what did not change, so keeping both sides costs little. */
export interface Edit {
  readonly label: string;
  readonly before: FootbridgeDocument;
  readonly after: FootbridgeDocument;
  /** True for the opening of another footprint, which changes no number of either document. */
  readonly opens?: boolean;
}

export interface DocumentSlice {
  readonly catalogue: Catalogue | null;
  readonly document: FootbridgeDocument | null;
  readonly scenario: string;
  readonly comparator: string;
  /** Which gap the bridges are about; null for the one the footprint published. */
  readonly gapView: GapView | null;
  readonly past: readonly Edit[];
  readonly future: readonly Edit[];
  /** Opens the page: finds the host, reads the models, opens the first footprint. */
  readonly start: () => Promise<void>;
  readonly openFootprint: (id: string) => Promise<void>;
  readonly setCells: (edits: readonly CellEdit[], label: string) => void;
  readonly clearCells: (targets: readonly CellTarget[], label: string) => void;
  readonly switchScheme: (scenario: string, scheme: string, on: boolean) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly chooseScenario: (id: string) => void;
  readonly chooseComparator: (id: string) => void;
  readonly chooseGapView: (view: GapView) => void;
}

export interface ResultsSlice {
  readonly phase: 'starting' | 'ready' | 'failed';
  readonly progress: string;
  /** Why the page cannot open, or why the last calculation was refused. */
  readonly problems: readonly Problem[];
  readonly views: Views | null;
  readonly calculating: boolean;
  readonly milliseconds: number;
  /** The headline as it stood before the last edit; null when nothing was edited since. */
  readonly before: Headline | null;
  readonly recalculate: () => Promise<void>;
}

/** A cell by row and column; column −1 is the label. */
export interface CellRef {
  readonly rowId: string;
  readonly column: number;
}

export interface Tally {
  readonly count: number;
  readonly sum: number;
  readonly unit: string | null;
}

export interface ExplanationState {
  readonly status: 'none' | 'working' | 'ready' | 'failed';
  /** From the selected number down to the one on show. */
  readonly trail: readonly Explanation[];
  readonly problems: readonly Problem[];
}

export interface SelectionSlice {
  readonly sheet: SheetId;
  readonly cells: Readonly<Partial<Record<SheetId, CellRef>>>;
  readonly tally: Tally | null;
  readonly explanation: ExplanationState;
  readonly showSheet: (sheet: SheetId) => void;
  readonly selectCell: (sheet: SheetId, cell: CellRef | null) => void;
  readonly setTally: (tally: Tally | null) => void;
  readonly explainSelected: () => Promise<void>;
  readonly walkDown: (input: Explanation) => Promise<void>;
  readonly walkBack: () => void;
}

export interface LayoutSlice {
  readonly inspectorOpen: boolean;
  readonly navOpen: boolean;
  readonly readingView: boolean;
  /** Whether an edit holds in every scenario or only in the one on show. */
  readonly reach: 'every' | 'this';
  readonly toggleInspector: () => void;
  readonly setNavOpen: (open: boolean) => void;
  readonly setReadingView: (on: boolean) => void;
  readonly setReach: (reach: 'every' | 'this') => void;
}

export type AppState = DocumentSlice & ResultsSlice & SelectionSlice & LayoutSlice;

export interface Services {
  readonly connect: () => Promise<Result<Host>>;
  readonly engine: EngineClient;
}

export type Slice<S> = (services: Services) => StateCreator<AppState, [], [], S>;
