// The fake of Electron against Electron's own types. All of it happens in the type check: a name or a shape
// that Electron does not have stops `tsc`, so a test can not pass against an Electron that does not exist.

import type { EventEmitter } from 'node:events';
import type * as Real from 'electron';
import { expect, test } from 'vitest';
import * as fakes from '../../fakes/electron';

type Fake = typeof fakes;

/** Never, or the names that drifted. */
type Extra<Ours, Theirs> = Exclude<keyof Ours, keyof Theirs | keyof EventEmitter>;
type None<T> = [T] extends [never] ? true : { drifted: T };

const names: None<Exclude<Extra<Fake, typeof Real>, 'fake'>> = true;

// What tests read is named here; everything else has to be Electron's.
const members: readonly true[] = [
  true satisfies None<Extra<Fake['app'], Real.App>>,
  true satisfies None<Extra<Fake['app']['commandLine'], Real.CommandLine>>,
  true satisfies None<Extra<Fake['session'], typeof Real.session>>,
  true satisfies None<Extra<Fake['protocol'], Real.Protocol>>,
  true satisfies None<Extra<Fake['ipcMain'], Real.IpcMain>>,
  true satisfies None<Extra<Fake['ipcRenderer'], Real.IpcRenderer>>,
  true satisfies None<Extra<Fake['contextBridge'], Real.ContextBridge>>,
  true satisfies None<Extra<Fake['dialog'], Real.Dialog>>,
  true satisfies None<Exclude<Extra<fakes.Menu, Real.Menu>, 'template'>>,
  true satisfies None<
    Exclude<Extra<fakes.BrowserWindow, Real.BrowserWindow>, 'options' | 'isShown' | 'minimized'>
  >,
  true satisfies None<Exclude<Extra<fakes.WebContents, Real.WebContents>, 'windowOpenHandler'>>,
  true satisfies None<
    Exclude<
      Extra<fakes.Session, Real.Session>,
      | 'permissionRequest'
      | 'permissionCheck'
      | 'devicePermission'
      | 'displayMedia'
      | 'beforeRequest'
    >
  >,
];

// Shapes, where Electron's own type is not overloaded beyond use: the fake can stand in for the real one.
const shapes = {
  app: fakes.app satisfies Pick<
    Real.App,
    'isPackaged' | 'enableSandbox' | 'requestSingleInstanceLock' | 'whenReady' | 'quit' | 'exit'
  >,
  commandLine: fakes.app.commandLine satisfies Pick<Real.CommandLine, 'appendSwitch'>,
  protocol: fakes.protocol satisfies Pick<Real.Protocol, 'handle'>,
  ipcMain: fakes.ipcMain satisfies Pick<Real.IpcMain, 'handle'>,
  ipcRenderer: fakes.ipcRenderer satisfies Pick<Real.IpcRenderer, 'invoke'>,
  contextBridge: fakes.contextBridge satisfies Pick<Real.ContextBridge, 'exposeInMainWorld'>,
  dialog: fakes.dialog satisfies Pick<Real.Dialog, 'showErrorBox'>,
};

test('the fake has no name or shape that Electron lacks (checked by the compiler)', () => {
  expect(names).toBe(true);
  expect(members).not.toContain(false);
  expect(Object.keys(shapes)).not.toEqual([]);
});
