/** Schemes with their values: those a new document starts with, and those worked out for one footprint. */
import { z } from 'zod';
import type { GivenCell } from '../domain/cell';
import type { StartingPoint } from '../domain/library';
import { MARKS } from '../domain/mark';
import type { LineDefinition } from '../domain/model-text';
import type { Scenario } from '../domain/scenario';
import { didYouMean } from '../errors/nearest';
import { failure, type Place, type Problem, type Result, success } from '../errors/problem';
import { parseYear } from '../units/financial-year';
import { readYaml } from './read-yaml';

export const WORKED_SCENARIOS = 'presets/worked-scenarios.yaml';

export const schemeValue = z.strictObject({
  line: z.string(),
  /** Elements beside the scheme itself, which is understood. */
  at: z.record(z.string(), z.string()).optional(),
  /** Like 2016/17; every year when absent. */
  year: z.string().optional(),
  /** As in the model text: percent as a part of one. */
  value: z.number(),
  mark: z.enum(MARKS),
  source: z.string().min(1),
  note: z.string().optional(),
});

/** Schemes and scenarios as text; a file that holds them spreads this shape. */
export const startingShape = {
  schemes: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      type: z.string(),
      values: z.array(schemeValue).optional(),
    }),
  ),
  scenarios: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      description: z.string().optional(),
      parent: z.string().optional(),
      on: z.array(z.string()).optional(),
      values: z.array(schemeValue).optional(),
    }),
  ),
};

const startingText = z.strictObject(startingShape);
type StartingText = z.infer<typeof startingText>;

const workedFile = z.strictObject({
  footprints: z.array(z.strictObject({ id: z.string(), ...startingShape })),
});

/** The schemes, their values as cells of the document, and the scenarios. */
export function toStartingPoint(
  text: StartingText,
  file: string,
  lines: readonly LineDefinition[],
): Result<StartingPoint> {
  const byId = new Map(lines.map((line) => [line.id, line]));
  const problems: Problem[] = [];
  const cells = text.schemes.flatMap((scheme) =>
    (scheme.values ?? []).flatMap((value) => {
      const cell = toCell(value, scheme, byId, file);
      if (cell.ok) return [cell.value];
      problems.push(...cell.problems);
      return [];
    }),
  );
  const scenarios = text.scenarios.map((each): Scenario => {
    const own = readValues(each.values ?? [], byId, { file, path: each.id });
    if (!own.ok) problems.push(...own.problems);
    return {
      id: each.id,
      name: each.name,
      on: each.on ?? [],
      off: [],
      cells: own.ok ? own.value : [],
      ...(each.description ? { description: each.description } : {}),
      ...(each.parent ? { parent: each.parent } : {}),
    };
  });
  if (problems.length > 0) return failure(...problems);
  const schemes = text.schemes.map(({ id, name, type }) => ({ id, name, type }));
  return success({ schemes, cells, scenarios });
}

/** Values of any inputs, as a scenario lays them over its parent. */
export function readValues(
  values: readonly z.infer<typeof schemeValue>[],
  lines: ReadonlyMap<string, LineDefinition>,
  place: Place,
): Result<readonly GivenCell[]> {
  const problems: Problem[] = [];
  const cells = values.flatMap((text) => {
    if (!lines.get(text.line)?.input) {
      const known = [...lines.values()].filter((line) => line.input).map((line) => line.id);
      problems.push({
        code: 'scenario.unknown-input',
        message: `'${text.line}' is not an input.`,
        place,
        remedy: didYouMean(text.line, known) || 'Name an input of the model.',
      });
      return [];
    }
    const cell = givenCell(text, text.at ?? {}, place);
    if (cell.ok) return [cell.value];
    problems.push(...cell.problems);
    return [];
  });
  return problems.length > 0 ? failure(...problems) : success(cells);
}

/** A value of a scheme is a cell at that scheme: of its type's line, or of a line of all schemes. */
function toCell(
  text: z.infer<typeof schemeValue>,
  scheme: { readonly id: string; readonly type: string },
  lines: ReadonlyMap<string, LineDefinition>,
  file: string,
): Result<GivenCell> {
  const place = { file, path: scheme.id };
  const line = lines.get(text.line);
  const own = [scheme.type, 'scheme'].find((each) => line?.over.includes(each));
  if (!line?.input || own === undefined) {
    const known = [...lines.values()]
      .filter((each) => each.input && each.over.includes(scheme.type))
      .map((each) => each.id);
    const message = `'${text.line}' is not a parameter of such a scheme.`;
    const remedy = didYouMean(text.line, known) || `Use one of: ${known.join(', ')}.`;
    return failure({ code: 'scheme.unknown-parameter', message, place, remedy });
  }
  return givenCell(text, { [own]: scheme.id, ...text.at }, place);
}

function givenCell(
  text: z.infer<typeof schemeValue>,
  at: GivenCell['at'],
  place: Place,
): Result<GivenCell> {
  const year = text.year === undefined ? undefined : parseYear(text.year);
  if (text.year !== undefined && year === undefined) {
    const message = `'${text.year}' is not a financial year.`;
    return failure({ code: 'cell.year', message, place, remedy: 'Write it like 2018/19.' });
  }
  return success({
    line: text.line,
    at,
    value: text.value,
    mark: text.mark,
    source: text.source,
    ...(text.note === undefined ? {} : { note: text.note }),
    ...(year === undefined ? {} : { year }),
  });
}

/** What each footprint's documents start with beside the schemes of all, by footprint id. */
export function readWorkedScenarios(
  text: string,
  lines: readonly LineDefinition[],
  footprints: readonly string[],
): Result<ReadonlyMap<string, StartingPoint>> {
  const file = readYaml(text, WORKED_SCENARIOS, workedFile);
  if (!file.ok) return file;
  const problems: Problem[] = [];
  const worked = new Map<string, StartingPoint>();
  for (const { id, ...own } of file.value.footprints) {
    if (!footprints.includes(id) || worked.has(id)) {
      const message = `'${id}' is not a footprint, or stands here twice.`;
      const remedy = didYouMean(id, footprints) || 'Name each footprint once, by its id.';
      problems.push({
        code: 'footprint.unknown',
        message,
        place: { file: WORKED_SCENARIOS },
        remedy,
      });
      continue;
    }
    const point = toStartingPoint(own, WORKED_SCENARIOS, lines);
    if (point.ok) worked.set(id, point.value);
    else problems.push(...point.problems);
  }
  return problems.length > 0 ? failure(...problems) : success(worked);
}
