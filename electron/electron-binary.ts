/** The Electron binary: whether it is here, and fetching it when that takes no time. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** `folder` is node_modules/electron. Looked for by its files: to import the package would start a download. */
export function findElectron(folder: string): string | undefined {
  try {
    const path = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8'));
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

/** Runs the package's own installer, and gives up after so many milliseconds. */
export async function fetchElectron(folder: string, timeout: number): Promise<string | undefined> {
  const installer = join(folder, 'install.js');
  if (!existsSync(installer)) return undefined;
  await new Promise<void>((resolve) => {
    // Silent: without a network it prints a stack, and the line after this says what came of it.
    const child = spawn(process.execPath, [installer], {
      stdio: 'ignore',
      timeout,
      killSignal: 'SIGKILL',
    });
    child.once('error', () => resolve());
    child.once('exit', () => resolve());
  });
  return findElectron(folder);
}
