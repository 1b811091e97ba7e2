/** Which red flags a scenario trips: rules that are data, judged on numbers that can be explained. */
import { type EvidenceRow, evidenceIdsIn, type Strength } from '../domain/evidence';
import type { CitedTest, FlagTest, MeasuredTest, RedFlag } from '../domain/red-flag';
import type { Scenario } from '../domain/scenario';
import { elementIds, elementName } from '../engine/elements';
import type { ProgramLine } from '../engine/program';
import { type Model, runScenarios } from '../finance/open-model';
import { type FindGiven, indexProvenance } from '../finance/provenance';
import { type Reader, readProjection } from '../finance/read-projection';
import { yearLabel } from '../units/financial-year';
import { midSentence } from '../units/words';
import { fillIn, sayApart } from './flag-words';

/** `unjudged`: the number the flag looks at could not be calculated. */
export type FlagLevel = 'red' | 'amber' | 'unjudged';

/** A cell of the model, to be explained. */
export interface FlagCell {
  readonly line: string;
  readonly at: Readonly<Record<string, string>>;
  /** First calendar year of the financial year. */
  readonly year: number;
}

export interface FlagFinding {
  /** R1 to R25. */
  readonly id: string;
  readonly title: string;
  readonly level: FlagLevel;
  readonly sentence: string;
  /** What trips it: a scheme, a part of cost; empty where it is the plan as a whole. */
  readonly element: string;
  /** The year of the worst value, such as 2019/20. */
  readonly year: string;
  /** In the unit of the line; NaN where it could not be calculated. */
  readonly value: number;
  /** The threshold tripped, in the same unit; absent where no number is compared. */
  readonly threshold?: number;
  readonly evidence: readonly string[];
  readonly why: string;
  readonly cell: FlagCell;
}

/** A projection with the draw that is judged. */
export interface Judged {
  readonly model: Model;
  readonly scenario: Scenario;
  readonly reader: Reader;
  readonly draw: number;
}

/** A value typed as 23% must not trip `above 23%`. */
const HAIR = 1e-9;

const SEVERITY: readonly FlagLevel[] = ['red', 'amber', 'unjudged'];

/** Runs a scenario and judges it. */
export function judgeScenario(model: Model, scenario: Scenario): FlagFinding[] {
  const reader = readProjection(runScenarios(model, [scenario]));
  return evaluateFlags({ model, scenario, reader, draw: 0 });
}

/** Every flag that trips, the gravest first and then in the order of the rules. */
export function evaluateFlags(judged: Judged): FlagFinding[] {
  const find = indexProvenance(judged.model, judged.scenario);
  const found = judged.model.library.redFlags.flatMap((flag) =>
    flag.tests.flatMap((test) => judgeTest(flag, test, judged, find)),
  );
  return SEVERITY.flatMap((level) => found.filter((each) => each.level === level));
}

function judgeTest(flag: RedFlag, test: FlagTest, judged: Judged, find: FindGiven): FlagFinding[] {
  const { byId } = judged.model.program;
  const applies = byId.get(test.applies);
  if (!applies) return [];
  if (test.kind === 'cited') return judgeCited(flag, test, applies, judged, find);
  const measure = byId.get(test.measure);
  return measure ? judgeMeasured(flag, test, { applies, measure }, judged) : [];
}

/** One value of a measure in one year. */
interface Trial {
  readonly element: number;
  readonly year: number;
  readonly value: number;
  readonly level: FlagLevel;
}

/** One finding for each element of the first dimension: its worst value. */
function judgeMeasured(
  flag: RedFlag,
  test: MeasuredTest,
  lines: { readonly applies: ProgramLine; readonly measure: ProgramLine },
  judged: Judged,
): FlagFinding[] {
  const { applies, measure } = lines;
  const worst = new Map<string, Trial>();
  for (let element = 0; element < measure.size; element += 1) {
    const key = ownId(measure, element, judged);
    for (const year of judgedYears(test, judged)) {
      const where = readAt(applies, element, year, judged);
      if (where === 0) continue;
      const value = Number.isNaN(where) ? where : readAt(measure, element, year, judged);
      const level = levelOf(value, test);
      const before = worst.get(key);
      if (!level || (before && !isWorse({ level, value }, before, test))) continue;
      worst.set(key, { element, year, value, level });
    }
  }
  return [...worst.values()].map((trial) => tellMeasured(flag, test, measure, trial, judged));
}

/** Level of a value, or undefined where it does not trip. */
function levelOf(
  value: number,
  test: Pick<MeasuredTest, 'trips' | 'red' | 'amber'>,
): FlagLevel | undefined {
  if (!Number.isFinite(value)) return 'unjudged';
  if (test.red !== undefined && trips(value, test.red, test.trips)) return 'red';
  if (test.amber !== undefined && trips(value, test.amber, test.trips)) return 'amber';
  return undefined;
}

function trips(value: number, threshold: number, how: MeasuredTest['trips']): boolean {
  if (how === 'above') return value > threshold + HAIR;
  if (how === 'below') return value < threshold - HAIR;
  return how === 'at_least' ? value >= threshold - HAIR : value <= threshold + HAIR;
}

function isWorse(
  trial: Pick<Trial, 'level' | 'value'>,
  before: Trial,
  test: MeasuredTest,
): boolean {
  const step = SEVERITY.indexOf(trial.level) - SEVERITY.indexOf(before.level);
  if (step !== 0) return step < 0;
  const rises = test.trips === 'above' || test.trips === 'at_least';
  const further = rises ? trial.value - before.value : before.value - trial.value;
  // Of equal values the first year is told.
  return further > HAIR;
}

function tellMeasured(
  flag: RedFlag,
  test: MeasuredTest,
  line: ProgramLine,
  trial: Trial,
  judged: Judged,
): FlagFinding {
  const { element, value, level } = trial;
  const { program, document } = judged.model;
  const name = elementName(line, element, program);
  const year = yearLabel(document.horizon.first + trial.year);
  const cell = {
    line: line.definition.id,
    at: Object.fromEntries(elementIds(line, element, program).map((e) => [e.dimension, e.id])),
    year: document.horizon.first + trial.year,
  };
  const threshold = level === 'amber' ? test.amber : (test.red ?? test.amber);
  const words =
    level === 'unjudged'
      ? { value: '', threshold: '' }
      : sayApart(value, threshold as number, line.unit);
  const label = line.definition.label.replace(`${flag.id}: `, '');
  const subject = name === '' ? '' : `${name}: `;
  return {
    ...headOf(flag),
    level,
    sentence:
      level === 'unjudged'
        ? `${subject}cannot be judged in ${year}, because a number is missing: ${midSentence(label)}.`
        : fillIn(test.wording, { ...words, element: name, year }),
    element: name,
    year,
    value,
    ...(level === 'unjudged' || threshold === undefined ? {} : { threshold }),
    cell,
  };
}

/** Strengths of findings that have nobody to compare with. */
const UNCONTROLLED: readonly Strength[] = ['before_after', 'expert', 'modelled'];

/** One finding for each cell whose value cites such findings and nothing else, told at its first year. */
function judgeCited(
  flag: RedFlag,
  test: CitedTest,
  applies: ProgramLine,
  judged: Judged,
  find: FindGiven,
): FlagFinding[] {
  const rows = new Map(judged.model.library.evidence.map((row) => [row.id, row]));
  const { program, document } = judged.model;
  return test.lines.flatMap((id): FlagFinding[] => {
    const line = program.byId.get(id);
    if (!line) return [];
    const cells = Array.from({ length: line.size }, (_, element) => element);
    return cells.flatMap((element): FlagFinding[] => {
      const [own] = elementIds(line, element, program);
      const at = Object.fromEntries(
        elementIds(line, element, program).map((e) => [e.dimension, e.id]),
      );
      for (const year of judgedYears(test, judged)) {
        if (!(readAt(applies, own?.index ?? 0, year, judged) > 0)) continue;
        const given = find(id, at, document.horizon.first + year);
        const ids = given ? evidenceIdsIn(given.cell.source) : [];
        if (!given || given.cell.value === 0 || !onlyUncontrolled(ids, rows)) continue;
        const { value } = given.cell;
        const name = elementName(line, element, program);
        const label = line.definition.label;
        return [
          {
            ...headOf(flag),
            level: 'red',
            sentence: fillIn(test.wording, {
              value: sayApart(value, value, line.unit).value,
              line: midSentence(label),
              element: name,
              year: yearLabel(document.horizon.first + year),
              evidence: ids.join(', '),
            }),
            element: name,
            year: yearLabel(document.horizon.first + year),
            value,
            evidence: [...new Set([...ids, ...flag.evidence])],
            cell: { line: id, at, year: document.horizon.first + year },
          },
        ];
      }
      return [];
    });
  });
}

function onlyUncontrolled(ids: readonly string[], rows: ReadonlyMap<string, EvidenceRow>): boolean {
  const strengths = ids.flatMap((id) => rows.get(id)?.strength ?? []);
  return strengths.length > 0 && strengths.every((each) => UNCONTROLLED.includes(each));
}

const headOf = ({ id, title, evidence, why }: RedFlag) => ({ id, title, evidence, why });

/** Year indexes, in order. */
function judgedYears(test: FlagTest, { reader }: Judged): number[] {
  if (test.years === 'last') return [reader.years - 1];
  return Array.from({ length: reader.years }, (_, year) => year);
}

const readAt = (line: ProgramLine, element: number, year: number, { reader, draw }: Judged) =>
  reader.projection.value(line.index, year, element, draw);

/** The element of the line's first dimension, or nothing where it has none. */
const ownId = (line: ProgramLine, element: number, { model }: Judged): string =>
  elementIds(line, element, model.program)[0]?.id ?? '';

/** How many rules trip at each level; a rule that trips twice counts once, at its gravest. */
export function countLevels(findings: readonly FlagFinding[]): Readonly<Record<FlagLevel, number>> {
  const level = new Map<string, FlagLevel>();
  // The gravest come first, so the first of each rule is its level.
  for (const each of findings) if (!level.has(each.id)) level.set(each.id, each.level);
  const count = (wanted: FlagLevel) => [...level.values()].filter((one) => one === wanted).length;
  return { red: count('red'), amber: count('amber'), unjudged: count('unjudged') };
}
