/** What `npm start` does: the comparison on the terminal first, then the window this machine can show. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Library } from '../shared/domain/library';
import { didYouMean } from '../shared/errors/nearest';
import {
  describeProblem,
  failure,
  type Problem,
  type Result,
  success,
} from '../shared/errors/problem';
import { chooseShell, inBrowser, type WebShell } from './choose-shell';
import { fetchElectron, findElectron } from './electron-binary';
import { runElectron } from './run-electron';
import { createAnswerCall } from './services/answer-call';
import { VERSION } from './services/defaults';
import { type Core, createHandlers } from './services/handlers';
import { readLibraryFolder } from './services/library-folder';
import { reportBugTo } from './services/report-bug';
import { readStartArguments, START_HELP, type StartArguments } from './start-arguments';
import { findBrowsers, hasDisplay, thisMachine } from './web-host/find-browser';
import { runWebHost } from './web-host/run-web-host';

export interface StartUpOptions {
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** Where `dist`, `models` and `node_modules` lie. */
  readonly root: string;
  readonly core: Core;
  readonly printComparison: (library: Library, footprintId: string) => string;
  readonly print: (line: string) => void;
  readonly printError: (line: string) => void;
  readonly stop: Promise<void>;
  readonly onEnter?: ((listener: () => void) => void) | undefined;
}

const FETCH_TIME = 20_000;

/** The exit code: 0 done, 1 the input is wrong or nothing could be opened, 2 the command line is wrong. */
export async function startUp(options: StartUpOptions): Promise<number> {
  const args = readStartArguments(options.args);
  if (!args.ok) return fail(options, args.problems, 2);
  if (args.value.help) {
    options.print(START_HELP);
    return 0;
  }
  const comparison = await compare(options, args.value.footprint);
  if (!comparison.ok) return fail(options, comparison.problems, 1);
  options.print(`${comparison.value}\n`);
  if (!existsSync(join(options.root, 'dist', 'renderer', 'index.html'))) {
    return fail(options, [PAGE_MISSING], 1);
  }
  return open(options, args.value);
}

const PAGE_MISSING: Problem = {
  code: 'start.not-built',
  message: 'The page has not been built.',
  remedy: 'Run: npm run build',
};

function fail(options: StartUpOptions, problems: readonly Problem[], code: number): number {
  for (const problem of problems) options.printError(describeProblem(problem));
  return code;
}

async function compare(options: StartUpOptions, footprint: string): Promise<Result<string>> {
  const texts = await readModels(options);
  if (!texts.ok) return texts;
  const library = options.core.decodeLibrary(texts.value);
  if (!library.ok) return library;
  const known = library.value.footprints.map(({ id }) => id);
  if (!known.includes(footprint)) return failure(unknownFootprint(footprint, known));
  try {
    return success(options.printComparison(library.value, footprint));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return failure({ code: 'start.comparison', message: `The comparison failed: ${message}` });
  }
}

const readModels = ({ root }: StartUpOptions) => readLibraryFolder(join(root, 'models'));

function unknownFootprint(footprint: string, known: readonly string[]): Problem {
  const remedy =
    didYouMean(footprint, known) || 'npm run --silent footbridge -- list shows the footprints.';
  return {
    code: 'footprint.unknown',
    message: `There is no footprint named '${footprint.slice(0, 80)}'.`,
    remedy,
  };
}

async function open(options: StartUpOptions, args: StartArguments): Promise<number> {
  const machine = { ...thisMachine(), env: options.env };
  const choices = {
    forceWeb: args.web,
    noOpen: args.noOpen,
    hasDisplay: hasDisplay(machine),
    browsers: findBrowsers(machine),
    namedBrowser: options.env.FOOTBRIDGE_BROWSER,
    electron: () => findOrFetchElectron(options),
  };
  const shell = await chooseShell(choices);
  options.print(shell.because);
  if (shell.kind === 'web') return serve(options, args, shell);

  const end = await runElectron({
    binary: shell.binary,
    main: join(options.root, 'dist', 'main.mjs'),
    footprint: args.footprint,
    env: options.env,
    stop: options.stop,
  });
  if (end === 'closed') return 0;
  if (end === 'crashed') {
    options.printError('Electron ended unexpectedly. npm start -- --web opens a browser instead.');
    return 1;
  }
  const instead = inBrowser(choices, 'Electron is installed but does not start here');
  options.print(instead.because);
  return serve(options, args, instead);
}

async function findOrFetchElectron(options: StartUpOptions): Promise<string | undefined> {
  const folder = join(options.root, 'node_modules', 'electron');
  const found = findElectron(folder);
  if (found || options.env.FOOTBRIDGE_NO_FETCH || options.env.CI) return found;
  options.print('Fetching the Electron binary, for 20 seconds at most…');
  return fetchElectron(folder, FETCH_TIME);
}

async function serve(
  options: StartUpOptions,
  { footprint }: StartArguments,
  { browsers }: WebShell,
): Promise<number> {
  const handlers = createHandlers({
    host: 'web',
    version: VERSION,
    footprint,
    readLibrary: () => readModels(options),
    core: options.core,
  });
  await runWebHost({
    rendererFolder: join(options.root, 'dist', 'renderer'),
    answer: createAnswerCall(handlers, reportBugTo(options.printError, options.env)),
    browsers,
    print: options.print,
    stop: options.stop,
    onEnter: options.onEnter,
  });
  return 0;
}
