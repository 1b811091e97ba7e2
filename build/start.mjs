// `npm start`: the desktop program, built first if need be. Arguments go through.

import { runBuilt } from './ensure-built.mjs';

await runBuilt('start.mjs');
