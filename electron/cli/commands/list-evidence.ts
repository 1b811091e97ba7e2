/** `list evidence`: what studies found, all in a table or one in full. */
import { type EvidenceRow, STRENGTH_MEANING } from '../../../shared/domain/evidence';
import { MARK_MEANING } from '../../../shared/domain/mark';
import { toJson } from '../../../shared/report/json-shapes';
import { countOf, idInWords } from '../../../shared/units/words';
import { toCsv } from '../csv';
import { done, type Outcome } from '../outcome';
import { terminalTable } from '../terminal-table';
import { chosen, exactly, inFull, isOutcome } from './list-one';
import type { OutputOptions } from './output';

export function listEvidence(
  evidence: readonly EvidenceRow[],
  name: string,
  output: OutputOptions,
): Outcome {
  const rows = chosen(evidence, name, 'evidence');
  if (isOutcome(rows)) return rows;
  if (output.json) return done(toJson('evidence', { evidence: rows }));
  if (output.csv) {
    const header = [
      ...['id', 'family', 'effect', 'unit', 'central', 'low', 'high', 'appliesTo'],
      ...['yearsToFullEffect', 'strength', 'mark', 'source', 'note'],
    ] as const;
    return done(
      toCsv(
        header,
        rows.map((row) => header.map((column) => row[column as keyof EvidenceRow] ?? null)),
      ),
    );
  }
  const [first] = rows;
  if (name !== '' && first) return done(evidenceInFull(first));
  const table = rows.map((row) => [
    ...[row.id, idInWords(row.effect), finding(row), row.unit, idInWords(row.strength), row.mark],
  ]);
  return done(
    terminalTable(
      [
        { title: 'Id' },
        { title: 'Effect' },
        { title: 'Finding', right: true },
        { title: 'Unit' },
        { title: 'Strength' },
        { title: 'Mark' },
      ],
      table,
    ),
  );
}

/** The central value, or what there is instead. */
function finding(row: EvidenceRow): string {
  if (row.central !== undefined) return exactly(row.central);
  return range(row) || 'in words';
}

function range({ low, high }: EvidenceRow): string {
  if (low === undefined && high === undefined) return '';
  if (high === undefined) return `at least ${exactly(low ?? 0)}`;
  return low === undefined ? `at most ${exactly(high)}` : `${exactly(low)} to ${exactly(high)}`;
}

function evidenceInFull(row: EvidenceRow): string {
  return inFull(`${row.id}  ${idInWords(row.effect)}`, [
    ['Finding', `${finding(row)} (${row.unit})`],
    ['Range', row.central === undefined ? '' : range(row)],
    ['Applies to', row.appliesTo],
    [
      'Full effect',
      row.yearsToFullEffect === undefined ? '' : countOf(row.yearsToFullEffect, 'year'),
    ],
    ['Strength', `${idInWords(row.strength)}: ${STRENGTH_MEANING[row.strength]}`],
    ['Mark', `${row.mark}: ${MARK_MEANING[row.mark]}`],
    ['Source', row.source],
    ['Note', row.note],
  ]);
}
