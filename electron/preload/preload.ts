/**
 * The one thing the page gets from the shell: `window.footbridge`, one named function for each call of the
 * contract and no way to send anything else. Only types are imported from it, so that nothing but this file
 * runs here; the compiler keeps the names complete.
 */
import { contextBridge, ipcRenderer } from 'electron';
import type { CallName } from '../../shared/contract/contract';
import type { Result } from '../../shared/errors/problem';

type SendCall = (request: unknown) => Promise<Result<unknown>>;

const send =
  (name: CallName): SendCall =>
  (request) =>
    ipcRenderer.invoke(name, request);

const calls: Readonly<Record<CallName, SendCall>> = {
  'app.describe': send('app.describe'),
  'library.read': send('library.read'),
  'projection.compare': send('projection.compare'),
};

contextBridge.exposeInMainWorld('footbridge', calls);
