/** The window: a sandboxed page on the app scheme, and no more power than the preload gives it. */
import { app, BrowserWindow } from 'electron';
import { APP_ADDRESS } from './security';

export function openWindow(preload: string): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Footbridge',
    width: 1440,
    height: 900,
    minWidth: 960,
    minHeight: 600,
    // Shown once drawn: no white flash.
    show: false,
    backgroundColor: '#ffffff',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      // The spelling checker would fetch its word lists.
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL(APP_ADDRESS);
  return window;
}
