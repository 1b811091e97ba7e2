// A folder that looks like an installed Footbridge, with programs that are small scripts: enough for the
// start-up to find, fetch and launch things for real, in real processes.

import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Core } from '../../electron/services/handlers';
import { startUp } from '../../electron/start-up';
import { FAKE_CORE } from './core';

export class FakeMachine {
  readonly root = mkdtempSync(join(tmpdir(), 'footbridge-machine-'));
  readonly out: string[] = [];
  readonly errors: string[] = [];
  /** Without a display, a browser or a fetch, until a test says otherwise. */
  env: NodeJS.ProcessEnv = {
    FOOTBRIDGE_NO_FETCH: '1',
    FOOTBRIDGE_BROWSER: join(this.root, 'none'),
  };
  core: Core = FAKE_CORE;
  printComparison = (_library: unknown, id: string): string => `comparison of ${id}`;
  onEnter: ((listener: () => void) => void) | undefined = undefined;
  stop: () => void = () => {};
  private readonly stopped = new Promise<void>((resolve) => {
    this.stop = resolve;
  });

  constructor() {
    this.write('models/a.yaml', 'lines: []');
    this.write('dist/renderer/index.html', '<!doctype html><title>Page</title>');
  }

  write(path: string, text: string): string {
    const whole = join(this.root, path);
    mkdirSync(dirname(whole), { recursive: true });
    writeFileSync(whole, text);
    return whole;
  }

  /** A program that runs this script; it finds its arguments in `args`, and `note` leaves a file behind. */
  program(path: string, script: string): string {
    const note = `const note = (value) => require('node:fs').writeFileSync(${JSON.stringify(
      join(this.root, 'note.json'),
    )}, JSON.stringify(value));`;
    const whole = this.write(
      path,
      `#!${process.execPath}\nconst args = process.argv.slice(2);\n${note}\n${script}\n`,
    );
    chmodSync(whole, 0o755);
    return whole;
  }

  /** As node_modules/electron is once its binary has been fetched. */
  installElectron(script: string): void {
    this.write('node_modules/electron/path.txt', 'electron');
    this.program('node_modules/electron/dist/electron', script);
  }

  useBrowser(script: string): void {
    this.env = { ...this.env, FOOTBRIDGE_BROWSER: this.program('browser', script), DISPLAY: ':0' };
  }

  noted(): unknown {
    const path = join(this.root, 'note.json');
    return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
  }

  start(...args: string[]): Promise<number> {
    return startUp({
      args,
      env: this.env,
      root: this.root,
      core: this.core,
      printComparison: this.printComparison,
      print: (line) => this.out.push(line),
      printError: (line) => this.errors.push(line),
      stop: this.stopped,
      onEnter: this.onEnter,
    });
  }

  /** The printed addresses, in order. */
  addresses(): string[] {
    return this.out.flatMap((line) => line.match(/http:\/\/\S+/g) ?? []);
  }

  remove(): void {
    this.stop();
    rmSync(this.root, { recursive: true, force: true });
  }
}

/** A script for a browser that opens the page as ours does: it swaps the code, and then does as told. */
export const browserThat = (then: string): string => `
const address = new URL(args.find((arg) => arg.startsWith('--app=')).slice(6));
const headers = {
  origin: address.origin,
  'sec-fetch-site': 'same-origin',
  'content-type': 'application/json',
};
const body = JSON.stringify({ code: address.hash.slice('#code='.length) });
const { request } = require('node:http');
const { hostname, port } = address;
request({ hostname, port, path: '/session', method: 'POST', headers }, (reply) => {
  reply.resume();
  reply.on('end', () => { ${then} });
}).end(body);
`;
