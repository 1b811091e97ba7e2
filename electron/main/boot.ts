/** Start-up of the desktop shell, in the order Electron asks for. Everything it needs is passed in. */
import { app, BrowserWindow, session } from 'electron';
import { registerCalls } from '../ipc/register';
import { createAnswerCall, type ReportBug } from '../services/answer-call';
import type { Handlers } from '../services/handlers';
import { announceAppScheme, serveAppScheme } from './app-protocol';
import { setMenu } from './menu';
import { confineContents, confineSession, cutOffNetwork, isAppUrl } from './security';
import { openWindow } from './window';

export interface BootOptions {
  readonly rendererFolder: string;
  readonly preload: string;
  readonly handlers: Handlers;
  readonly reportBug: ReportBug;
}

/** False when another Footbridge is running already: that one comes to the front and this one ends. */
export async function boot(options: BootOptions): Promise<boolean> {
  cutOffNetwork();
  announceAppScheme();
  app.on('web-contents-created', (_event, contents) => confineContents(contents));
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return false;
  }
  app.on('second-instance', showWindow);
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });

  await app.whenReady();
  confineSession(session.defaultSession);
  serveAppScheme(options.rendererFolder);
  registerCalls(createAnswerCall(options.handlers, options.reportBug), isAppUrl);
  setMenu(process.platform);
  openWindow(options.preload);
  // On a Mac the program outlives its window; a click on its icon brings one back.
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) openWindow(options.preload);
  });
  return true;
}

function showWindow(): void {
  const [window] = BrowserWindow.getAllWindows();
  if (!window) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}
