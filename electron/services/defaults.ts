/** What a host assumes when nobody says otherwise. */
import { version } from '../../package.json';

export const VERSION = version;

export const DEFAULT_FOOTPRINT = 'north-central-london';

/** How the start script tells the shell which footprint to open. */
export const FOOTPRINT_FLAG = '--footprint=';

/** The footprint named by the last such flag. Whether it exists is for the library to say. */
export function readFootprintFlag(args: readonly string[]): string {
  const flag = args.findLast((arg) => arg.startsWith(FOOTPRINT_FLAG));
  const id = flag?.slice(FOOTPRINT_FLAG.length) ?? '';
  return /^[a-z0-9-]{1,200}$/.test(id) ? id : DEFAULT_FOOTPRINT;
}
