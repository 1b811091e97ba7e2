/** The desktop shell as a child process: started, waited for, and ended with this program. */
import { spawn } from 'node:child_process';
import { FOOTPRINT_FLAG } from './services/defaults';

export interface ElectronRun {
  readonly binary: string;
  /** The bundle of electron/main. */
  readonly main: string;
  readonly footprint: string;
  readonly env: NodeJS.ProcessEnv;
  readonly stop: Promise<void>;
}

/** `failed` is an early end with an error: no window was shown. `crashed` is a late one. */
export type ElectronEnd = 'closed' | 'failed' | 'crashed';

/** A machine that cannot run Electron (libraries or its sandbox missing) says so well within this time. */
const EARLY = 15_000;

export async function runElectron(run: ElectronRun): Promise<ElectronEnd> {
  const started = performance.now();
  // What Electron says on the terminal is about graphics drivers and message buses.
  const child = spawn(run.binary, electronArguments(run), {
    env: shellEnvironment(run.env),
    stdio: 'ignore',
  });
  let wasStopped = false;
  void run.stop.then(() => {
    wasStopped = true;
    child.kill();
  });
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', resolve);
  });
  if (code === 0 || wasStopped) return 'closed';
  return performance.now() - started < EARLY ? 'failed' : 'crashed';
}

function electronArguments({ main, footprint }: ElectronRun): string[] {
  // As root, Chromium refuses to start with its sandbox.
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  return [...(isRoot ? ['--no-sandbox'] : []), main, `${FOOTPRINT_FLAG}${footprint}`];
}

/** Editors built on Electron leave this set in their terminals; with it, Electron is plain Node. */
function shellEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { ELECTRON_RUN_AS_NODE: _, ...rest } = env;
  return rest;
}
