/** `claims`: what schemes claim of which pot, where they overlap, and what is counted twice. */
import type { FootbridgeDocument } from '../../../shared/domain/document';
import type { Library } from '../../../shared/domain/library';
import {
  type ClaimsView,
  claimsView,
  type FindingRow,
  type PotRow,
} from '../../../shared/report/claims-view';
import { toJson } from '../../../shared/report/json-shapes';
import { formatNumber } from '../../../shared/units/format';
import { toCsv } from '../csv';
import { done, type Outcome, refused } from '../outcome';
import { footprintOf, runScenario } from '../run-scenario';
import { terminalTable, wrap } from '../terminal-table';
import type { OutputOptions } from './output';

export function claims(
  library: Library,
  document: FootbridgeDocument,
  scenario: string,
  output: OutputOptions,
): Outcome {
  const run = runScenario(library, document, scenario);
  if (!run.ok) return refused(run.problems);
  const view = claimsView(run.value.model, run.value.reader, run.value.scenario, 0);
  const { id, name } = run.value.scenario;
  if (output.json) {
    return done(
      toJson('claims', { footprint: footprintOf(document), scenario: id, name, ...view }),
    );
  }
  if (output.csv) return done(claimsCsv(view));
  const title = `${document.footprint.name} · ${name} · claims on pots in ${view.year}, £m`;
  return done([title, wrap(view.sentence), ...parts(view)].join('\n'));
}

function claimsCsv({ pots, year }: ClaimsView): string {
  const rows = pots.flatMap((pot) =>
    pot.claims.map((claim) => [
      ...[year, pot.kind, pot.label, pot.holds],
      ...[claim.scheme, claim.claimed, claim.counted],
    ]),
  );
  return toCsv(['year', 'kind', 'pot', 'holds', 'scheme', 'claimed', 'counted'], rows);
}

function parts(view: ClaimsView): string[] {
  const { findings, overlaps, pots } = view;
  const standing = findings.filter((finding) => !finding.removed);
  // Overlaps of schemes have their own table below.
  const removed = findings.filter(({ removed, code }) => removed && code !== 'overlap');
  return [
    ...findingsText('Still standing in the figures', standing),
    ...findingsText('Taken off already', removed),
    ...(overlaps.length > 0 ? ['', overlapTable(view)] : []),
    ...(pots.length > 0 ? ['', potTable(pots), '', wrap(HOW_TO_READ)] : []),
  ];
}

const HOW_TO_READ =
  "Claimed is as if each scheme were alone; counted is what the model takes after overlaps. A pot that is part of another, such as staffed capacity, stands beside it and is not added to it; 'elsewhere' is counted in that other.";

/** Findings of one kind stand together below its title. */
function findingsText(title: string, findings: readonly FindingRow[]): string[] {
  if (findings.length === 0) return [];
  const titles = [...new Set(findings.map((finding) => finding.title))];
  return [
    '',
    title,
    ...titles.flatMap((each) => [
      `  ${each}`,
      ...findings
        .filter((finding) => finding.title === each)
        .flatMap((finding) => indented(finding.sentence)),
    ]),
  ];
}

const indented = (sentence: string): string[] =>
  wrap(sentence, 94)
    .split('\n')
    .map((line, i) => (i === 0 ? `    ${line}` : `      ${line}`));

function overlapTable({ overlaps }: ClaimsView): string {
  const columns = [
    { title: 'Overlap' },
    { title: 'Pot' },
    { title: '£m', right: true },
    { title: '' },
  ];
  const told = overlaps.filter((each) => formatNumber(each.amount) !== formatNumber(0));
  const rows = told.map(({ schemes: [a, b], pot, amount, removed }) => [
    `${a} and ${b}`,
    pot,
    formatNumber(amount),
    removed ? 'taken off' : 'still stands',
  ]);
  const rest = overlaps.length - told.length;
  const smaller = `And ${rest} that round${rest === 1 ? 's' : ''} to nothing.`;
  return [terminalTable(columns, rows), ...(rest > 0 ? [smaller] : [])].join('\n');
}

function potTable(pots: readonly PotRow[]): string {
  const columns = [
    { title: 'Pot' },
    { title: 'Holds', right: true },
    { title: 'Claimed', right: true },
    { title: 'Counted', right: true },
  ];
  const rows = pots.flatMap((pot) => [
    [pot.label, formatNumber(pot.holds), formatNumber(pot.claimed), counted(pot)],
    ...pot.claims.map((claim) => [
      `  ${claim.scheme}`,
      '',
      formatNumber(claim.claimed),
      counted(claim),
    ]),
  ]);
  return terminalTable(columns, rows);
}

/** Nothing where another pot counts it: a part of a cost, or a ceiling over it. */
const counted = (each: { readonly claimed: number; readonly counted: number }): string =>
  each.counted === 0 && each.claimed > 0 ? 'elsewhere' : formatNumber(each.counted);
