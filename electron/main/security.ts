/**
 * What the page may not do, in one place: go elsewhere, open windows, embed, ask for permissions, or reach a
 * network. The page is ours, so each of these refusals is a second fence behind the content policy.
 */
import { app, type Session, type WebContents } from 'electron';

export const APP_SCHEME = 'app';
const APP_HOST = 'footbridge';
export const APP_ADDRESS = `${APP_SCHEME}://${APP_HOST}/index.html`;

/**
 * True for an address of this program. Protocol and host are compared apart: the origin of a custom scheme is
 * the text "null" in Node, and a prefix test would take `app://footbridge.evil` for ours.
 */
export function isAppUrl(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host } = new URL(address);
  return protocol === `${APP_SCHEME}:` && host === APP_HOST;
}

/** Before the program is ready. Chromium itself, not only the page, is kept from every name and proxy. */
export function cutOffNetwork(): void {
  app.enableSandbox();
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('no-proxy-server');
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('disable-component-update');
}

/** For every page that ever exists, so that none can be forgotten. */
export function confineContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!isAppUrl(event.url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isAppUrl(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

export function confineSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, callback) => callback(null));
  session.webRequest.onBeforeRequest((details, callback) =>
    callback({ cancel: !staysHere(details.url) }),
  );
}

/** Our own files, and what the page holds in memory: a chart to save, an image to draw. */
function staysHere(address: string): boolean {
  if (address.startsWith('blob:')) return isAppUrl(address.slice('blob:'.length));
  if (address.startsWith('data:')) return true;
  // The developer tools are part of Electron; a packaged program cannot open them.
  if (address.startsWith('devtools://')) return !app.isPackaged;
  return isAppUrl(address);
}
