/** Everything in `models/`, from text to data. Problems are told all at once. */
import { z } from 'zod';
import type { GivenCell } from '../domain/cell';
import type { Cause, Library, LibraryTexts, StartingPoint } from '../domain/library';
import type {
  DimensionDefinition,
  LineDefinition,
  SchemeFamily,
  SchemeType,
} from '../domain/model-text';
import { didYouMean } from '../errors/nearest';
import { failure, type Problem, type Result, success } from '../errors/problem';
import { yearLabel } from '../units/financial-year';
import { readCellTable, readNationalTable, readPresetTable } from './assumption-tables';
import { readCases } from './case-rows';
import { checkCells } from './check-cells';
import { checkExamples } from './check-examples';
import { CHILD_SCENARIOS, readChildScenarios } from './child-scenarios';
import {
  EVIDENCE_FILE,
  OUTSIDE_VIEW_FILE,
  readEvidence,
  readOutsideViews,
} from './evidence-tables';
import { readExample } from './examples';
import { readFootprints, readPublishedSteps } from './footprint-tables';
import { cellsOf, type LineText, lineText, type TableValues, toDefinition } from './line-text';
import { readYaml } from './read-yaml';
import { RED_FLAGS_FILE, type RedFlagsRead, readRedFlags } from './red-flags';
import { SITES_TABLE, withSites } from './site-table';
import { readVanguardSites, SITE_MODELS_FILE, SITES_FILE } from './vanguard-sites';
import {
  readWorkedScenarios,
  startingShape,
  toStartingPoint,
  WORKED_SCENARIOS,
} from './worked-scenarios';

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
      from: z.enum(['organisations', 'schemes', 'sites']).optional(),
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
  family: z.string(),
  preset: z.string(),
  lines: z.array(lineText),
});

const FAMILIES = 'schemes/families.yaml';
const familiesFile = z.strictObject({
  families: z.array(z.strictObject({ id: z.string(), label: z.string() })),
});

const startingFile = z.strictObject(startingShape);

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
  const dimensions = [...readDimensions(reader), ...schemes.dimensions];
  const lines = [...calculation.lines, ...schemes.lines];
  const starting = readStarting(reader, lines);
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
  const listed = reader.take(
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
  const footprints = reader.take(withSites(listed, reader.text(SITES_TABLE)), listed);
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
  const workedScenarios = reader.take(
    readWorkedScenarios(reader.text(WORKED_SCENARIOS), lines, ids),
    new Map<string, StartingPoint>(),
  );
  const cellsOfPoint = ({ cells, scenarios }: StartingPoint) => [
    ...cells,
    ...scenarios.flatMap((each) => each.cells),
  ];
  check(cellsOfPoint(starting), 'presets/starting-scenarios.yaml');
  for (const point of workedScenarios.values()) check(cellsOfPoint(point), WORKED_SCENARIOS);
  const causes = readCauses(reader);
  const childScenarios = reader.take(readChildScenarios(reader.text(CHILD_SCENARIOS), lines), []);
  for (const { cells } of childScenarios) check(cells, CHILD_SCENARIOS);
  const afterThePlan = readAfterThePlan(reader, lines);
  const findings = readFindings(reader);
  const flags = readFlags(reader, lines, schemes.types, findings.evidence);
  check(
    findings.vanguardSites.flatMap((site) => site.schemes.flatMap((scheme) => scheme.cells)),
    'presets/vanguard-models.yaml',
  );
  const examples = reader
    .paths('examples/', '.yaml')
    .map((path) => readExample(reader.text(path), path))
    .flatMap((example) => (example.ok ? [example.value] : reader.take(example, [])));
  if (reader.problems.length === 0) reader.problems.push(...checkExamples(examples, schemes.types));
  const casesPath = 'examples/worked-examples.csv';
  const shippedCases = reader.take(readCases(reader.text(casesPath), casesPath), []);
  if (reader.problems.length > 0) return failure(...reader.problems);
  return success({
    dimensions,
    lines: [...lines, ...flags.lines],
    schemeTypes: schemes.types,
    schemeFamilies: schemes.families,
    cells: [...calculation.cells, ...(baseline.get('') ?? []), ...schemes.cells, ...flags.cells],
    footprints,
    publishedSteps,
    causes,
    ...findings,
    redFlags: flags.flags,
    startingSchemes: starting.schemes,
    startingScenarios: starting.scenarios,
    startingCells: starting.cells,
    workedScenarios,
    childScenarios,
    afterThePlan,
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
  const special = ['calculation/00-dimensions.yaml', 'calculation/causes.yaml', AFTER_THE_PLAN];
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

function readStarting(reader: Reader, lines: readonly LineDefinition[]): StartingPoint {
  const path = 'presets/starting-scenarios.yaml';
  const empty: StartingPoint = { schemes: [], cells: [], scenarios: [] };
  const file = reader.take(readYaml(reader.text(path), path, startingFile), {
    schemes: [],
    scenarios: [],
  });
  return reader.take(toStartingPoint(file, path, lines), empty);
}

const AFTER_THE_PLAN = 'calculation/after-the-plan.yaml';
const afterThePlanFile = z.strictObject({ lines: z.array(z.string()) });

function readAfterThePlan(reader: Reader, lines: readonly LineDefinition[]): readonly string[] {
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

function readCauses(reader: Reader): Cause[] {
  const path = 'calculation/causes.yaml';
  const file = reader.take(readYaml(reader.text(path), path, causesFile), { causes: [] });
  return file.causes.map(({ id, label, neutral }) => ({
    id,
    label,
    neutral: Object.entries(neutral).map(([line, value]) => ({ line, value })),
  }));
}

/** The sites and the outside views name findings; where those cannot be read, names are not told as unknown. */
function readFindings(
  reader: Reader,
): Pick<Library, 'evidence' | 'outsideViews' | 'vanguardSites'> {
  const rows = readEvidence(reader.text(EVIDENCE_FILE), EVIDENCE_FILE);
  const known = rows.ok ? new Set(rows.value.map((row) => row.id)) : undefined;
  const views = readOutsideViews(reader.text(OUTSIDE_VIEW_FILE), OUTSIDE_VIEW_FILE, known);
  const sites = readVanguardSites(reader.text(SITES_FILE), reader.text(SITE_MODELS_FILE), known);
  return {
    evidence: reader.take(rows, []),
    outsideViews: reader.take(views, []),
    vanguardSites: reader.take(sites, []),
  };
}

/** A flag names findings, parameters and scheme types; where one is missing, that has been told already. */
function readFlags(
  reader: Reader,
  lines: readonly LineDefinition[],
  types: readonly SchemeType[],
  evidence: Library['evidence'],
): RedFlagsRead {
  const text = reader.text(RED_FLAGS_FILE);
  const nothing: RedFlagsRead = { flags: [], lines: [], cells: [] };
  if (reader.problems.length > 0) return nothing;
  const known = new Set(evidence.map((row) => row.id));
  const schemeTypes = types.map((type) => type.id);
  return reader.take(readRedFlags(text, { lines, schemeTypes, known }), nothing);
}
