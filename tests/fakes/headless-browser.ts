// A program that takes the arguments of an app window and opens the page in whatever browser is at hand, which
// may be one that cannot show a window. Its arguments are left in a file beside it. Not for Windows.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from '../helpers/browser';

const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

export async function headlessBrowser(folder: string): Promise<string> {
  const { executablePath, args, env } = await findBrowser();
  const exports = Object.entries(env)
    .filter(([name, value]) => process.env[name] !== value)
    .map(([name, value]) => `export ${name}=${quote(value)}`);
  const script = [
    '#!/bin/sh',
    ...exports,
    `printf '%s\\n' "$@" > ${quote(join(folder, 'arguments'))}`,
    'for each in "$@"; do case "$each" in --app=*) address=$(printf %s "$each" | cut -c7-);; esac; done',
    `exec ${quote(executablePath)} --headless ${args.map(quote).join(' ')} "$@" "$address"`,
  ];
  const path = join(folder, 'browser');
  writeFileSync(path, `${script.join('\n')}\n`, { mode: 0o755 });
  return path;
}
