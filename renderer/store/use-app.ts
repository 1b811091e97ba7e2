/** The page's own store, as a hook. Components take the narrowest part they need. */
import { useStore } from 'zustand';
import { startEngine } from '../compute/engine-client';
import { connectHost } from '../host/connect';
import type { AppState } from './app-state';
import { createAppStore } from './app-store';

const store = createAppStore({ connect: connectHost, engine: startEngine() });

export const useApp = <T>(select: (state: AppState) => T): T => useStore(store, select);

/** For event handlers, which want the state of the moment and no re-render. */
export const appState = (): AppState => store.getState();
