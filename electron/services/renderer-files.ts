/** The built page as files, for both hosts. No path leads out of the folder, however it is written. */
import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

export interface RendererFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/** `pathname` is the path of an address, still encoded. Undefined when there is no such file to give. */
export async function readRendererFile(
  folder: string,
  pathname: string,
): Promise<RendererFile | undefined> {
  const segments = readSegments(pathname);
  if (!segments) return undefined;
  const path = join(folder, ...segments);
  const type = TYPES[extname(path)];
  if (!type) return undefined;
  try {
    // Both are resolved, so a link inside the folder that leads out of it is refused as well.
    const [root, real] = await Promise.all([realpath(folder), realpath(path)]);
    if (!real.startsWith(root + sep)) return undefined;
    return { bytes: new Uint8Array(await readFile(real)), type };
  } catch {
    return undefined;
  }
}

/** Decoded once, piece by piece, so that an encoded slash cannot make a piece into two. */
function readSegments(pathname: string): string[] | undefined {
  if (!pathname.startsWith('/')) return undefined;
  if (pathname === '/') return ['index.html'];
  const segments: string[] = [];
  for (const encoded of pathname.slice(1).split('/')) {
    const segment = decodeOnce(encoded);
    if (segment === undefined || !/^[\w@-][\w.@-]*$/.test(segment)) return undefined;
    segments.push(segment);
  }
  return segments;
}

function decodeOnce(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
