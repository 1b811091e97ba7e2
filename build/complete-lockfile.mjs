// Adds to package-lock.json the binaries of other platforms that npm left out.
// A registry mirror that carries some platforms only makes npm drop the rest without a word,
// after which `npm ci` refuses the lockfile. Run after `npm install`; it changes nothing when
// nothing is missing. Added entries pin the version but have no checksum: none was seen here.

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const LOCKFILE = fileURLToPath(new URL('../package-lock.json', import.meta.url));
const SYSTEMS =
  /-(android|darwin|freebsd|linux|openharmony|win32)-(arm64|arm|x64|ia32|ppc64|s390x)(?:-(\w+))?$/;

/** @type {{ packages: Record<string, any> }} */
const lock = JSON.parse(readFileSync(LOCKFILE, 'utf8'));
let added = 0;

for (const owner of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(owner.optionalDependencies ?? {})) {
    const key = `node_modules/${name}`;
    const platform = SYSTEMS.exec(name);
    if (lock.packages[key] || !platform) continue;
    if (!/^\d+\.\d+\.\d+/.test(version)) throw new Error(`${name} is not pinned: ${version}`);
    lock.packages[key] = platformEntry(owner, version, platform);
    added += 1;
  }
}

if (added > 0) {
  lock.packages = Object.fromEntries(
    Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')),
  );
  writeFileSync(LOCKFILE, `${JSON.stringify(lock, null, 2)}\n`);
}
console.log(`${added} platform packages added to package-lock.json`);

/**
 * @param {{ dev?: boolean }} owner
 * @param {string} version
 * @param {RegExpExecArray} platform
 */
function platformEntry(owner, version, [, os, cpu, abi]) {
  return {
    version,
    cpu: [cpu],
    ...(owner.dev ? { dev: true } : {}),
    // Without it npm would fetch the musl build on a glibc system.
    ...(abi === 'musl' ? { libc: ['musl'] } : {}),
    optional: true,
    os: [os],
  };
}
