/**
 * Tests the model against a table of cases: inputs are laid into the shipped model text, outputs compared.
 * Nothing here knows an answer; the same lines run as on screen.
 */
import { FIRST_YEAR, LAST_YEAR } from '../document/create-document';
import type { GivenCell } from '../domain/cell';
import type { FootbridgeDocument } from '../domain/document';
import type { CaseRow, Example, ExampleInput } from '../domain/example';
import type { Library } from '../domain/library';
import type { ProgramLine } from '../engine/program';
import type { Projection } from '../engine/run';
import { addressedElements, parseAddress } from '../engine/values';
import { didYouMean } from '../errors/nearest';
import { failure, type Problem, type Result, success } from '../errors/problem';
import { type Model, openModel, runDraws } from '../finance/open-model';
import { yearLabel, yearsBetween } from '../units/financial-year';

/** An output may differ by this much: cases are printed to six decimals. */
export const TOLERANCE = 0.000001;

export interface Comparison {
  readonly row: number;
  readonly example: string;
  readonly name: string;
  readonly unit: string;
  readonly expected: number;
  readonly actual: number;
  readonly agrees: boolean;
}

export interface Verification {
  readonly comparisons: readonly Comparison[];
  /** What was taken for granted, in sentences. */
  readonly notes: readonly string[];
  /** Cases that cannot be understood; an example with one is not compared, the others are. */
  readonly problems: readonly Problem[];
}

const YEARS = yearsBetween(FIRST_YEAR, LAST_YEAR).map(yearLabel);

/** Runs every example named in the cases, or only those asked for. */
export function verifyCases(
  library: Library,
  cases: readonly CaseRow[],
  file: string,
  only: readonly string[] = [],
): Verification {
  const problems: Problem[] = [];
  const comparisons: Comparison[] = [];
  const notes: string[] = [];
  const present = [...new Set(cases.map((row) => row.example))];
  for (const name of only.filter((each) => !present.includes(each))) {
    problems.push({
      code: 'cases.absent-example',
      message: `The table has no example '${name.slice(0, 40)}'.`,
      place: { file },
      remedy: didYouMean(name, present) || `It has: ${present.join(', ')}.`,
    });
  }
  const names = only.length === 0 ? present : present.filter((name) => only.includes(name));
  for (const name of names) {
    const example = library.examples.find((each) => each.id === name);
    const rows = cases.filter((row) => row.example === name);
    if (!example) {
      const known = library.examples.map((each) => each.id);
      problems.push({
        code: 'cases.unknown-example',
        message: `There is no worked example '${name.slice(0, 40)}' in this model.`,
        place: { file, row: rows[0]?.row ?? 0 },
        remedy: `Examples that can be verified: ${known.join(', ')}.`,
      });
      continue;
    }
    const run = runExample(library, example, cases, file);
    if (!run.ok) problems.push(...run.problems);
    else {
      comparisons.push(...run.value.comparisons);
      notes.push(...run.value.notes);
    }
  }
  return { comparisons, notes, problems };
}

/** The example itself and those it uses, used ones first. */
function chainOf(library: Library, example: Example): Example[] {
  const used = example.uses.flatMap((id) => library.examples.filter((each) => each.id === id));
  return [...used.flatMap((each) => chainOf(library, each)), example];
}

function runExample(
  library: Library,
  example: Example,
  cases: readonly CaseRow[],
  file: string,
): Result<Verification> {
  const opened = openModel(library, documentOf(library, example));
  if (!opened.ok) return opened;
  const model = opened.value;
  const problems: Problem[] = [];
  const notes: string[] = [];
  const chain = chainOf(library, example);
  const rowsOf = (id: string) => inputRows(library, cases, id, example.id, notes);
  problems.push(...strangers(library, example, cases, file));
  const common: GivenCell[] = [];
  const byVariant = new Map<string, GivenCell[]>(
    Object.keys(example.variants).map((id) => [id, []]),
  );
  for (const each of chain) {
    common.push(...constantCells(each.constants, model, problems));
    for (const input of each.inputs) {
      const rows = rowsOf(input.of ?? each.id);
      const cells = inputCells(input, rows, model, file, problems, each.id);
      if (input.variant === undefined) common.push(...cells);
      else if (each === example) byVariant.get(input.variant)?.push(...cells);
    }
  }
  for (const [id, cells] of Object.entries(example.variants)) {
    byVariant.get(id)?.push(...constantCells(cells, model, problems));
  }
  if (problems.length > 0) return failure(...problems);
  const variants = ['', ...byVariant.keys()];
  const projection = runDraws(
    model,
    variants.map((id) => [common, byVariant.get(id) ?? []]),
  );
  const comparisons = compareOutputs(example, cases, model, projection, variants, file, problems);
  return problems.length > 0 ? failure(...problems) : success({ comparisons, notes, problems });
}

function documentOf(library: Library, example: Example): FootbridgeDocument {
  return {
    title: example.label,
    footprint: {
      id: example.id,
      number: 0,
      name: example.label,
      region: '',
      population: { value: 1, mark: 'assumption', source: 'worked example' },
      organisations: [
        ...example.organisations,
        { id: 'local_nhs', name: 'Local pressures, NHS', type: 'local_nhs' },
      ],
      cells: [],
    },
    horizon: { first: FIRST_YEAR, last: LAST_YEAR },
    cells: [],
    lines: [],
    schemes: [],
    scenarios: library.startingScenarios.slice(0, 1),
  };
}

/** Inputs of an example: from the file, or as shipped when the file has none of an example it leans on. */
function inputRows(
  library: Library,
  cases: readonly CaseRow[],
  wanted: string,
  example: string,
  notes: string[],
): readonly CaseRow[] {
  const own = cases.filter((row) => row.example === wanted && row.kind === 'input');
  if (own.length > 0 || wanted === example) return own;
  const note = `${example} leans on ${wanted}; the file gives no inputs for it, so the shipped ones were used.`;
  if (!notes.includes(note)) notes.push(note);
  return library.shippedCases.filter((row) => row.example === wanted && row.kind === 'input');
}

/** Rows whose name is none of the example's, or whose unit is not the one the example speaks in. */
function strangers(
  library: Library,
  example: Example,
  cases: readonly CaseRow[],
  file: string,
): Problem[] {
  const inputs = new Set(
    example.inputs.filter((each) => !each.of).flatMap((each) => spell(each.name)),
  );
  const outputs = new Set(example.outputs.flatMap((each) => spell(each.name)));
  const units = new Map(
    library.shippedCases
      .filter((row) => row.example === example.id)
      .map((row) => [`${row.kind} ${row.name}`, row.unit]),
  );
  return cases
    .filter((row) => row.example === example.id)
    .flatMap((row) => {
      const known = row.kind === 'input' ? inputs : outputs;
      const place = { file, row: row.row };
      if (!known.has(row.name)) {
        return [
          {
            code: 'cases.unknown-name',
            message: `${example.id} has no ${row.kind} called '${row.name.slice(0, 80)}'.`,
            place,
            remedy:
              didYouMean(row.name, known) ||
              `See the rows of ${example.id} in the shipped worked examples.`,
          },
        ];
      }
      const unit = units.get(`${row.kind} ${row.name}`);
      if (unit === undefined || unit === row.unit) return [];
      const message = `'${row.name}' is in ${unit}, and the file says ${row.unit.slice(0, 40) || 'nothing'}.`;
      return [{ code: 'cases.unit', message, place, remedy: `Give the value in ${unit}.` }];
    });
}

/** `x_{year}` -> `x_2015/16` and so on. */
const spell = (name: string): string[] =>
  name.includes('{year}') ? YEARS.map((year) => name.replace('{year}', year)) : [name];

function constantCells(
  constants: Readonly<Record<string, number>>,
  model: Model,
  problems: Problem[],
): GivenCell[] {
  return Object.entries(constants).flatMap(([cell, value]) => cellOf(cell, value, model, problems));
}

function cellOf(text: string, value: number, model: Model, problems: Problem[]): GivenCell[] {
  const { address, problems: found } = parseAddress(text, model.program);
  problems.push(...found);
  return address ? [{ ...address, value, mark: 'assumption', source: 'worked example' }] : [];
}

function inputCells(
  input: ExampleInput,
  rows: readonly CaseRow[],
  model: Model,
  file: string,
  problems: Problem[],
  example: string,
): GivenCell[] {
  const years = input.name.includes('{year}') ? YEARS : [''];
  const cells: GivenCell[] = [];
  const missing: string[] = [];
  for (const year of years) {
    const name = input.name.replace('{year}', year);
    const row = rows.find((each) => each.name === name);
    if (!row) {
      // Growth in the first year is never used, so no table gives it.
      if (year !== YEARS[0]) missing.push(name);
      continue;
    }
    const value = row.unit.startsWith('percent') ? row.value / 100 : row.value;
    for (const cell of input.cells)
      cells.push(...cellOf(cell.replace('{year}', year), value, model, problems));
  }
  if (missing.length > 0 && !input.optional) {
    problems.push({
      code: 'cases.missing-input',
      message: `${example} needs ${missing.map((name) => `'${name}'`).join(', ')}, and the file does not give it.`,
      place: { file },
      remedy: 'Add the row, in the unit of the shipped worked examples.',
    });
  }
  return cells;
}

function compareOutputs(
  example: Example,
  cases: readonly CaseRow[],
  model: Model,
  projection: Projection,
  variants: readonly string[],
  file: string,
  problems: Problem[],
): Comparison[] {
  return cases
    .filter((row) => row.example === example.id && row.kind === 'output')
    .flatMap((row) => {
      const output = example.outputs.find((each) => spell(each.name).includes(row.name));
      if (!output) return [];
      const year = YEARS.find((each) => output.name.replace('{year}', each) === row.name) ?? '';
      const { address, problems: found } = parseAddress(
        output.cell.replace('{year}', year),
        model.program,
      );
      problems.push(...found.map((problem) => ({ ...problem, place: { file, row: row.row } })));
      if (!address) return [];
      const line = model.program.byId.get(address.line) as ProgramLine;
      const draw = Math.max(0, variants.indexOf(output.variant ?? ''));
      const actual = addressedElements(line, address, model.program).reduce(
        (sum, element) =>
          sum +
          projection.value(line.index, (address.year ?? FIRST_YEAR) - FIRST_YEAR, element, draw),
        0,
      );
      const agrees = Math.abs(actual - row.value) <= TOLERANCE;
      return [
        {
          row: row.row,
          example: row.example,
          name: row.name,
          unit: row.unit,
          expected: row.value,
          actual,
          agrees,
        },
      ];
    });
}
