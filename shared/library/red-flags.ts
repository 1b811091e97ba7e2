/** The red flags, from text to rules. Each measure becomes a line of the model, so that it can be explained. */
import { z } from 'zod';
import type { GivenCell } from '../domain/cell';
import type { LineDefinition } from '../domain/model-text';
import { type FlagTest, type RedFlag, TRIPS } from '../domain/red-flag';
import { didYouMean } from '../errors/nearest';
import { failure, type Place, type Problem, type Result, success } from '../errors/problem';
import { type KnownEvidence, unknownEvidence } from './evidence-ids';
import { cellsOf, lineText, toDefinition } from './line-text';
import { readYaml } from './read-yaml';

export const RED_FLAGS_FILE = 'flags/red-flags.yaml';

/** The heading its lines stand under. */
export const RED_FLAGS_SECTION = 'Red flags';

const formula = z.union([z.string(), z.number()]).transform(String);

const common = {
  over: z.array(z.string()).optional(),
  when: formula.optional(),
  years: z.enum(['all', 'last']).optional(),
  wording: z.string().min(1),
};

const measured = z.strictObject({
  ...common,
  label: z.string().min(1),
  measure: formula,
  unit: z.string(),
  trips: z.enum(TRIPS),
  red: z.number().optional(),
  amber: z.number().optional(),
});

const cited = z.strictObject({ ...common, cited: z.array(z.string()).min(1) });

const flagsFile = z.strictObject({
  /** Lines that several measures need. */
  lines: z.array(lineText).optional(),
  flags: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string().min(1),
      evidence: z.array(z.string()).min(1),
      why: z.string().min(1),
      tests: z.array(z.union([measured, cited])).min(1),
    }),
  ),
});

type FlagText = z.infer<typeof flagsFile>['flags'][number];
type TestText = FlagText['tests'][number];

export interface RedFlagsRead {
  readonly flags: readonly RedFlag[];
  readonly lines: readonly LineDefinition[];
  readonly cells: readonly GivenCell[];
}

/** What the flags are read against: the lines of the model and the ids of its scheme types. */
export interface FlagSurroundings {
  readonly lines: readonly LineDefinition[];
  readonly schemeTypes: readonly string[];
  readonly known: KnownEvidence;
}

/** Reads the flags. Formulas are checked with those of all lines, when a model is opened. */
export function readRedFlags(text: string, around: FlagSurroundings): Result<RedFlagsRead> {
  const read = readYaml(text, RED_FLAGS_FILE, flagsFile);
  if (!read.ok) return read;
  const problems: Problem[] = [];
  const lines: LineDefinition[] = [];
  const cells: GivenCell[] = [];
  const none = new Map();
  for (const line of read.value.lines ?? []) {
    lines.push(toDefinition(line, RED_FLAGS_SECTION, RED_FLAGS_FILE));
    cells.push(...cellsOf(line, RED_FLAGS_FILE, none, none, problems));
  }
  const seen = new Set<string>();
  const flags = read.value.flags.map((each): RedFlag => {
    const place = { file: RED_FLAGS_FILE, path: each.id };
    if (!/^R[1-9]\d?$/.test(each.id) || seen.has(each.id)) {
      const message = `'${each.id.slice(0, 60)}' is not an id, or stands here twice.`;
      problems.push({ code: 'flag.id', message, place, remedy: 'Write R and a free number.' });
    }
    seen.add(each.id);
    problems.push(...unknownEvidence(each.evidence, around.known, place));
    const tests = each.tests.map((test, i) => {
      problems.push(...checkTest(test, around, place));
      const stem = `flag_${each.id.toLowerCase()}_${String.fromCharCode(97 + i)}`;
      lines.push(...linesOf(test, stem, each, around.schemeTypes));
      return toTest(test, stem);
    });
    const { id, title, evidence, why } = each;
    return { id, title, evidence, why, tests };
  });
  return problems.length > 0 ? failure(...problems) : success({ flags, lines, cells });
}

function toTest(test: TestText, stem: string): FlagTest {
  const { over = [], years = 'all', wording } = test;
  const shared = { applies: `${stem}_applies`, over, years, wording };
  if ('cited' in test) return { kind: 'cited', lines: test.cited, ...shared };
  return {
    kind: 'measured',
    measure: stem,
    unit: test.unit,
    trips: test.trips,
    ...(test.red === undefined ? {} : { red: test.red }),
    ...(test.amber === undefined ? {} : { amber: test.amber }),
    ...shared,
  };
}

/** The measure, and where it is judged. A scheme is judged while it is on, from the year it starts. */
function linesOf(
  test: TestText,
  stem: string,
  flag: FlagText,
  schemeTypes: readonly string[],
): LineDefinition[] {
  const over = test.over ?? [];
  const isScheme = over.some((each) => each === 'scheme' || schemeTypes.includes(each));
  const conditions = [
    ...(isScheme ? ['scheme_on > 0', 'calendar_year + 1 > scheme_start'] : []),
    ...(test.when === undefined ? [] : [test.when]),
  ];
  const applies = conditions.length > 1 ? `both(${conditions.join(', ')})` : (conditions[0] ?? '1');
  const label = 'cited' in test ? flag.title : test.label;
  const line = (id: string, own: { label: string; unit: string; formula: string }) =>
    toDefinition(
      {
        id,
        over,
        note: flag.why,
        source: `Evidence ${flag.evidence.join(', ')}`,
        ...own,
      },
      RED_FLAGS_SECTION,
      RED_FLAGS_FILE,
    );
  return [
    ...('cited' in test
      ? []
      : [line(stem, { label: `${flag.id}: ${label}`, unit: test.unit, formula: test.measure })]),
    line(`${stem}_applies`, {
      label: `${flag.id} is judged: ${label}`,
      unit: 'yes or no',
      formula: applies,
    }),
  ];
}

const PLACEHOLDERS = {
  measured: ['value', 'threshold', 'element', 'year'],
  cited: ['value', 'line', 'element', 'year', 'evidence'],
};

function checkTest(test: TestText, around: FlagSurroundings, place: Place): Problem[] {
  const problems: Problem[] = [];
  const allowed = PLACEHOLDERS['cited' in test ? 'cited' : 'measured'];
  for (const [, name = ''] of test.wording.matchAll(/\{([^}]*)\}/g)) {
    if (allowed.includes(name)) continue;
    const message = `The wording has '{${name.slice(0, 60)}}', which nothing fills in.`;
    const remedy = didYouMean(name, allowed) || `Use one of: ${allowed.join(', ')}.`;
    problems.push({ code: 'flag.wording', message, place, remedy });
  }
  if ('cited' in test) {
    const [own] = test.over ?? [];
    for (const id of test.cited) {
      const line = around.lines.find((each) => each.id === id);
      if (line?.input && line.over[0] === own) continue;
      const known = around.lines.filter((each) => each.input && each.over[0] === own);
      const ids = known.map((each) => each.id);
      const message = `'${id.slice(0, 60)}' is not an input over ${own ?? 'a scheme type'}.`;
      const remedy = didYouMean(id, ids) || 'Name a parameter of the scheme type.';
      problems.push({ code: 'flag.cited', message, place, remedy });
    }
    return problems;
  }
  const { red, amber, trips } = test;
  if (red === undefined && amber === undefined) {
    const message = 'The test has no threshold.';
    problems.push({ code: 'flag.threshold', message, place, remedy: 'Give red, amber or both.' });
  }
  if (red !== undefined && amber !== undefined) {
    const rises = trips === 'above' || trips === 'at_least';
    if (rises ? amber >= red : amber <= red) {
      const message = 'Amber would trip only after red.';
      const remedy = `Let amber lie ${rises ? 'below' : 'above'} red.`;
      problems.push({ code: 'flag.threshold', message, place, remedy });
    }
  }
  return problems;
}
