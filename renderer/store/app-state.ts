/** The store's facts and verbs, by slice. What can be worked out from these is not kept. */
import type { StateCreator } from 'zustand';
import type { FootbridgeDocument } from '../../shared/domain/document';
import type { Problem, Result } from '../../shared/errors/problem';
import type { AppraisalView } from '../../shared/report/appraisal-view';
import type { GapView } from '../../shared/report/table';
import type { Explanation, Headline, Views } from '../../shared/report/view-types';
import type { Catalogue } from '../compute/catalogue';
import type { EngineClient } from '../compute/engine-client';
import type { Host } from '../host/host';
import type { CellEdit, CellTarget } from './commands';
import type { SheetId } from './sheets';

/** Which scenario is on show, and against which. */
export interface Choice {
  readonly scenario: string;
  readonly comparator: string;
}

/** One undoable edit. Documents share what did not change, so keeping both sides costs little. */
export interface Edit {
  readonly label: string;
  readonly before: FootbridgeDocument;
  readonly after: FootbridgeDocument;
  /** True for the opening of another footprint, which changes no number of either document. */
  readonly opens?: boolean;
  /** What was on show before and after, where the edit changed that too. */
  readonly shown?: { readonly before: Choice; readonly after: Choice };
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

/** Changes of the plan itself: its schemes and its scenarios. */
export interface PlanSlice {
  /** What the last of these changes did, in a sentence; empty when there is nothing to tell. */
  readonly told: string;
  readonly addScheme: (type: string) => void;
  readonly renameScheme: (id: string, name: string) => void;
  readonly removeScheme: (id: string) => void;
  readonly renameScenario: (id: string, name: string) => void;
  readonly removeScenario: (id: string) => void;
  /** Adds a vanguard site's schemes and switches them on in the scenario on show. */
  readonly scaleUp: (site: string) => Promise<void>;
  /** Puts a plan to a test and shows it against the plan; one that is there already is only shown. */
  readonly putToTest: (plan: string, child: string) => Promise<void>;
  readonly choosePair: (choice: Choice) => void;
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
  readonly appraisal: AppraisalState;
  /** Appraises the scenario on show while its sheet is open; nothing to do when it was already. */
  readonly appraise: () => Promise<void>;
}

export interface AppraisalState {
  readonly status: 'none' | 'working' | 'ready' | 'failed';
  /** The last answer, kept while a newer one is worked out. */
  readonly view: AppraisalView | null;
  /** What the last answer is of. */
  readonly document: FootbridgeDocument | null;
  readonly problems: readonly Problem[];
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
  /** The finding that was asked for, and the sheet it was asked on; null when none was. */
  readonly finding: { readonly id: string; readonly from: SheetId } | null;
  /** Opens the evidence at a finding. */
  readonly showFinding: (id: string) => void;
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

export type AppState = DocumentSlice & PlanSlice & ResultsSlice & SelectionSlice & LayoutSlice;

export interface Services {
  readonly connect: () => Promise<Result<Host>>;
  readonly engine: EngineClient;
}

export type Slice<S> = (services: Services) => StateCreator<AppState, [], [], S>;
