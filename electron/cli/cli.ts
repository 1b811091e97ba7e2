/** `footbridge …`: the entry of the command line. Runs without Electron. */
import { fileURLToPath } from 'node:url';
import { decodeLibrary } from '../../shared/library/decode-library';
import { VERSION } from '../services/defaults';
import { readLibraryFolder } from '../services/library-folder';
import { startLongRun } from './long-run';
import { runCli } from './run-cli';

const MODELS = fileURLToPath(new URL('../models', import.meta.url));

const outcome = await runCli({
  args: process.argv.slice(2),
  version: VERSION,
  loadLibrary: async () => {
    const texts = await readLibraryFolder(MODELS);
    return texts.ok ? decodeLibrary(texts.value) : texts;
  },
  startLongRun: () => startLongRun(process),
});
if (outcome.text !== '') await write(process.stdout, `${outcome.text}\n`);
if (outcome.errors !== '') await write(process.stderr, `${outcome.errors}\n`);
process.exitCode = outcome.code;

/** Waits for a pipe to take everything; a reader that went away is no fault of ours. */
function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve) => {
    stream.once('error', () => resolve());
    stream.write(text, () => resolve());
  });
}
