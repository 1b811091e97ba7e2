/** The types of schemes, a folder each, and the families they belong to. */
import { z } from 'zod';
import type { DimensionDefinition, SchemeFamily, SchemeType } from '../domain/model-text';
import { didYouMean } from '../errors/nearest';
import type { LibraryReader } from './library-reader';
import { addLines, type Section } from './line-section';
import { lineText, type TableValues } from './line-text';
import { readYaml } from './read-yaml';

const schemeFile = z.strictObject({
  id: z.string(),
  label: z.string(),
  summary: z.string(),
  family: z.string(),
  preset: z.string(),
  lines: z.array(lineText),
});

const FAMILIES = 'schemes/families.yaml';
const familiesFile = z.strictObject({
  families: z.array(z.strictObject({ id: z.string(), label: z.string() })),
});

export function readSchemeTypes(
  reader: LibraryReader,
  national: ReadonlyMap<string, TableValues>,
  presets: ReadonlyMap<string, ReadonlyMap<string, TableValues>>,
): Section & {
  types: SchemeType[];
  families: readonly SchemeFamily[];
  dimensions: DimensionDefinition[];
} {
  const section: Section = { lines: [], cells: [] };
  const { families } = reader.take(readYaml(reader.text(FAMILIES), FAMILIES, familiesFile), {
    families: [],
  });
  const types: SchemeType[] = [];
  const dimensions: DimensionDefinition[] = [];
  for (const path of reader.paths('schemes/', '/type.yaml')) {
    const empty = { id: '', label: '', summary: '', family: '', preset: '', lines: [] };
    const file = reader.take(readYaml(reader.text(path), path, schemeFile), empty);
    addLines(
      section,
      file.lines,
      file.label,
      path,
      reader,
      national,
      presets.get(file.preset) ?? new Map(),
      file.id,
    );
    const parameters = file.lines.filter((line) => line.parameter).map((line) => line.id);
    const note = reader.text(path.replace('type.yaml', 'note.md'));
    const { id, label, summary, family } = file;
    if (id !== '' && !families.some((each) => each.id === family)) {
      const known = families.map((each) => each.id);
      reader.problems.push({
        code: 'scheme.unknown-family',
        message: `'${family}' is not a family of schemes.`,
        place: { file: path },
        remedy: didYouMean(family, known) || `Use one of: ${known.join(', ')}.`,
      });
    }
    types.push({ id, label, summary, family, note, parameters });
    dimensions.push({
      id: file.id,
      label: file.label.toLowerCase(),
      partOf: 'scheme',
      types: [file.id],
    });
  }
  return { ...section, types, families, dimensions };
}
