/** What `npm start` can be told. */
import { didYouMean } from '../shared/errors/nearest';
import { failure, type Result, success } from '../shared/errors/problem';
import { DEFAULT_FOOTPRINT } from './services/defaults';

export interface StartArguments {
  readonly footprint: string;
  readonly web: boolean;
  readonly noOpen: boolean;
  readonly help: boolean;
}

const FLAGS: readonly string[] = ['--web', '--no-open', '--help'];

export const START_HELP = `Opens Footbridge, after printing the comparison of one footprint.

  npm start                         north-central-london
  npm start -- FOOTPRINT            another footprint, by its id
  npm start -- --web                in a browser, even where Electron is installed
  npm start -- --no-open            no window: print the address and serve

Environment
  FOOTBRIDGE_BROWSER    path of the Chromium-family browser to use
  FOOTBRIDGE_NO_FETCH   set: never fetch the Electron binary

npm run --silent footbridge -- list shows the footprints.`;

export function readStartArguments(args: readonly string[]): Result<StartArguments> {
  const unknown = args.find((arg) => arg.startsWith('-') && !FLAGS.includes(arg));
  if (unknown) {
    const remedy = didYouMean(unknown, FLAGS) || 'npm start -- --help lists the options.';
    return failure({
      code: 'arguments.unknown',
      message: `There is no option ${unknown}.`,
      remedy,
    });
  }
  const names = args.filter((arg) => !arg.startsWith('-'));
  if (names.length > 1) {
    const message = `One footprint can be opened at a time, and ${names.length} were named.`;
    return failure({ code: 'arguments.too-many', message, remedy: 'Name one.' });
  }
  return success({
    footprint: names[0] ?? DEFAULT_FOOTPRINT,
    web: args.includes('--web'),
    noOpen: args.includes('--no-open'),
    help: args.includes('--help'),
  });
}
