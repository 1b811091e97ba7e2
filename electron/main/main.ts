/** The desktop program. Says where things lie, from where the bundle itself lies, and starts the shell. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, dialog } from 'electron';
import { CORE } from '../services/core';
import { readFootprintFlag, VERSION } from '../services/defaults';
import { createHandlers } from '../services/handlers';
import { readLibraryFolder } from '../services/library-folder';
import { reportBugTo } from '../services/report-bug';
import { boot } from './boot';

const here = dirname(fileURLToPath(import.meta.url));

boot({
  rendererFolder: join(here, 'renderer'),
  preload: join(here, 'preload.cjs'),
  handlers: createHandlers({
    host: 'electron',
    version: VERSION,
    footprint: readFootprintFlag(process.argv),
    readLibrary: () => readLibraryFolder(join(here, '..', 'models')),
    core: CORE,
  }),
  reportBug: reportBugTo((line) => process.stderr.write(`${line}\n`), process.env),
}).catch((error: unknown) => {
  const reason = error instanceof Error ? error.message : String(error);
  dialog.showErrorBox('Footbridge could not start', reason);
  app.exit(1);
});
