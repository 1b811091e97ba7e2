/** The command line: arguments to commands, results to text and exit codes. Nothing here calculates. */
import { Command, CommanderError, Option } from 'commander';
import { encodeDocument } from '../../shared/document/encode-document';
import type { FootbridgeDocument } from '../../shared/domain/document';
import type { Footprint } from '../../shared/domain/footprint';
import type { Library } from '../../shared/domain/library';
import { DO_NOTHING } from '../../shared/domain/scenario';
import type { Result } from '../../shared/errors/problem';
import { JSON_SHAPES, type JsonCommand, jsonSchema } from '../../shared/report/json-shapes';
import type { GapView } from '../../shared/report/table';
import { appraise } from './commands/appraise';
import { bridge } from './commands/bridge';
import { claims } from './commands/claims';
import { compare } from './commands/compare';
import { compareAll, type Sorting } from './commands/compare-all';
import { effects } from './commands/effects';
import { explain } from './commands/explain';
import { flags as redFlags } from './commands/flags';
import { type Listing, list } from './commands/list';
import { project } from './commands/project';
import { findAllProblems, validate } from './commands/validate';
import { verify } from './commands/verify';
import { HELP_TAIL } from './help';
import type { LongRun } from './long-run';
import { openEvery, openInput, openScenario } from './open-input';
import {
  type Flags,
  inputOf,
  oneOf,
  outputOf,
  wholeNumber,
  withComparison,
  withDocument,
  withInput,
  withOutput,
  withScenario,
} from './options';
import { done, type Outcome, refused } from './outcome';

export interface CliOptions {
  readonly args: readonly string[];
  readonly version: string;
  readonly loadLibrary: () => Promise<Result<Library>>;
  /** For a command that takes a while; without it nothing is told and nothing stops it. */
  readonly startLongRun?: () => LongRun;
}

const QUIET: LongRun = { tell: () => {}, isStopped: () => false, end: () => {} };

const LISTINGS: readonly Listing[] = [
  'footprints',
  'organisations',
  'assumptions',
  'lines',
  'scenarios',
  'scheme-types',
  'evidence',
  'vanguards',
];
/** Listings of which one entry can be named, to be shown in full. */
const NAMED: readonly Listing[] = ['evidence', 'vanguards'];
/** Listings with a shape of JSON. */
const IN_JSON: readonly Listing[] = ['footprints', ...NAMED];
const VIEWS: readonly GapView[] = ['nhs', 'social_care', 'total'];
const SORTINGS: readonly Sorting[] = ['number', 'gap'];

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
  const program = buildProgram(options, withLibrary, (result) => {
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
  { version, startLongRun }: CliOptions,
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

  /** Opens the document with its variations; the scenario is the chosen one or its child. */
  const onScenario = (
    input: string,
    flags: Flags & { readonly scenario: string },
    work: (library: Library, document: FootbridgeDocument, scenario: string) => Outcome,
  ) =>
    withLibrary(async (library) => {
      const opened = await openScenario(library, input, flags.scenario, inputOf(flags));
      return opened.ok
        ? work(library, opened.value.document, opened.value.scenario)
        : refused(opened.problems);
    });

  withOutput(program.command('list'))
    .description('the 44 footprints, or what one can name')
    .argument('[what]', LISTINGS.join(', '), oneOf(LISTINGS), 'footprints')
    .argument('[name]', 'whose organisations to list, or the finding or site to show in full')
    .action((what: Listing, name: string | undefined, flags: Flags, command: Command) => {
      if (!NAMED.includes(what) && (what === 'organisations') !== (name !== undefined)) {
        command.error('error: name a footprint with organisations, and only with them');
      }
      if (flags.json && !IN_JSON.includes(what)) {
        command.error(`error: --json lists ${IN_JSON.join(', ')} only; use --csv for ${what}`);
      }
      return withLibrary((library) => list(library, what, name ?? '', outputOf(flags)));
    });

  withScenario(program.command('project'), 'the scenario', DO_NOTHING)
    .description("every organisation's budget by year")
    .action((input: string, flags: Flags & { scenario: string }) =>
      onScenario(input, flags, (library, document, scenario) =>
        project(library, document, scenario, outputOf(flags)),
      ),
    );

  withComparison(program.command('compare'))
    .description('do nothing and every scenario, side by side; or all footprints')
    .option('--all-footprints', 'the national table in place of one footprint', false)
    .addOption(new Option('--sort <by>', 'order of the national table').choices([...SORTINGS]))
    .action((input: string | undefined, flags: ComparisonFlags, command: Command) => {
      const wrong = wrongComparison(input, flags);
      if (wrong) command.error(`error: ${wrong}`);
      return withLibrary(async (library) => {
        if (flags.allFootprints) {
          const run = startLongRun?.() ?? QUIET;
          const open = ({ id }: Footprint) => openInput(library, id, inputOf(flags));
          const { child, sort = 'number' } = flags;
          return compareAll(
            library,
            { open, run, sort, ...(child ? { child } : {}) },
            outputOf(flags),
          );
        }
        const document = await openEvery(library, input ?? '', inputOf(flags));
        return document.ok
          ? compare(library, document.value, flags.child, outputOf(flags))
          : refused(document.problems);
      });
    });

  withScenario(program.command('bridge'), 'the scenario it leads to', 'combined')
    .description('what lies between two scenarios, step by step')
    .option('-a, --against <id>', 'the scenario it starts from', DO_NOTHING)
    .option('--causes', 'what makes the do-nothing gap instead', false)
    .addOption(new Option('--view <part>', 'which gap').choices([...VIEWS]))
    .action(
      (
        input: string,
        flags: Flags & { scenario: string; against: string; causes: boolean; view?: GapView },
      ) =>
        onScenario(input, flags, (library, document, scenario) =>
          bridge(library, document, { ...flags, scenario }, outputOf(flags)),
        ),
    );

  withScenario(program.command('effects'), 'the scenario', 'combined')
    .description('what each scheme does by year: to whom, in cash or only on paper')
    .action((input: string, flags: Flags & { scenario: string }) =>
      onScenario(input, flags, (library, document, scenario) =>
        effects(library, document, scenario, outputOf(flags)),
      ),
    );

  withScenario(program.command('claims'), 'the scenario', 'combined')
    .description('what is claimed of which pot, and what is counted twice')
    .action((input: string, flags: Flags & { scenario: string }) =>
      onScenario(input, flags, (library, document, scenario) =>
        claims(library, document, scenario, outputOf(flags)),
      ),
    );

  withScenario(program.command('appraise'), 'the scenario', 'combined')
    .description('net present value over 10, 30 and 60 years, and when each scheme pays back')
    .action((input: string, flags: Flags & { scenario: string }) =>
      onScenario(input, flags, (library, document, scenario) =>
        appraise(library, document, scenario, outputOf(flags)),
      ),
    );

  withScenario(program.command('flags'), 'the scenario; every one when left out')
    .description('what makes a plan hard to believe: the red flags it trips')
    .action((input: string, flags: Flags & { scenario?: string }) => {
      const { scenario: chosen } = flags;
      if (chosen !== undefined) {
        return onScenario(input, { ...flags, scenario: chosen }, (library, document, scenario) =>
          redFlags(library, document, scenario, outputOf(flags)),
        );
      }
      return withLibrary(async (library) => {
        const document = await openEvery(library, input, inputOf(flags));
        return document.ok
          ? redFlags(library, document.value, undefined, outputOf(flags))
          : refused(document.problems);
      });
    });

  withScenario(program.command('explain'), 'the scenario', DO_NOTHING)
    .description('one number: its formula with values, and where each came from')
    .argument('<cell>', 'such as system_position@2020/21 or provider_cost[RKE]@2019/20')
    .option('--depth <levels>', 'levels of inputs to open', wholeNumber(1, 8), 2)
    .action((input: string, cell: string, flags: Flags & { scenario: string; depth: number }) =>
      onScenario(input, flags, (library, document, scenario) =>
        explain(library, document, cell, { ...flags, scenario }, outputOf(flags)),
      ),
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
    .option('--only <examples>', 'examples to run, such as E4,E6b; all of the table when absent')
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

type ComparisonFlags = Flags & { readonly allFootprints: boolean; readonly sort?: Sorting };

/** What cannot go together; undefined when all is well. */
function wrongComparison(input: string | undefined, flags: ComparisonFlags): string | undefined {
  const { allFootprints, sort, scaleUp } = flags;
  if (!allFootprints && input === undefined) {
    return "missing required argument 'footprint'; name one, or use --all-footprints";
  }
  if (!allFootprints) return sort ? '--sort goes with --all-footprints' : undefined;
  if (input !== undefined) return 'name a footprint or use --all-footprints, not both';
  return scaleUp ? '--scale-up needs one footprint' : undefined;
}
