// `npm run calibrate`: sets the calibrated line of every footprint anew (see build/calibrate/).

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { CACHE, ROOT } from './paths.mjs';

const file = join(CACHE, 'calibrate.mjs');
const input = join(ROOT, 'build', 'calibrate', 'calibrate.ts');
const bundler = await rolldown({ input, cwd: ROOT, platform: 'node' });
await bundler.write({ file, format: 'esm', codeSplitting: false });
await bundler.close();
const run = spawnSync(process.execPath, [file, join(ROOT, 'models')], { stdio: 'inherit' });
process.exitCode = run.status ?? 1;
