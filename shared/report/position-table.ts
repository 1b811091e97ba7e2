/** Money by organisation and year: the Do nothing and Transformed sheets. */
import type { Organisation } from '../domain/footprint';
import type { Model } from '../finance/open-model';
import type { FindGiven } from '../finance/provenance';
import type { Reader } from '../finance/read-projection';
import { schemesInOrder } from '../finance/reading-order';
import { yearLabel, yearsBetween } from '../units/financial-year';
import { heading, numberRow } from './row-builder';
import type { ReportRow, ReportTable } from './table';

interface Group {
  readonly id: string;
  readonly label: string;
  readonly dimension: string;
  readonly position: string;
  /** Lines shown for the group as a whole. */
  readonly lines: readonly { readonly line: string; readonly label: string }[];
}

const GROUPS: readonly Group[] = [
  {
    id: 'commissioners',
    label: 'Commissioners',
    dimension: 'commissioner',
    position: 'commissioner_position',
    lines: [
      { line: 'allocation', label: 'Allocations' },
      { line: 'contract_spend', label: "Contracts with the footprint's trusts" },
      { line: 'outside_spend', label: 'Care bought elsewhere' },
      { line: 'direct_spend_after_schemes', label: 'Services bought directly' },
      { line: 'contingency', label: 'Contingency' },
      { line: 'required_surplus', label: 'Required surplus' },
    ],
  },
  {
    id: 'providers',
    label: 'Providers',
    dimension: 'provider',
    position: 'provider_position',
    lines: [
      { line: 'contract_income', label: "Income from the footprint's commissioners" },
      { line: 'outside_income', label: 'Income from outside' },
      { line: 'provider_cost_after_schemes', label: 'Cost' },
    ],
  },
  {
    id: 'councils',
    label: 'Councils',
    dimension: 'council',
    position: 'council_position',
    lines: [
      { line: 'social_care_need', label: 'Social care need' },
      { line: 'council_base_budget', label: 'Own budget for care' },
      { line: 'better_care_fund', label: 'Better Care Fund from commissioners' },
      { line: 'precept_income', label: 'Precept' },
      { line: 'care_grants', label: 'Improved Better Care Fund and grant' },
      { line: 'public_health_position', label: 'Public health, grant less cost' },
    ],
  },
];

export interface PositionTableInput {
  readonly model: Model;
  readonly reader: Reader;
  readonly draw: number;
  readonly find: FindGiven;
  readonly id: string;
  readonly title: string;
  /** Show what the schemes do and the difference from this draw. */
  readonly against?: { readonly draw: number; readonly name: string };
}

export function positionTable(input: PositionTableInput): ReportTable {
  const { model, reader, draw } = input;
  const { first, last } = model.document.horizon;
  return {
    id: input.id,
    title: input.title,
    unit: 'GBP million',
    columns: yearsBetween(first, last).map(yearLabel),
    rows: [
      ...GROUPS.flatMap((group) => groupRows(group, input)),
      ...pressureRows(input),
      ...(input.against ? schemeRows(input) : []),
      ...systemRows(reader, draw),
      ...fundRows(reader, draw),
      ...(input.against ? differenceRows(input, input.against) : []),
    ],
  };
}

const sums = (reader: Reader, line: string, draw: number): number[] =>
  Array.from({ length: reader.years }, (_, year) => reader.total(line, year, draw));

function groupRows(group: Group, input: PositionTableInput): ReportRow[] {
  const { model, reader, draw } = input;
  const members = membersOf(group.dimension, model);
  if (members.length === 0) return [];
  return [
    heading(group.id, group.label),
    ...group.lines.map(({ line, label }) =>
      numberRow(
        `${group.id}.${line}`,
        label,
        1,
        'calculated',
        sums(reader, line, draw),
        sumOf(model, line),
      ),
    ),
    numberRow(
      `${group.id}.position`,
      `${group.label}, position`,
      0,
      'total',
      sums(reader, group.position, draw),
      sumOf(model, group.position),
    ),
    ...members.map((organisation) => {
      const at = { [group.dimension]: organisation.id };
      return numberRow(
        `${group.id}.${organisation.id}`,
        organisation.name,
        2,
        'calculated',
        reader.series(group.position, at, draw),
        { address: { line: group.position, at } },
      );
    }),
  ];
}

/** A sum over every element: it can be explained, and its note says what it is. */
function sumOf(model: Model, line: string): Partial<ReportRow> {
  const note = model.program.byId.get(line)?.definition.note;
  return { address: { line, at: {} }, ...(note ? { note } : {}) };
}

function membersOf(dimension: string, model: Model): readonly Organisation[] {
  const ids = new Set(model.program.dimensions.elements(dimension));
  return model.document.footprint.organisations.filter((each) => ids.has(each.id));
}

function pressureRows(input: PositionTableInput): ReportRow[] {
  const { model, reader, draw, find } = input;
  const { last } = model.document.horizon;
  return membersOf('pressure', model).map((organisation) => {
    const at = { pressure: organisation.id };
    const given = find('local_pressure_full', at, last);
    return numberRow(
      `pressure.${organisation.id}`,
      organisation.type === 'local_nhs'
        ? 'Local pressures not explained by national assumptions, NHS'
        : 'Local pressures not explained by national assumptions, social care',
      1,
      'calculated',
      reader.series('local_pressures', at, draw),
      {
        address: { line: 'local_pressures', at },
        ...(given ? { mark: given.cell.mark, source: given.cell.source } : {}),
        ...(given?.cell.note ? { note: given.cell.note } : {}),
      },
    );
  });
}

function systemRows(reader: Reader, draw: number): ReportRow[] {
  const sector = (id: string) => reader.series('sector_position', { sector: id }, draw);
  const row = (
    id: string,
    label: string,
    values: readonly number[],
    line: string,
    at = {},
  ): ReportRow => numberRow(id, label, 0, 'total', values, { address: { line, at } });
  return [
    heading('system', 'System'),
    row('system.nhs', 'NHS position', sector('nhs'), 'sector_position', { sector: 'nhs' }),
    row(
      'system.social_care',
      'Social care and public health position',
      sector('social_care'),
      'sector_position',
      {
        sector: 'social_care',
      },
    ),
    row(
      'system.total',
      'System position',
      reader.series('system_position', {}, draw),
      'system_position',
    ),
    numberRow(
      'system.real',
      'System position in first-year prices',
      1,
      'calculated',
      reader.series('system_position_real', {}, draw),
      {
        address: { line: 'system_position_real', at: {} },
      },
    ),
    numberRow(
      'system.head',
      'Gap for each resident, £',
      1,
      'calculated',
      reader.series('gap_per_head', {}, draw),
      {
        unit: 'GBP per person',
        address: { line: 'gap_per_head', at: {} },
      },
    ),
    numberRow(
      'system.cumulative',
      'Added up since the first year',
      1,
      'calculated',
      reader.series('cumulative_position', {}, draw),
      {
        address: { line: 'cumulative_position', at: {} },
      },
    ),
  ];
}

/** What each scheme that is on does to the system; it is in contracts, income and cost above already. */
function schemeRows(input: PositionTableInput): ReportRow[] {
  const { model, reader, draw } = input;
  const on = schemesInOrder(model).filter(
    (scheme) => reader.value('scheme_on', { scheme: scheme.id }, 0, draw) > 0,
  );
  if (on.length === 0) return [];
  const rows = on.map(({ id, name }) => {
    const at = { scheme: id };
    const values = reader.series('scheme_system_effect', at, draw);
    return numberRow(`scheme.${id}`, name, 1, 'calculated', values, {
      address: { line: 'scheme_system_effect', at },
      note: 'Counted in the rows above; shown here scheme by scheme.',
    });
  });
  return [heading('schemes', 'Of which schemes'), ...rows];
}

/** Conditional money and control totals: after the position, never in it. */
function fundRows(reader: Reader, draw: number): ReportRow[] {
  const row = (id: string, label: string, level: number, line: string) =>
    numberRow(
      `fund.${id}`,
      label,
      level,
      level === 0 ? 'total' : 'calculated',
      reader.series(line, {}, draw),
      { address: { line, at: {} } },
    );
  return [
    heading('fund', 'The fund and control totals'),
    row('control', 'Trusts together beside their control totals', 1, 'system_control_total_missed'),
    row('share', 'Share of the fund, all conditions met', 1, 'stf_share'),
    row('earned', 'Earned from the fund', 1, 'stf_earned'),
    row('after', 'System position after the fund', 0, 'position_after_stf'),
    row('underlying', 'System position without one-off costs', 1, 'underlying_position'),
  ];
}

function differenceRows(
  input: PositionTableInput,
  against: { readonly draw: number; readonly name: string },
): ReportRow[] {
  const { reader, draw } = input;
  const total = reader.series('system_position', {}, draw);
  const other = reader.series('system_position', {}, against.draw);
  return [
    numberRow('against.total', `${against.name}, for comparison`, 1, 'calculated', other),
    numberRow(
      'against.difference',
      'Difference',
      0,
      'total',
      total.map((value, i) => value - (other[i] as number)),
    ),
  ];
}
