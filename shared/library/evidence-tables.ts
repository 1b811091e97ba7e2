/** The table of findings, and which of them bear on which parameter. */
import { z } from 'zod';
import { DIRECTIONS, type EvidenceRow, type OutsideView, STRENGTHS } from '../domain/evidence';
import { failure, type Problem, type Result, success } from '../errors/problem';
import { type KnownEvidence, unknownEvidence } from './evidence-ids';
import { markAndSource, oneOf, optionalNumber } from './read-fields';
import { readTable, type TableRow } from './read-table';
import { readYaml } from './read-yaml';

export const EVIDENCE_FILE = 'evidence/evidence.csv';
export const OUTSIDE_VIEW_FILE = 'evidence/outside-view.yaml';

const COLUMNS = [
  ...['id', 'family', 'effect', 'unit', 'central', 'low', 'high', 'applies_to'],
  ...['time_to_full_effect_years', 'strength', 'confidence', 'source', 'note'],
];

/** Reads the findings. An empty central is a finding in words; every problem of every row is told. */
export function readEvidence(text: string, file: string): Result<readonly EvidenceRow[]> {
  const table = readTable(text, file, COLUMNS);
  if (!table.ok) return table;
  const problems: Problem[] = [];
  const seen = new Map<string, number>();
  const rows = table.value.flatMap((row) => {
    const id = row.get('id');
    const place = { file, row: row.row };
    const earlier = seen.get(id);
    if (!/^[A-Z]{2}\d{2}$/.test(id)) {
      const message = `'${id.slice(0, 60)}' is not an id.`;
      const remedy = 'Write two capital letters and two digits, such as VC07.';
      problems.push({ code: 'evidence.id', message, place, remedy });
    } else if (earlier !== undefined) {
      const message = `'${id}' stands in row ${earlier} already.`;
      problems.push({ code: 'evidence.duplicate', message, place, remedy: 'Give it a free id.' });
    }
    seen.set(id, row.row);
    return readFinding(row, id, { file, row: row.row }, problems);
  });
  return problems.length > 0 ? failure(...problems) : success(rows);
}

function readFinding(
  row: TableRow,
  id: string,
  place: { file: string; row: number },
  problems: Problem[],
): EvidenceRow[] {
  const central = optionalNumber(row, 'central', place, problems);
  const low = optionalNumber(row, 'low', place, problems);
  const high = optionalNumber(row, 'high', place, problems);
  const years = optionalNumber(row, 'time_to_full_effect_years', place, problems);
  const strength = oneOf(row.get('strength'), STRENGTHS, 'a strength', place, problems);
  const { mark, source } = markAndSource(row.get('confidence'), row.get('source'), place, problems);
  const least = low ?? central ?? high ?? 0;
  const most = high ?? central ?? least;
  if (least > most || (central ?? least) < least || (central ?? most) > most) {
    const message = 'The central value is outside its range.';
    const remedy = 'Let low be at most central, and central at most high.';
    problems.push({ code: 'evidence.range', message, place, remedy });
  }
  for (const column of ['effect', 'unit', 'applies_to']) {
    if (row.get(column) !== '') continue;
    const message = `The column '${column}' is empty.`;
    problems.push({ code: 'evidence.empty', message, place, remedy: 'Fill it in.' });
  }
  if (!strength) return [];
  return [
    {
      id,
      family: row.get('family'),
      effect: row.get('effect'),
      unit: row.get('unit'),
      ...(central === undefined ? {} : { central }),
      ...(low === undefined ? {} : { low }),
      ...(high === undefined ? {} : { high }),
      appliesTo: row.get('applies_to'),
      ...(years === undefined ? {} : { yearsToFullEffect: years }),
      strength,
      mark,
      source,
      note: row.get('note'),
    },
  ];
}

const ids = z.array(z.string()).optional();

const outsideFile = z.strictObject({
  views: z.array(
    z.strictObject({
      line: z.string(),
      at: z.record(z.string(), z.string()).optional(),
      better: z.enum(DIRECTIONS),
      comparative: z.string().optional(),
      planned: ids,
      delivered: ids,
      context: ids,
      read_as: z.record(z.string(), z.number()).optional(),
      sentence: z.string().optional(),
    }),
  ),
});

/** Reads the outside views. Ids that no finding has, and two views of one cell, are told. */
export function readOutsideViews(
  text: string,
  file: string,
  known: KnownEvidence,
): Result<readonly OutsideView[]> {
  const read = readYaml(text, file, outsideFile);
  if (!read.ok) return read;
  const problems: Problem[] = [];
  const seen = new Set<string>();
  const views = read.value.views.map((each, i): OutsideView => {
    const { planned = [], delivered = [], context = [], read_as: readAs = {} } = each;
    const place = { file, path: `views.${i}`, line: each.line };
    const listed = [...planned, ...delivered, ...context];
    problems.push(...unknownEvidence(listed, known, place));
    for (const id of Object.keys(readAs)) {
      if (planned.includes(id) || delivered.includes(id)) continue;
      const message = `'${id.slice(0, 60)}' is read as a value but is neither planned nor delivered.`;
      problems.push({
        code: 'outside-view.read-as',
        message,
        place,
        remedy: 'List it, or drop it.',
      });
    }
    const twice = listed.find((id, at) => listed.indexOf(id) !== at);
    if (twice !== undefined) {
      const message = `'${twice}' is listed twice.`;
      problems.push({ code: 'outside-view.twice', message, place, remedy: 'Keep one of them.' });
    }
    const at = each.at ?? {};
    const key = JSON.stringify([each.line, Object.entries(at).sort()]);
    if (seen.has(key)) {
      const message = 'There is another view of the same cell.';
      problems.push({ code: 'outside-view.duplicate', message, place, remedy: 'Join them.' });
    }
    seen.add(key);
    return {
      line: each.line,
      at,
      better: each.better,
      comparative: each.comparative ?? 'Stronger',
      planned,
      delivered,
      context,
      readAs,
      ...(each.sentence === undefined ? {} : { sentence: each.sentence }),
    };
  });
  return problems.length > 0 ? failure(...problems) : success(views);
}
