/** The command line: arguments to commands, results to text and exit codes. Nothing here calculates. */
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { encodeDocument } from '../../shared/document/encode-document';
import type { Library } from '../../shared/domain/library';
import { MARK_MEANING } from '../../shared/domain/mark';
import { DO_NOTHING } from '../../shared/domain/scenario';
import type { Result } from '../../shared/errors/problem';
import { JSON_SHAPES, type JsonCommand, jsonSchema } from '../../shared/report/json-shapes';
import type { GapView } from '../../shared/report/table';
import { bridge } from './commands/bridge';
import { compare } from './commands/compare';
import { explain } from './commands/explain';
import { type Listing, list } from './commands/list';
import type { OutputOptions } from './commands/output';
import { project } from './commands/project';
import { findAllProblems, validate } from './commands/validate';
import { verify } from './commands/verify';
import { type InputOptions, openInput } from './open-input';
import { done, type Outcome, refused } from './outcome';

export interface CliOptions {
  readonly args: readonly string[];
  readonly version: string;
  readonly loadLibrary: () => Promise<Result<Library>>;
}

type Flags = { json?: boolean; csv?: boolean; set?: string[]; to?: string };

const outputOf = (flags: Flags): OutputOptions => ({
  json: flags.json ?? false,
  csv: flags.csv ?? false,
});

const inputOf = (flags: Flags): InputOptions => ({
  set: flags.set ?? [],
  ...(flags.to === undefined ? {} : { to: flags.to }),
});

const collect = (value: string, before: string[] | undefined): string[] => [
  ...(before ?? []),
  value,
];

const LISTINGS: readonly Listing[] = [
  'footprints',
  'organisations',
  'assumptions',
  'lines',
  'scenarios',
  'scheme-types',
];
const VIEWS: readonly GapView[] = ['nhs', 'social_care', 'total'];

/** Runs one command. Wrong arguments end with code 2, wrong input with code 1, never with a stack. */
export async function runCli(options: CliOptions): Promise<Outcome> {
  const { code, text, errors } = await runCommand(options);
  return { code, text: harmless(text), errors: harmless(errors) };
}

async function runCommand(options: CliOptions): Promise<Outcome> {
  let written = '';
  let complained = '';
  let outcome: Outcome | undefined;
  const withLibrary = async (work: (library: Library) => Promise<Outcome> | Outcome) => {
    const library = await options.loadLibrary();
    outcome = library.ok ? await work(library.value) : refused(library.problems);
  };
  const program = buildProgram(options.version, withLibrary, (result) => {
    outcome = result;
  });
  configure(
    program,
    (text) => (written += text),
    (text) => (complained += text),
  );
  try {
    await program.parseAsync([...options.args], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) return ownFault(error);
    const code = error.exitCode === 0 ? 0 : 2;
    return { code, text: written.trimEnd(), errors: complained.trimEnd() };
  }
  return outcome ?? done(written.trimEnd());
}

/** A fault of ours is told in a sentence. */
function ownFault(error: unknown): Outcome {
  const [detail = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  const message = `Footbridge met a fault of its own: ${detail}. Nothing was changed; please report it.`;
  return { code: 1, text: '', errors: message };
}

/**
 * Text that cannot steer a terminal: names come from files of strangers. Control characters and marks that
 * turn the direction of writing show as the escape that JSON uses for them, so JSON keeps its meaning.
 */
function harmless(text: string): string {
  return text.replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Every command throws instead of leaving the process, and writes where it is told. */
function configure(
  command: Command,
  out: (text: string) => void,
  err: (text: string) => void,
): void {
  command.exitOverride();
  command.configureOutput({ writeOut: out, writeErr: err });
  command.showHelpAfterError("See 'footbridge --help', or 'footbridge COMMAND --help'.");
  for (const child of command.commands) configure(child, out, err);
}

type WithLibrary = (work: (library: Library) => Promise<Outcome> | Outcome) => Promise<void>;

function buildProgram(
  version: string,
  withLibrary: WithLibrary,
  end: (outcome: Outcome) => void,
): Command {
  const program = new Command('footbridge');
  program
    .description(
      'The money in a health and care footprint: budgets to 2020/21 if nothing changes, and transformed futures.',
    )
    .version(version)
    .addHelpText('after', HELP_TAIL);

  const withOutput = (command: Command): Command =>
    command
      .addOption(
        new Option('--json', 'JSON of a documented shape (see: footbridge schema)').conflicts(
          'csv',
        ),
      )
      .addOption(new Option('--csv', 'CSV, one row a value'));
  const withDocument = (command: Command): Command =>
    command
      .argument('<footprint>', "a footprint's id, number or name, or a .footbridge file")
      .option(
        '--set <cell=value>',
        'change an assumption in every scenario; may be repeated',
        collect,
      )
      .option('--to <year>', 'last year of the horizon, such as 2025/26');
  const withInput = (command: Command): Command => withDocument(withOutput(command));

  withOutput(program.command('list'))
    .description('the 44 footprints, or what one can name')
    .argument('[what]', LISTINGS.join(', '), oneOf(LISTINGS), 'footprints')
    .argument('[footprint]', 'whose organisations to list')
    .action((what: Listing, footprint: string | undefined, flags: Flags, command: Command) => {
      if ((what === 'organisations') !== (footprint !== undefined)) {
        command.error('error: name a footprint with organisations, and only with them');
      }
      if (flags.json && what !== 'footprints') {
        command.error(`error: --json lists footprints only; use --csv for ${what}`);
      }
      return withLibrary((library) => list(library, what, footprint ?? '', outputOf(flags)));
    });

  withInput(program.command('project'))
    .description("every organisation's budget by year")
    .option('-s, --scenario <id>', 'the scenario', DO_NOTHING)
    .action((input: string, flags: Flags & { scenario: string }) =>
      withLibrary(async (library) => {
        const document = await openInput(library, input, inputOf(flags));
        if (!document.ok) return refused(document.problems);
        return project(library, document.value, flags.scenario, outputOf(flags));
      }),
    );

  withInput(program.command('compare'))
    .description('do nothing and every scenario, side by side')
    .action((input: string, flags: Flags) =>
      withLibrary(async (library) => {
        const document = await openInput(library, input, inputOf(flags));
        return document.ok
          ? compare(library, document.value, outputOf(flags))
          : refused(document.problems);
      }),
    );

  withInput(program.command('bridge'))
    .description('what lies between two scenarios, step by step')
    .option('-s, --scenario <id>', 'the scenario it leads to', 'combined')
    .option('-a, --against <id>', 'the scenario it starts from', DO_NOTHING)
    .option('--causes', 'what makes the do-nothing gap instead', false)
    .addOption(new Option('--view <part>', 'which gap').choices([...VIEWS]))
    .action(
      (
        input: string,
        flags: Flags & { scenario: string; against: string; causes: boolean; view?: GapView },
      ) =>
        withLibrary(async (library) => {
          const document = await openInput(library, input, inputOf(flags));
          return document.ok
            ? bridge(library, document.value, flags, outputOf(flags))
            : refused(document.problems);
        }),
    );

  withInput(program.command('explain'))
    .description('one number: its formula with values, and where each came from')
    .argument('<cell>', 'such as system_position@2020/21 or provider_cost[RKE]@2019/20')
    .option('-s, --scenario <id>', 'the scenario', DO_NOTHING)
    .option('--depth <levels>', 'levels of inputs to open', wholeNumber(1, 8), 2)
    .action((input: string, cell: string, flags: Flags & { scenario: string; depth: number }) =>
      withLibrary(async (library) => {
        const document = await openInput(library, input, inputOf(flags));
        return document.ok
          ? explain(library, document.value, cell, flags, outputOf(flags))
          : refused(document.problems);
      }),
    );

  withInput(program.command('validate'))
    .description('everything that is wrong with a document, at once')
    .action((input: string, flags: Flags) =>
      withLibrary(async (library) => {
        const document = await openInput(library, input, inputOf(flags));
        const found = document.ok
          ? findAllProblems(library, document.value)
          : { problems: document.problems, lines: 0 };
        return validate(found, input, outputOf(flags));
      }),
    );

  withOutput(program.command('verify'))
    .description(
      'the model against a table of worked cases (columns example, kind, name, unit, value)',
    )
    .argument('<cases>', 'a CSV file such as models/examples/worked-examples.csv')
    .option('--only <examples>', 'examples to run, such as E1,E2,E3')
    .action((path: string, flags: Flags & { only?: string }) => {
      const only = (flags.only ?? '').split(',').filter((name) => name !== '');
      return withLibrary((library) => verify(library, path, only, outputOf(flags)));
    });

  withDocument(program.command('new'))
    .description('a new document of a footprint as text: footbridge new NCL > plan.footbridge')
    .action((input: string, flags: Flags) =>
      withLibrary(async (library) => {
        const document = await openInput(library, input, inputOf(flags));
        if (!document.ok) return refused(document.problems);
        const { problems } = findAllProblems(library, document.value);
        if (problems.length > 0) return refused(problems);
        return done(encodeDocument(document.value, library).trimEnd());
      }),
    );

  program
    .command('schema')
    .description('the shape of --json as JSON Schema')
    .argument(
      '<command>',
      Object.keys(JSON_SHAPES).join(', '),
      oneOf(Object.keys(JSON_SHAPES) as JsonCommand[]),
    )
    .action((command: JsonCommand) => end(done(JSON.stringify(jsonSchema(command), null, 2))));

  return program;
}

function oneOf<T extends string>(choices: readonly T[]): (text: string) => T {
  return (text) => {
    const found = choices.find((choice) => choice === text);
    if (!found) throw new InvalidArgumentError(`Use one of: ${choices.join(', ')}.`);
    return found;
  };
}

function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (!(value >= least && value <= most)) {
      throw new InvalidArgumentError(`Use a whole number from ${least} to ${most}.`);
    }
    return value;
  };
}

const HELP_TAIL = `
Examples:
  footbridge list
  footbridge compare north-central-london
  footbridge project birmingham-and-solihull --set "volume_growth[emergency]=3.5%"
  footbridge project south-west-london --scenario combined --to 2025/26 --csv
  footbridge bridge north-central-london --causes
  footbridge explain north-central-london "provider_cost[RKE]@2019/20"
  footbridge verify models/examples/worked-examples.csv --only E1,E2,E3
  footbridge new north-central-london > plan.footbridge

A cell is a line, its elements in brackets and a year: allocation_growth[ccg]@2018/19.
Money is £m cash, a shortfall negative. Marks:
${Object.entries(MARK_MEANING)
  .map(([mark, meaning]) => `  ${mark.padEnd(11)} ${meaning}`)
  .join('\n')}

Exit codes: 0 done, 1 the input is wrong (the message says where and what to do), 2 the command line is wrong.`;
