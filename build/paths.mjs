// Where things are, worked out from this file so that the folder can stand anywhere.

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));
export const DIST = join(ROOT, 'dist');
export const STAMP = '.stamp';
export const CACHE = join(ROOT, 'node_modules', '.cache', 'footbridge');
