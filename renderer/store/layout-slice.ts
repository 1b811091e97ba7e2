/** How the page is arranged. Not part of the document and not undone. */
import type { LayoutSlice, Slice } from './app-state';

export const layoutSlice: Slice<LayoutSlice> = () => (set, get) => ({
  // On a narrow or zoomed page it would lie over the sheet, so there it waits to be asked for.
  inspectorOpen: (globalThis.innerWidth ?? 1440) > 1100,
  navOpen: false,
  readingView: false,
  reach: 'every',
  toggleInspector: () => set({ inspectorOpen: !get().inspectorOpen }),
  setNavOpen: (navOpen) => set({ navOpen }),
  setReadingView: (readingView) => set({ readingView }),
  setReach: (reach) => set({ reach }),
});
