// The parts of Electron that the shell uses, without the binary. It is strict where Electron is strict: what
// must happen before or after the program is ready throws at the wrong time, and a channel takes one handler.
// tests/unit/electron/fake-drift.test.ts keeps its names and shapes to Electron's own types.

import { EventEmitter } from 'node:events';
import type { IpcMainInvokeEvent } from 'electron';

type Handler = (event: IpcMainInvokeEvent, ...args: unknown[]) => unknown;
type Respond = (request: Request) => Response | Promise<Response>;

interface State {
  isReady: boolean;
  holdsLock: boolean;
  isSandboxed: boolean;
  exitCode: number | undefined;
  hasQuit: boolean;
  switches: Map<string, string>;
  schemes: { scheme: string; privileges?: Record<string, boolean> }[];
  protocols: Map<string, Respond>;
  handlers: Map<string, Handler>;
  windows: BrowserWindow[];
  menu: { template: readonly object[] } | undefined;
  exposed: Map<string, Record<string, (request: unknown) => Promise<unknown>>>;
  errorBoxes: string[];
}

function freshState(): State {
  return {
    isReady: false,
    holdsLock: true,
    isSandboxed: false,
    exitCode: undefined,
    hasQuit: false,
    switches: new Map(),
    schemes: [],
    protocols: new Map(),
    handlers: new Map(),
    windows: [],
    menu: undefined,
    exposed: new Map(),
    errorBoxes: [],
  };
}

/** For tests alone: what the shell has done so far, and a way to begin again. */
export const fake = {
  state: freshState(),
  reset(): void {
    fake.state = freshState();
    app.removeAllListeners();
    app.isPackaged = false;
    session.defaultSession = new Session();
  },
  /** A message from a page: arguments are cloned, as they are between processes. */
  async invoke(channel: string, event: unknown, ...args: unknown[]): Promise<unknown> {
    const handler = fake.state.handlers.get(channel);
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    return structuredClone(await handler(event as IpcMainInvokeEvent, ...structuredClone(args)));
  },
};

function before(what: string): void {
  if (fake.state.isReady) throw new Error(`${what} has to come before the app is ready`);
}

function after(what: string): void {
  if (!fake.state.isReady) throw new Error(`${what} has to come after the app is ready`);
}

class App extends EventEmitter {
  isPackaged = false;
  commandLine = {
    appendSwitch: (name: string, value = ''): void => {
      before('appendSwitch');
      fake.state.switches.set(name, value);
    },
  };
  enableSandbox(): void {
    before('enableSandbox');
    fake.state.isSandboxed = true;
  }
  requestSingleInstanceLock(): boolean {
    return fake.state.holdsLock;
  }
  async whenReady(): Promise<void> {
    // Later than the caller's own turn, as in life.
    await new Promise((resolve) => setImmediate(resolve));
    fake.state.isReady = true;
  }
  quit(): void {
    fake.state.hasQuit = true;
  }
  exit(code?: number): void {
    fake.state.exitCode = code ?? 0;
  }
}

export const app = new App();

class WebContents extends EventEmitter {
  mainFrame = { url: '', parent: null };
  windowOpenHandler: ((details: { url: string }) => { action: string }) | undefined;
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.windowOpenHandler = handler;
  }
}

export class BrowserWindow extends EventEmitter {
  static getAllWindows(): BrowserWindow[] {
    return fake.state.windows;
  }
  readonly options: Record<string, unknown>;
  readonly webContents = new WebContents();
  isShown = false;
  isFocused = false;
  minimized = false;
  constructor(options: Record<string, unknown> = {}) {
    super();
    after('new BrowserWindow');
    this.options = options;
    fake.state.windows.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }
  async loadURL(url: string): Promise<void> {
    this.webContents.mainFrame.url = url;
    this.emit('ready-to-show');
  }
  show(): void {
    this.isShown = true;
  }
  focus(): void {
    this.isFocused = true;
  }
  isMinimized(): boolean {
    return this.minimized;
  }
  restore(): void {
    this.minimized = false;
  }
}

type Listener = (
  details: { url: string },
  callback: (answer: { cancel?: boolean }) => void,
) => void;

class Session {
  permissionRequest: ((...args: never[]) => void) | null = null;
  permissionCheck: ((...args: never[]) => boolean) | null = null;
  devicePermission: ((...args: never[]) => boolean) | null = null;
  displayMedia: ((...args: never[]) => void) | null = null;
  beforeRequest: Listener | null = null;
  webRequest = {
    onBeforeRequest: (listener: Listener | null): void => {
      this.beforeRequest = listener;
    },
  };
  setPermissionRequestHandler(handler: ((...args: never[]) => void) | null): void {
    this.permissionRequest = handler;
  }
  setPermissionCheckHandler(handler: ((...args: never[]) => boolean) | null): void {
    this.permissionCheck = handler;
  }
  setDevicePermissionHandler(handler: ((...args: never[]) => boolean) | null): void {
    this.devicePermission = handler;
  }
  setDisplayMediaRequestHandler(handler: ((...args: never[]) => void) | null): void {
    this.displayMedia = handler;
  }
}

class Sessions {
  private current = new Session();
  get defaultSession(): Session {
    after('session.defaultSession');
    return this.current;
  }
  set defaultSession(value: Session) {
    this.current = value;
  }
}

export const session = new Sessions();

export const protocol = {
  registerSchemesAsPrivileged(schemes: State['schemes']): void {
    before('registerSchemesAsPrivileged');
    if (fake.state.schemes.length > 0) throw new Error('schemes can be registered once only');
    fake.state.schemes = schemes;
  },
  handle(scheme: string, respond: Respond): void {
    after('protocol.handle');
    if (fake.state.protocols.has(scheme)) throw new Error(`'${scheme}' is handled already`);
    fake.state.protocols.set(scheme, respond);
  },
};

export const ipcMain = {
  handle(channel: string, handler: Handler): void {
    if (fake.state.handlers.has(channel)) {
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    }
    fake.state.handlers.set(channel, handler);
  },
};

/** The page's end: it speaks for the first window, from its top frame. */
export const ipcRenderer = {
  invoke(channel: string, ...args: unknown[]): Promise<unknown> {
    const sender = fake.state.windows[0]?.webContents;
    return fake.invoke(channel, { sender, senderFrame: sender?.mainFrame }, ...args);
  },
};

export const contextBridge = {
  exposeInMainWorld(
    name: string,
    api: Record<string, (request: unknown) => Promise<unknown>>,
  ): void {
    if (fake.state.exposed.has(name)) throw new Error(`'${name}' is exposed already`);
    fake.state.exposed.set(name, api);
  },
};

export class Menu {
  static buildFromTemplate(template: readonly object[]): Menu {
    return new Menu(template);
  }
  static setApplicationMenu(menu: Menu | null): void {
    fake.state.menu = menu ?? undefined;
  }
  readonly template: readonly object[];
  constructor(template: readonly object[] = []) {
    this.template = template;
  }
}

export const dialog = {
  showErrorBox(title: string, content: string): void {
    fake.state.errorBoxes.push(`${title}: ${content}`);
  },
};

export type { Session, WebContents };
