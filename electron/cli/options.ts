/** The options that commands share, and how their text is read. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { OutputOptions } from './commands/output';
import type { InputOptions } from './open-input';
import type { Variations } from './vary-input';

export interface Flags {
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly set?: readonly string[];
  readonly to?: string;
  readonly child?: string;
  readonly scaleUp?: readonly string[];
}

export const outputOf = (flags: Flags): OutputOptions => ({
  json: flags.json ?? false,
  csv: flags.csv ?? false,
});

export const inputOf = (flags: Flags): InputOptions & Variations => ({
  set: flags.set ?? [],
  scaleUp: flags.scaleUp ?? [],
  ...(flags.to === undefined ? {} : { to: flags.to }),
  ...(flags.child === undefined ? {} : { child: flags.child }),
});

const collect = (value: string, before: string[] | undefined): string[] => [
  ...(before ?? []),
  value,
];

export const withOutput = (command: Command): Command =>
  command
    .addOption(
      new Option('--json', 'JSON of a documented shape (see: footbridge schema)').conflicts('csv'),
    )
    .addOption(new Option('--csv', 'CSV, one row a value'));

const withEdits = (command: Command): Command =>
  command
    .option(
      '--set <cell=value>',
      'change an assumption in every scenario; may be repeated',
      collect,
    )
    .option('--to <year>', 'last year of the horizon, such as 2025/26');

const FOOTPRINT = "a footprint's id, number or name, or a .footbridge file";

export const withDocument = (command: Command): Command =>
  withEdits(command.argument('<footprint>', FOOTPRINT));

export const withInput = (command: Command): Command => withDocument(withOutput(command));

/** `below` says where the child stands. */
const withVariations = (command: Command, below: string): Command =>
  command
    .option('--child <id>', `track-record or capital-refused: the same plan met by that, ${below}`)
    .option(
      '--scale-up <site>',
      "add a vanguard site's schemes (see: footbridge list vanguards); may be repeated",
      collect,
    );

/** A document and one of its scenarios. */
export const withScenario = (command: Command, purpose: string, scenario?: string): Command =>
  withVariations(
    withInput(command).option('-s, --scenario <id>', purpose, scenario),
    'in place of the scenario',
  );

/** A document with all its scenarios, or no document. */
export const withComparison = (command: Command): Command =>
  withVariations(
    withEdits(withOutput(command).argument('[footprint]', FOOTPRINT)),
    'beside every scenario that has schemes',
  );

export function oneOf<T extends string>(choices: readonly T[]): (text: string) => T {
  return (text) => {
    const found = choices.find((choice) => choice === text);
    if (!found) throw new InvalidArgumentError(`Use one of: ${choices.join(', ')}.`);
    return found;
  };
}

export function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (!(value >= least && value <= most)) {
      throw new InvalidArgumentError(`Use a whole number from ${least} to ${most}.`);
    }
    return value;
  };
}
