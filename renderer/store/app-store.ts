/** One store, five slices. */
import { createStore } from 'zustand';
import type { AppState, Services } from './app-state';
import { documentSlice } from './document-slice';
import { layoutSlice } from './layout-slice';
import { planSlice } from './plan-slice';
import { resultsSlice } from './results-slice';
import { selectionSlice } from './selection-slice';

export const createAppStore = (services: Services) =>
  createStore<AppState>()((...api) => ({
    ...documentSlice(services)(...api),
    ...planSlice(services)(...api),
    ...resultsSlice(services)(...api),
    ...selectionSlice(services)(...api),
    ...layoutSlice(services)(...api),
  }));
