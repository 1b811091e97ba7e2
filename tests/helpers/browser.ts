// Finds a Chromium-family browser for the e2e tests, without downloading anything: FB_BROWSER,
// Playwright's own, the system's, then the one that npm installed (Linux on x64 only).
// No browser is an error, never a skip: a green run means the pages were opened.

import { spawnSync } from 'node:child_process';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';

export interface FoundBrowser {
  readonly source: 'FB_BROWSER' | 'playwright' | 'system' | 'npm';
  readonly executablePath: string;
  readonly args: readonly string[];
  readonly env: Record<string, string>;
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const NPM_PACKAGE = join(ROOT, 'node_modules', '@sparticuz', 'chromium');

// A browser under test has no business on the network, not even for its own updates.
const QUIET = ['--disable-background-networking', '--disable-component-update', '--no-pings'];

export async function findBrowser(): Promise<FoundBrowser> {
  const chosen = process.env.FB_BROWSER;
  if (chosen) {
    if (!existsSync(chosen))
      throw new Error(`FB_BROWSER names a file that is not there: ${chosen}`);
    return found('FB_BROWSER', chosen);
  }
  const own = chromium.executablePath();
  if (existsSync(own)) return found('playwright', own);
  const system = systemBrowsers().find((path) => existsSync(path) && starts(path));
  if (system) return found('system', system);
  const npm = await npmBrowser();
  if (npm) return npm;
  throw new Error(
    'No browser for the e2e tests. Install Chrome, Edge or Chromium, or run ' +
      '`npx playwright install chromium`, or set FB_BROWSER to the path of a browser.',
  );
}

function found(source: FoundBrowser['source'], executablePath: string): FoundBrowser {
  return { source, executablePath, args: QUIET, env: ownEnv() };
}

function ownEnv(extra: Record<string, string> = {}): Record<string, string> {
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env))
    if (value !== undefined) env[name] = value;
  return { ...env, ...extra };
}

function systemBrowsers(): string[] {
  if (process.platform === 'darwin') {
    const apps = ['Google Chrome', 'Microsoft Edge', 'Chromium'];
    return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
      apps.map((app) => join(folder, `${app}.app`, 'Contents', 'MacOS', app)),
    );
  }
  if (process.platform === 'win32') {
    const bases = ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'];
    const tails = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];
    return bases.flatMap((base) => tails.map((tail) => join(process.env[base] ?? '', tail)));
  }
  const names = [
    'google-chrome-stable',
    'google-chrome',
    'microsoft-edge-stable',
    'microsoft-edge',
    'chromium',
    'chromium-browser',
  ];
  const folders = (process.env.PATH ?? '').split(':').filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

// Some systems ship a `chromium-browser` that only says how to install one.
// On Windows the version switch would open a window, so there the file is trusted.
function starts(path: string, env: NodeJS.ProcessEnv = process.env): boolean {
  if (process.platform === 'win32') return true;
  const run = spawnSync(path, ['--version'], { env, encoding: 'utf8', timeout: 15_000 });
  return run.status === 0 && /\d+\.\d+\.\d+/.test(run.stdout);
}

async function npmBrowser(): Promise<FoundBrowser | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(NPM_PACKAGE)) return;
  const folder = await unpacked();
  const executablePath = join(folder, 'chromium');
  const fonts = systemHasFonts() ? {} : { FONTCONFIG_PATH: ownFontConfig(folder) };
  const libraries = { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') };
  // Without the zygote it needs no setuid helper. The package's own argument list is never used:
  // it turns web security off, which would make every security test meaningless.
  const args = ['--no-zygote', ...QUIET];
  for (const extra of [fonts, { ...fonts, ...libraries }]) {
    const env = ownEnv(extra);
    if (starts(executablePath, env)) return { source: 'npm', executablePath, args, env };
  }
  throw new Error(
    `The browser that npm installed does not start (${executablePath}). ` +
      'Install Chromium with the system package manager, or set FB_BROWSER.',
  );
}

// One folder per version and user: the files are private to whoever unpacked them, and a newer
// version must not meet an older one's leftovers. The rename makes a half-unpacked copy impossible.
async function unpacked(): Promise<string> {
  const { version } = JSON.parse(readFileSync(join(NPM_PACKAGE, 'package.json'), 'utf8'));
  const name = `chromium-${version}-${process.getuid?.() ?? 0}`;
  const folder = join(writableCache(), name);
  if (existsSync(join(folder, 'chromium'))) return folder;

  const partial = mkdtempSync(`${folder}-`);
  const outerTmp = process.env.TMPDIR;
  try {
    // The package unpacks into the temporary folder, whatever that is at the moment of the call.
    process.env.TMPDIR = partial;
    const { inflate } = await import('@sparticuz/chromium');
    const archives = ['chromium.br', 'swiftshader.tar.br', 'fonts.tar.br', 'al2023.tar.br'];
    await Promise.all(archives.map((archive) => inflate(join(NPM_PACKAGE, 'bin', archive))));
    renameSync(partial, folder);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    // Another run may have finished first; its copy is as good.
    if (!existsSync(join(folder, 'chromium'))) throw error;
  } finally {
    if (outerTmp === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = outerTmp;
  }
  return folder;
}

function writableCache(): string {
  const cache = join(ROOT, 'node_modules', '.cache', 'footbridge');
  try {
    mkdirSync(cache, { recursive: true });
    accessSync(cache, constants.W_OK);
    return cache;
  } catch {
    // node_modules belongs to someone else, as when root installed it.
    const fallback = join(tmpdir(), `footbridge-${process.getuid?.() ?? 0}`);
    mkdirSync(fallback, { recursive: true, mode: 0o700 });
    return fallback;
  }
}

function systemHasFonts(): boolean {
  if (!existsSync('/etc/fonts/fonts.conf')) return false;
  const folders = [
    '/usr/share/fonts',
    '/usr/local/share/fonts',
    join(homedir(), '.fonts'),
    join(homedir(), '.local/share/fonts'),
  ];
  return folders.some((folder) => existsSync(folder) && holdsFont(folder));
}

function holdsFont(folder: string): boolean {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).some((name) =>
    /\.(ttf|otf|ttc)$/i.test(name),
  );
}

// The package's own fonts.conf looks in a fixed temporary folder; ours looks where the fonts are.
function ownFontConfig(folder: string): string {
  const config = join(folder, 'font-config', 'fonts.conf');
  mkdirSync(dirname(config), { recursive: true });
  writeFileSync(
    config,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'font-cache')}</cachedir>
</fontconfig>
`,
  );
  return dirname(config);
}
