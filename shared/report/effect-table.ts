/** What each scheme of a scenario does, by year: to whom, in cash or only on paper, and at what cost. */
import type { Scenario } from '../domain/scenario';
import { type Model, schemesOn } from '../finance/open-model';
import type { Reader } from '../finance/read-projection';
import { schemesInOrder } from '../finance/reading-order';
import { yearLabel, yearsBetween } from '../units/financial-year';
import { heading, numberRow } from './row-builder';
import type { ReportRow, ReportTable } from './table';

interface EffectLine {
  readonly line: string;
  readonly label: string;
  readonly level: number;
  readonly kind: ReportRow['kind'];
}

const EFFECTS: readonly EffectLine[] = [
  { line: 'scheme_system_effect', label: 'Effect on the system', level: 1, kind: 'total' },
  { line: 'commissioner_effect', label: 'Commissioners', level: 2, kind: 'calculated' },
  { line: 'provider_effect', label: 'Trusts', level: 2, kind: 'calculated' },
  { line: 'council_effect', label: 'Councils', level: 2, kind: 'calculated' },
  { line: 'scheme_one_off', label: 'Of which one-off', level: 2, kind: 'calculated' },
  { line: 'scheme_cumulative', label: 'Added up over the years', level: 2, kind: 'calculated' },
  { line: 'claimed_value', label: 'What a plan might claim', level: 1, kind: 'total' },
  { line: 'cash_releasing', label: 'Cash-releasing', level: 2, kind: 'calculated' },
  { line: 'left_elsewhere', label: 'Of which trusts elsewhere lose', level: 3, kind: 'calculated' },
  { line: 'capacity_releasing', label: 'Capacity-releasing', level: 2, kind: 'calculated' },
  { line: 'notional', label: 'Notional', level: 2, kind: 'calculated' },
  { line: 'cost_double_running', label: 'Double running', level: 3, kind: 'calculated' },
  { line: 'stranded_part_block', label: 'Stranded part of a block', level: 3, kind: 'calculated' },
  { line: 'stranded_fixed', label: 'Stranded fixed cost', level: 3, kind: 'calculated' },
  { line: 'scheme_own_cost', label: "The scheme's own cost", level: 1, kind: 'calculated' },
];

/** A heading and its rows for each scheme that is on; empty where none is. */
export function effectTable(
  model: Model,
  reader: Reader,
  scenario: Scenario,
  draw: number,
): ReportTable {
  const { first, last } = model.document.horizon;
  const on = new Set(schemesOn(model.document, scenario));
  const schemes = schemesInOrder(model).filter(({ id }) => on.has(id));
  return {
    id: 'effects',
    title: `What the schemes of ${scenario.name} do`,
    unit: 'GBP million',
    columns: yearsBetween(first, last).map(yearLabel),
    rows: schemes.flatMap(({ id, name }) => [
      heading(id, name),
      ...EFFECTS.map((effect) => effectRow(effect, reader, id, draw)),
    ]),
  };
}

function effectRow(effect: EffectLine, reader: Reader, scheme: string, draw: number): ReportRow {
  const years = Array.from({ length: reader.years }, (_, year) => year);
  const values = years.map((year) => sumOver(reader, effect.line, scheme, year, draw));
  return numberRow(`${scheme}.${effect.line}`, effect.label, effect.level, effect.kind, values, {
    address: { line: effect.line, at: { scheme } },
  });
}

/** A line at one scheme, summed over whatever else it ranges over. */
function sumOver(reader: Reader, line: string, scheme: string, year: number, draw: number): number {
  const { program } = reader.projection;
  const found = program.byId.get(line);
  const index = program.dimensions.indexOf('scheme', scheme);
  if (!found || index === undefined || found.over[0] !== 'scheme') return Number.NaN;
  const each = found.size / program.dimensions.get('scheme').elements.length;
  let sum = 0;
  for (let element = index * each; element < (index + 1) * each; element += 1) {
    sum += reader.projection.value(found.index, year, element, draw);
  }
  return sum;
}
