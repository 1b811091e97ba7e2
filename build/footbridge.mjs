// `npm run --silent footbridge -- …`: the command line, built first if need be.

import { runBuilt } from './ensure-built.mjs';

await runBuilt('cli.mjs');
