/** The native menu: only what works today, in the order each platform expects. */
import { app, Menu, type MenuItemConstructorOptions } from 'electron';

export function setMenu(platform: NodeJS.Platform): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(platform, !app.isPackaged)));
}

export function menuTemplate(
  platform: NodeJS.Platform,
  forDevelopers: boolean,
): MenuItemConstructorOptions[] {
  const onMac = platform === 'darwin';
  const view: MenuItemConstructorOptions[] = [
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { type: 'separator' },
    { role: 'togglefullscreen' },
  ];
  const tools: MenuItemConstructorOptions[] = [
    { type: 'separator' },
    { role: 'reload' },
    { role: 'toggleDevTools' },
  ];
  return [
    // On a Mac, About and Quit live in the application's own menu.
    ...(onMac ? [{ role: 'appMenu' } as const] : []),
    { label: '&File', submenu: [onMac ? { role: 'close' } : { role: 'quit' }] },
    { role: 'editMenu' },
    { label: '&View', submenu: forDevelopers ? [...view, ...tools] : view },
    { role: 'windowMenu' },
    ...(onMac ? [] : [{ label: '&Help', submenu: [{ role: 'about' } as const] }]),
  ];
}
