/** Tables of inputs: the baseline of each organisation, the assumptions, and the parameters of schemes. */

import type { ProgramLine } from '../engine/program';
import type { Model } from '../finance/open-model';
import type { FindGiven } from '../finance/provenance';
import type { Reader } from '../finance/read-projection';
import { yearLabel, yearsBetween } from '../units/financial-year';
import { heading, lineRow } from './row-builder';
import type { ReportRow, ReportTable } from './table';

export interface InputTableContext {
  readonly model: Model;
  readonly reader: Reader;
  readonly draw: number;
  readonly find: FindGiven;
}

const ORGANISATION_DIMENSIONS = [
  'organisation',
  'provider',
  'commissioner',
  'ccg',
  'acute_trust',
  'council',
  'pressure',
];

const isBaseline = (line: ProgramLine): boolean =>
  line.over.some((dimension) => ORGANISATION_DIMENSIONS.includes(dimension));

const isSchemeLine = (line: ProgramLine, model: Model): boolean =>
  line.over.some(
    (dimension) => dimension === 'scheme' || model.program.dimensions.isPart(dimension, 'scheme'),
  );

const inputs = (model: Model): ProgramLine[] =>
  model.program.lines.filter((line) => line.definition.input);

/** What each organisation starts from. Opening figures do not change by year, so one column is enough. */
export function baselineTable(context: InputTableContext): ReportTable {
  const { model } = context;
  const lines = inputs(model).filter(
    (line) =>
      isBaseline(line) &&
      !isSchemeLine(line, model) &&
      line.definition.id !== 'local_pressure_full',
  );
  const rows = sectionRows(lines, context).map((row) => firstColumn(row));
  return {
    id: 'baseline',
    title: 'Baseline',
    unit: 'GBP million',
    columns: [yearLabel(model.document.horizon.first)],
    rows,
  };
}

const firstColumn = (row: ReportRow): ReportRow => ({
  ...row,
  values: row.values.slice(0, 1),
  ...(row.overridden ? { overridden: row.overridden.slice(0, 1) } : {}),
});

/** National and local assumptions by year. */
export function assumptionTable(context: InputTableContext): ReportTable {
  const { model } = context;
  const lines = inputs(model).filter(
    (line) =>
      line.definition.id === 'local_pressure_full' ||
      (!isBaseline(line) && !isSchemeLine(line, model)),
  );
  return {
    id: 'assumptions',
    title: 'Assumptions',
    unit: 'percent a year',
    columns: yearColumns(model),
    rows: sectionRows(lines, context).map(withoutIdleYear),
  };
}

/**
 * Growth from the year before means nothing in the first year, whatever its table or its extend rule says:
 * the cell is left empty, so that nobody reads or types a number that plays no part.
 */
const withoutIdleYear = (row: ReportRow): ReportRow =>
  row.unit.endsWith(' a year') && row.values.length > 1
    ? { ...row, values: [null, ...row.values.slice(1)] }
    : row;

/** Parameters of each scheme under its name. */
export function schemeTable(context: InputTableContext): ReportTable {
  const { model, reader, draw, find } = context;
  const rows = model.document.schemes.flatMap((scheme) => {
    const type = model.library.schemeTypes.find((each) => each.id === scheme.type);
    const lines = ['scheme_start', ...(type?.parameters ?? [])]
      .map((id) => model.program.byId.get(id))
      .filter((line) => line !== undefined);
    return [
      heading(`scheme.${scheme.id}`, scheme.name),
      ...lines.flatMap((line) =>
        elementsOf(line)
          .map((element) => lineRow(line, element, reader, draw, model.document, find, 1))
          .filter((row) => Object.values(row.address?.at ?? {}).includes(scheme.id))
          .filter((row) => isTold(row, line))
          .map((row) => ({
            ...row,
            id: `${scheme.id}.${row.id}`,
            label: parameterLabel(row, line, model),
          })),
      ),
    ];
  });
  return {
    id: 'schemes',
    title: 'Schemes',
    unit: 'number',
    columns: ['Value'],
    rows: rows.map(firstColumn),
  };
}

/** In a table by cohort and setting, cells left at nothing are not listed. */
const isTold = (row: ReportRow, line: ProgramLine): boolean =>
  line.over.length < 3 || row.values[0] !== 0 || (row.overridden ?? []).includes(true);

function parameterLabel(row: ReportRow, line: ProgramLine, model: Model): string {
  const rest = Object.entries(row.address?.at ?? {})
    .filter(
      ([dimension]) =>
        dimension !== 'scheme' && !model.program.dimensions.isPart(dimension, 'scheme'),
    )
    .map(([dimension, id]) => {
      const index = model.program.dimensions.indexOf(dimension, id) ?? 0;
      return model.program.dimensions.get(dimension).elements[index]?.label ?? id;
    });
  return [line.definition.label, ...rest].join(', ');
}

const yearColumns = (model: Model): string[] =>
  yearsBetween(model.document.horizon.first, model.document.horizon.last).map(yearLabel);

const elementsOf = (line: ProgramLine): number[] => Array.from({ length: line.size }, (_, i) => i);

function sectionRows(lines: readonly ProgramLine[], context: InputTableContext): ReportRow[] {
  const { reader, draw, model, find } = context;
  const rows: ReportRow[] = [];
  let section = '';
  for (const line of lines) {
    const { definition } = line;
    if (definition.section !== section) {
      section = definition.section;
      rows.push(heading(`section.${section}`, section));
    }
    const own = elementsOf(line).map((element) =>
      lineRow(line, element, reader, draw, model.document, find, 1),
    );
    if (line.over.length === 0) {
      rows.push(...own);
      continue;
    }
    // A table over two or more dimensions is mostly nothing; rows of nothing that nobody set are left out.
    const told = own.filter(
      (row) =>
        line.over.length < 2 ||
        row.values.some((value) => value !== 0) ||
        row.overridden?.includes(true),
    );
    if (told.length === 0) continue;
    rows.push({ ...heading(`line.${definition.id}`, definition.label, 1), unit: definition.unit });
    rows.push(...told.map((row) => ({ ...row, level: 2 })));
  }
  return rows;
}
