/** The calculation itself: its lines, the causes of the gap, and what stands still after the plan. */
import { z } from 'zod';
import type { Cause } from '../domain/library';
import type { LineDefinition } from '../domain/model-text';
import { didYouMean } from '../errors/nearest';
import { DIMENSIONS } from './dimensions';
import type { LibraryReader } from './library-reader';
import { addLines, type Section } from './line-section';
import { lineText, type TableValues } from './line-text';
import { readYaml } from './read-yaml';

const CAUSES = 'calculation/causes.yaml';
const AFTER_THE_PLAN = 'calculation/after-the-plan.yaml';
/** Files of the folder that are no section of lines. */
const SPECIAL = [DIMENSIONS, CAUSES, AFTER_THE_PLAN];

const linesFile = z.strictObject({ section: z.string(), lines: z.array(lineText) });

const causesFile = z.strictObject({
  causes: z.array(
    z.strictObject({
      id: z.string(),
      label: z.string(),
      neutral: z.record(z.string(), z.number()),
    }),
  ),
});

const afterThePlanFile = z.strictObject({ lines: z.array(z.string()) });

export function readCalculation(
  reader: LibraryReader,
  national: ReadonlyMap<string, TableValues>,
): Section {
  const section: Section = { lines: [], cells: [] };
  for (const path of reader.paths('calculation/', '.yaml')) {
    if (SPECIAL.includes(path)) continue;
    const file = reader.take(readYaml(reader.text(path), path, linesFile), {
      section: '',
      lines: [],
    });
    addLines(section, file.lines, file.section, path, reader, national, new Map());
  }
  return section;
}

export function readCauses(reader: LibraryReader): Cause[] {
  const file = reader.take(readYaml(reader.text(CAUSES), CAUSES, causesFile), { causes: [] });
  return file.causes.map(({ id, label, neutral }) => ({
    id,
    label,
    neutral: Object.entries(neutral).map(([line, value]) => ({ line, value })),
  }));
}

export function readAfterThePlan(
  reader: LibraryReader,
  lines: readonly LineDefinition[],
): readonly string[] {
  const file = reader.take(
    readYaml(reader.text(AFTER_THE_PLAN), AFTER_THE_PLAN, afterThePlanFile),
    {
      lines: [],
    },
  );
  const inputs = lines.filter((line) => line.input).map((line) => line.id);
  for (const id of file.lines.filter((each) => !inputs.includes(each))) {
    reader.problems.push({
      code: 'library.unknown-line',
      message: `'${id}' is not an input of the model.`,
      place: { file: AFTER_THE_PLAN },
      remedy: didYouMean(id, inputs) || 'Name an input.',
    });
  }
  return file.lines;
}
