// Builds everything that runs: the page with vite, the Node entries with rolldown.
// Node bundles carry their libraries; they find the repository's models at ../models from dist.
// The whole is made beside dist and swapped in, so a reader of dist never meets half a build.

import {
  cpSync,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import react from '@vitejs/plugin-react';
import { rolldown } from 'rolldown';
import { build as viteBuild } from 'vite';
import { DIST, ROOT, STAMP } from './paths.mjs';

/** @type {{ source: string, bundle: string, format: 'esm' | 'cjs' }[]} */
const NODE_ENTRIES = [
  { source: 'electron/main/main.ts', bundle: 'main.mjs', format: 'esm' },
  // A sandboxed window loads CommonJS only.
  { source: 'electron/preload/preload.ts', bundle: 'preload.cjs', format: 'cjs' },
  { source: 'electron/cli/cli.ts', bundle: 'cli.mjs', format: 'esm' },
  { source: 'electron/start.ts', bundle: 'start.mjs', format: 'esm' },
];

export async function build() {
  // The stamp tells of the moment before reading, so an edit made meanwhile counts as newer.
  const startedAt = new Date();
  const staging = `${DIST}.${process.pid}`;
  try {
    mkdirSync(staging, { recursive: true });
    await Promise.all([
      buildRenderer(staging),
      ...NODE_ENTRIES.map((entry) => buildNodeEntry(entry, staging)),
    ]);
    writeFileSync(join(staging, STAMP), '');
    utimesSync(join(staging, STAMP), startedAt, startedAt);
    swapIn(staging);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/** @param {string} staging */
async function buildRenderer(staging) {
  const root = join(ROOT, 'renderer');
  if (!existsSync(join(root, 'index.html'))) return;
  await viteBuild({
    root,
    base: './',
    configFile: false,
    envDir: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [react()],
    worker: { format: 'es' },
    build: {
      outDir: join(staging, 'renderer'),
      emptyOutDir: true,
      // The content policy allows files of ours, not data: addresses.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      // Read from disk, never over a network: one large file costs nothing.
      chunkSizeWarningLimit: 5000,
    },
  });
}

/**
 * @param {typeof NODE_ENTRIES[number]} entry
 * @param {string} staging
 */
async function buildNodeEntry({ source, bundle, format }, staging) {
  const input = join(ROOT, source);
  if (!existsSync(input)) return;
  const bundler = await rolldown({
    input,
    cwd: ROOT,
    platform: 'node',
    external: ['electron', /^electron\//],
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
  });
  try {
    await bundler.write({ file: join(staging, bundle), format, codeSplitting: false });
  } finally {
    await bundler.close();
  }
}

/** @param {string} staging */
function swapIn(staging) {
  const old = `${DIST}.${process.pid}.old`;
  for (let attempt = 0; attempt < 5; attempt += 1) {
    try {
      if (existsSync(DIST)) renameSync(DIST, old);
      renameSync(staging, DIST);
      rmSync(old, { recursive: true, force: true });
      return;
    } catch {
      // Another build swapped at the same moment: try again.
      rmSync(old, { recursive: true, force: true });
    }
  }
  // Windows refuses to rename a folder with an open file in it.
  cpSync(staging, DIST, { recursive: true });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const before = performance.now();
  await build();
  console.log(`Built dist in ${((performance.now() - before) / 1000).toFixed(1)} s`);
}
