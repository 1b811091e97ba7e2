/** `effects`: what each scheme of a scenario does, by year: to whom, in cash or only on paper. */
import type { FootbridgeDocument } from '../../../shared/domain/document';
import type { Library } from '../../../shared/domain/library';
import { effectTable } from '../../../shared/report/effect-table';
import { toJson } from '../../../shared/report/json-shapes';
import type { ReportTable } from '../../../shared/report/table';
import { toCsv } from '../csv';
import { done, type Outcome, refused } from '../outcome';
import { tableText } from '../print-table';
import { footprintOf, runScenario } from '../run-scenario';
import { wrap } from '../terminal-table';
import type { OutputOptions } from './output';

const HOW_TO_READ =
  'Positive improves the position. What a plan might claim splits into cash-releasing, capacity-releasing and notional; only cash is in any position. Double running and what is stranded are why the rest is not cash.';

export function effects(
  library: Library,
  document: FootbridgeDocument,
  scenario: string,
  output: OutputOptions,
): Outcome {
  const run = runScenario(library, document, scenario);
  if (!run.ok) return refused(run.problems);
  const { model, reader } = run.value;
  const { id, name } = run.value.scenario;
  const table = effectTable(model, reader, run.value.scenario, 0);
  if (output.json) {
    const rows = table.rows.map(({ address, ...row }) => ({
      ...row,
      scheme: address?.at.scheme ?? row.id,
    }));
    const footprint = footprintOf(document);
    return done(toJson('effects', { footprint, scenario: id, name, years: table.columns, rows }));
  }
  if (output.csv) return done(effectsCsv(table, document));
  const title = `${document.footprint.name} · ${name} · £m cash`;
  if (table.rows.length === 0) {
    return done(`${title}\n\nNo scheme is on in ${name}, so there is nothing to show.`);
  }
  return done([title, '', tableText(table), '', wrap(HOW_TO_READ)].join('\n'));
}

function effectsCsv({ rows, columns }: ReportTable, document: FootbridgeDocument): string {
  const nameOf = (scheme: string) => document.schemes.find(({ id }) => id === scheme)?.name ?? '';
  const tidy = rows.flatMap(({ address, label, unit, values }) => {
    const scheme = address?.at.scheme;
    if (!address || scheme === undefined) return [];
    return columns.map((year, i) => [
      ...[scheme, nameOf(scheme), address.line, label, unit, year],
      values[i] ?? null,
    ]);
  });
  return toCsv(['scheme', 'name', 'line', 'label', 'unit', 'year', 'value'], tidy);
}
