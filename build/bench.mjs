// `npm run bench`: bundles each tests/bench/**/*.bench.ts the way the program is bundled and runs
// it, so that what is timed is what ships. Name part of a path to run fewer.

import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { CACHE, ROOT } from './paths.mjs';

const wanted = process.argv[2] ?? '';
const benches = findBenches().filter((path) => path.includes(wanted));
if (benches.length === 0) console.log('No benches found in tests/bench');

for (const bench of benches) {
  const file = join(CACHE, 'bench', bench.replaceAll(/[\\/]/g, '-').replace(/\.ts$/, '.mjs'));
  const bundler = await rolldown({ input: join(ROOT, bench), cwd: ROOT, platform: 'node' });
  await bundler.write({ file, format: 'esm', codeSplitting: false });
  await bundler.close();
  console.log(`\n${bench}`);
  const run = spawnSync(process.execPath, [file], { cwd: ROOT, stdio: 'inherit' });
  if (run.status !== 0) process.exitCode = 1;
}

function findBenches() {
  const folder = join(ROOT, 'tests', 'bench');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.bench.ts'))
    .map((name) => join('tests', 'bench', name))
    .sort();
}
