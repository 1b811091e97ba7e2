/** `compare --all-footprints`: the national table, calculated one footprint after another. */
import { setImmediate } from 'node:timers/promises';
import type { FootbridgeDocument } from '../../../shared/domain/document';
import type { Footprint } from '../../../shared/domain/footprint';
import type { Library } from '../../../shared/domain/library';
import type { Result } from '../../../shared/errors/problem';
import { toJson } from '../../../shared/report/json-shapes';
import { englandRow, type NationalRow, nationalRow } from '../../../shared/report/national-view';
import type { LongRun } from '../long-run';
import { done, type Outcome, refused, stopped } from '../outcome';
import { nationalCsv, nationalText } from '../print-national';
import { checkChild } from '../vary-input';
import type { OutputOptions } from './output';

export type Sorting = 'number' | 'gap';

export interface AllOptions {
  readonly child?: string;
  readonly sort: Sorting;
  /** Opens a footprint with the edits of the command line. */
  readonly open: (footprint: Footprint) => Promise<Result<FootbridgeDocument>>;
  readonly run: LongRun;
}

export async function compareAll(
  library: Library,
  options: AllOptions,
  output: OutputOptions,
): Promise<Outcome> {
  try {
    return await calculate(library, options, output);
  } finally {
    options.run.end();
  }
}

async function calculate(
  library: Library,
  { child, sort, open, run }: AllOptions,
  output: OutputOptions,
): Promise<Outcome> {
  const problem = child === undefined ? undefined : checkChild(library, child);
  if (problem) return refused([problem]);
  const footprints = [...library.footprints].sort((a, b) => a.number - b.number);
  const rows: NationalRow[] = [];
  for (const footprint of footprints) {
    run.tell(rows.length, footprints.length, footprint.name);
    // Calculating holds the process; here it can hear a signal.
    await setImmediate();
    if (run.isStopped()) return stopped(rows.length, footprints.length);
    const document = await open(footprint);
    if (!document.ok) return refused(document.problems);
    const row = nationalRow(library, document.value, child);
    if (!row.ok) return refused(row.problems);
    rows.push(row.value);
  }
  await setImmediate();
  if (run.isStopped()) return stopped(rows.length, footprints.length);
  const england = englandRow(rows);
  // The largest shortfall first.
  if (sort === 'gap') rows.sort((a, b) => a.doNothing.total - b.doNothing.total);
  if (output.json) {
    const lastYear = rows[0]?.lastYear ?? '';
    return done(toJson('compare-all', { lastYear, footprints: rows, england }));
  }
  return done(output.csv ? nationalCsv(rows, england) : nationalText(rows, england, child));
}
