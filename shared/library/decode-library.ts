/** Everything in `models/`, from text to data. Problems are told all at once. */
import { z } from 'zod';
import type { GivenCell } from '../domain/cell';
import type { Cause, Library, LibraryTexts } from '../domain/library';
import type { DimensionDefinition, LineDefinition, SchemeType } from '../domain/model-text';
import type { Scenario, Scheme } from '../domain/scenario';
import { didYouMean } from '../errors/nearest';
import { failure, type Problem, type Result, success } from '../errors/problem';
import { yearLabel } from '../units/financial-year';
import { readCellTable, readNationalTable, readPresetTable } from './assumption-tables';
import { checkCells } from './check-cells';
import { readCases, readExample } from './examples';
import { readFootprints, readPublishedSteps } from './footprint-tables';
import { cellsOf, type LineText, lineText, type TableValues, toDefinition } from './line-text';
import { readYaml } from './read-yaml';

const element = z.strictObject({
  id: z.string(),
  label: z.string(),
  type: z.string().optional(),
  types: z.array(z.string()).optional(),
});

const dimensionsFile = z.strictObject({
  dimensions: z.array(
    z.strictObject({
      id: z.string(),
      label: z.string(),
      elements: z.array(element).optional(),
      from: z.enum(['organisations', 'schemes']).optional(),
      part_of: z.string().optional(),
      types: z.array(z.string()).optional(),
      groups: z.string().optional(),
    }),
  ),
});

const linesFile = z.strictObject({ section: z.string(), lines: z.array(lineText) });

const schemeFile = z.strictObject({
  id: z.string(),
  label: z.string(),
  summary: z.string(),
  preset: z.string(),
  lines: z.array(lineText),
});

const startingFile = z.strictObject({
  schemes: z.array(z.strictObject({ id: z.string(), name: z.string(), type: z.string() })),
  scenarios: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      description: z.string().optional(),
      parent: z.string().optional(),
      on: z.array(z.string()).optional(),
    }),
  ),
});

const causesFile = z.strictObject({
  causes: z.array(
    z.strictObject({
      id: z.string(),
      label: z.string(),
      neutral: z.record(z.string(), z.number()),
    }),
  ),
});

/** Collects problems so that a reader of the library hears of all of them. */
class Reader {
  readonly problems: Problem[] = [];
  private readonly texts: LibraryTexts;

  constructor(texts: LibraryTexts) {
    this.texts = texts;
  }

  text(path: string): string {
    const text = Object.hasOwn(this.texts, path) ? this.texts[path] : undefined;
    if (text !== undefined) return text;
    this.problems.push({
      code: 'library.no-file',
      message: 'The file is missing from the models folder.',
      place: { file: path },
      remedy: 'Install Footbridge again, or put the file back.',
    });
    return '';
  }

  /** The value, or the stand-in after noting the problems. */
  take<T>(result: Result<T>, otherwise: T): T {
    if (result.ok) return result.value;
    this.problems.push(...result.problems);
    return otherwise;
  }

  /** Paths below a folder with an ending, in the order of their names. */
  paths(folder: string, ending: string): string[] {
    return Object.keys(this.texts)
      .filter((path) => path.startsWith(folder) && path.endsWith(ending))
      .sort();
  }
}

/** Decodes the library. Only a library without a single problem is handed on. */
export function decodeLibrary(texts: LibraryTexts): Result<Library> {
  const reader = new Reader(texts);
  const national = reader.take(
    readNationalTable(
      reader.text('assumptions/national-assumptions.csv'),
      'assumptions/national-assumptions.csv',
    ),
    new Map<string, TableValues>(),
  );
  const presets = reader.take(
    readPresetTable(reader.text('presets/scenario-presets.csv'), 'presets/scenario-presets.csv'),
    new Map<string, Map<string, TableValues>>(),
  );
  const baseline = reader.take(
    readCellTable(
      reader.text('assumptions/baseline-assumptions.csv'),
      'assumptions/baseline-assumptions.csv',
    ),
    new Map<string, GivenCell[]>(),
  );
  const calculation = readCalculation(reader, national);
  const schemes = readSchemeTypes(reader, national, presets);
  const starting = readStarting(reader);
  const dimensions = [...readDimensions(reader), ...schemes.dimensions];
  const lines = [...calculation.lines, ...schemes.lines];
  // A file that cannot be read has told so: what its absence leaves unnamed is not told again.
  const isWhole = reader.problems.length === 0;
  const check = (cells: readonly GivenCell[], file?: string) => {
    if (isWhole) reader.problems.push(...checkCells(cells, file, lines, dimensions));
  };
  check([...calculation.cells, ...schemes.cells]);
  check(baseline.get('') ?? [], 'assumptions/baseline-assumptions.csv');
  const tables: [string, ReadonlyMap<string, GivenCell[]>][] = [];
  const cellTable = (path: string) => {
    const table = reader.take(
      readCellTable(reader.text(path), path, 'footprint'),
      new Map<string, GivenCell[]>(),
    );
    for (const cells of table.values()) check(cells, path);
    tables.push([path, table]);
    return table;
  };
  const footprints = reader.take(
    readFootprints(
      reader.text('footprints/footprints.csv'),
      reader.text('footprints/footprint-organisations.csv'),
      {
        local: cellTable('footprints/local-baselines.csv'),
        calibrated: cellTable('footprints/calibration.csv'),
        placeBased: byYear(national.get('place_based_allocation_national_gbp_m')),
      },
    ),
    [],
  );
  const publishedSteps = reader.take(
    readPublishedSteps(reader.text('footprints/published-bridges.csv')),
    [],
  );
  const ids = footprints.map((each) => each.id);
  for (const [file, table] of footprints.length > 0 ? tables : []) {
    for (const owner of [...table.keys()].filter((each) => !ids.includes(each))) {
      reader.problems.push({
        code: 'footprint.unknown',
        message: `There is no footprint called '${owner}'.`,
        place: { file },
        remedy: didYouMean(owner, ids) || 'Use an id as in the list of footprints.',
      });
    }
  }
  const causes = readCauses(reader);
  const examples = reader
    .paths('examples/', '.yaml')
    .map((path) => readExample(reader.text(path), path))
    .flatMap((example) => (example.ok ? [example.value] : reader.take(example, [])));
  const casesPath = 'examples/worked-examples.csv';
  const shippedCases = reader.take(readCases(reader.text(casesPath), casesPath), []);
  if (reader.problems.length > 0) return failure(...reader.problems);
  return success({
    dimensions,
    lines,
    schemeTypes: schemes.types,
    cells: [...calculation.cells, ...(baseline.get('') ?? []), ...schemes.cells],
    footprints,
    publishedSteps,
    causes,
    startingSchemes: starting.schemes,
    startingScenarios: starting.scenarios,
    examples,
    shippedCases,
  });
}

function readDimensions(reader: Reader): DimensionDefinition[] {
  const path = 'calculation/00-dimensions.yaml';
  const file = reader.take(readYaml(reader.text(path), path, dimensionsFile), { dimensions: [] });
  return file.dimensions.map((each) => ({
    id: each.id,
    label: each.label,
    ...(each.elements ? { elements: each.elements.map(toElement) } : {}),
    ...(each.from ? { from: each.from } : {}),
    ...(each.part_of ? { partOf: each.part_of } : {}),
    ...(each.types ? { types: each.types } : {}),
    ...(each.groups ? { groups: each.groups } : {}),
  }));
}

const toElement = (each: z.infer<typeof element>) => ({
  id: each.id,
  label: each.label,
  ...(each.type ? { type: each.type } : {}),
  ...(each.types ? { types: each.types } : {}),
});

interface Section {
  readonly lines: LineDefinition[];
  readonly cells: GivenCell[];
}

const byYear = (row: TableValues | undefined): ReadonlyMap<string, number> =>
  new Map(
    (row?.cells ?? []).flatMap(({ year, value }) =>
      year === undefined ? [] : [[yearLabel(year), value] as const],
    ),
  );

function readCalculation(reader: Reader, national: ReadonlyMap<string, TableValues>): Section {
  const section: Section = { lines: [], cells: [] };
  const special = ['calculation/00-dimensions.yaml', 'calculation/causes.yaml'];
  for (const path of reader.paths('calculation/', '.yaml')) {
    if (special.includes(path)) continue;
    const file = reader.take(readYaml(reader.text(path), path, linesFile), {
      section: '',
      lines: [],
    });
    addLines(section, file.lines, file.section, path, reader, national, new Map());
  }
  return section;
}

function addLines(
  section: Section,
  lines: readonly LineText[],
  title: string,
  path: string,
  reader: Reader,
  national: ReadonlyMap<string, TableValues>,
  presets: ReadonlyMap<string, TableValues>,
  schemeType?: string,
): void {
  for (const line of lines) {
    section.lines.push(toDefinition(line, title, path, schemeType));
    section.cells.push(...cellsOf(line, path, national, presets, reader.problems));
  }
}

function readSchemeTypes(
  reader: Reader,
  national: ReadonlyMap<string, TableValues>,
  presets: ReadonlyMap<string, ReadonlyMap<string, TableValues>>,
): Section & { types: SchemeType[]; dimensions: DimensionDefinition[] } {
  const section: Section = { lines: [], cells: [] };
  const types: SchemeType[] = [];
  const dimensions: DimensionDefinition[] = [];
  for (const path of reader.paths('schemes/', '/type.yaml')) {
    const empty = { id: '', label: '', summary: '', preset: '', lines: [] };
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
    types.push({ id: file.id, label: file.label, summary: file.summary, note, parameters });
    dimensions.push({
      id: file.id,
      label: file.label.toLowerCase(),
      partOf: 'scheme',
      types: [file.id],
    });
  }
  return { ...section, types, dimensions };
}

function readStarting(reader: Reader): { schemes: Scheme[]; scenarios: Scenario[] } {
  const path = 'presets/starting-scenarios.yaml';
  const file = reader.take(readYaml(reader.text(path), path, startingFile), {
    schemes: [],
    scenarios: [],
  });
  return {
    schemes: file.schemes,
    scenarios: file.scenarios.map((each) => ({
      id: each.id,
      name: each.name,
      on: each.on ?? [],
      off: [],
      cells: [],
      ...(each.description ? { description: each.description } : {}),
      ...(each.parent ? { parent: each.parent } : {}),
    })),
  };
}

function readCauses(reader: Reader): Cause[] {
  const path = 'calculation/causes.yaml';
  const file = reader.take(readYaml(reader.text(path), path, causesFile), { causes: [] });
  return file.causes.map(({ id, label, neutral }) => ({
    id,
    label,
    neutral: Object.entries(neutral).map(([line, value]) => ({ line, value })),
  }));
}
