import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const fakeElectron = fileURLToPath(new URL('./tests/fakes/electron.ts', import.meta.url));

export default defineConfig({
  resolve: { alias: [{ find: /^electron$/, replacement: fakeElectron }] },
  test: {
    include: ['tests/{unit,golden,property,contract,architecture}/**/*.test.{ts,tsx}'],
    environment: 'node',
    // Properties run whole footprints; a limit is for what hangs, not for what is slow on a busy machine.
    testTimeout: 120_000,
    // Left to itself the runner keeps a core idle, which on two cores is half of the machine.
    maxWorkers: '100%',
    // The alias does not reach node_modules. There, importing electron without its binary would
    // start a download; with this set it yields a harmless string.
    env: { ELECTRON_OVERRIDE_DIST_PATH: 'electron-is-not-started-in-tests' },
  },
});
