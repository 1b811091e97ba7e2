/** Everything in `models/`, from text to data. Problems are told all at once. */
import { z } from 'zod';
import type { GivenCell } from '../domain/cell';
import type { Library, LibraryTexts, StartingPoint } from '../domain/library';
import type { LineDefinition, SchemeType } from '../domain/model-text';
import { didYouMean } from '../errors/nearest';
import { failure, type Result, success } from '../errors/problem';
import { yearLabel } from '../units/financial-year';
import { readCellTable, readNationalTable, readPresetTable } from './assumption-tables';
import { readAfterThePlan, readCalculation, readCauses } from './calculation';
import { readCases } from './case-rows';
import { checkCells } from './check-cells';
import { checkExamples } from './check-examples';
import { CHILD_SCENARIOS, readChildScenarios } from './child-scenarios';
import { readDimensions } from './dimensions';
import {
  EVIDENCE_FILE,
  OUTSIDE_VIEW_FILE,
  readEvidence,
  readOutsideViews,
} from './evidence-tables';
import { readExample } from './examples';
import { readFootprints, readPublishedSteps } from './footprint-tables';
import { LibraryReader } from './library-reader';
import type { TableValues } from './line-text';
import { readYaml } from './read-yaml';
import { RED_FLAGS_FILE, type RedFlagsRead, readRedFlags } from './red-flags';
import { readSchemeTypes } from './scheme-types';
import { SITES_TABLE, withSites } from './site-table';
import { readVanguardSites, SITE_MODELS_FILE, SITES_FILE } from './vanguard-sites';
import {
  readWorkedScenarios,
  startingShape,
  toStartingPoint,
  WORKED_SCENARIOS,
} from './worked-scenarios';

const startingFile = z.strictObject(startingShape);

/** Decodes the library. Only a library without a single problem is handed on. */
export function decodeLibrary(texts: LibraryTexts): Result<Library> {
  const reader = new LibraryReader(texts);
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

const byYear = (row: TableValues | undefined): ReadonlyMap<string, number> =>
  new Map(
    (row?.cells ?? []).flatMap(({ year, value }) =>
      year === undefined ? [] : [[yearLabel(year), value] as const],
    ),
  );

function readStarting(reader: LibraryReader, lines: readonly LineDefinition[]): StartingPoint {
  const path = 'presets/starting-scenarios.yaml';
  const empty: StartingPoint = { schemes: [], cells: [], scenarios: [] };
  const file = reader.take(readYaml(reader.text(path), path, startingFile), {
    schemes: [],
    scenarios: [],
  });
  return reader.take(toStartingPoint(file, path, lines), empty);
}

/** The sites and the outside views name findings; where those cannot be read, names are not told as unknown. */
function readFindings(
  reader: LibraryReader,
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
  reader: LibraryReader,
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
