/** `list`: the 44 footprints, or the assumptions, lines, scenarios or findings one can name. */
import { createDocument } from '../../../shared/document/create-document';
import type { Library } from '../../../shared/domain/library';
import { openModel } from '../../../shared/finance/open-model';
import { toJson } from '../../../shared/report/json-shapes';
import { formatNumber } from '../../../shared/units/format';
import { idInWords } from '../../../shared/units/words';
import { toCsv } from '../csv';
import { done, type Outcome, refused } from '../outcome';
import { terminalTable } from '../terminal-table';
import { listEvidence } from './list-evidence';
import { listVanguards } from './list-vanguards';
import type { OutputOptions } from './output';

export type Listing =
  | 'footprints'
  | 'organisations'
  | 'lines'
  | 'assumptions'
  | 'scenarios'
  | 'scheme-types'
  | 'evidence'
  | 'vanguards';

/** `name` is the footprint whose organisations are listed, or the one finding or site to show in full. */
export function list(
  library: Library,
  what: Listing,
  name: string,
  output: OutputOptions,
): Outcome {
  if (what === 'organisations') return listOrganisations(library, name, output);
  if (what === 'evidence') return listEvidence(library.evidence, name, output);
  if (what === 'vanguards') return listVanguards(library.vanguardSites, name, output);
  if (what === 'footprints') return listFootprints(library, output);
  if (what === 'scenarios') {
    const rows = library.startingScenarios.map((each) => [
      each.id,
      each.name,
      each.description ?? '',
    ]);
    return table(['Id', 'Name', 'What it is'], rows, output);
  }
  if (what === 'scheme-types') {
    const rows = library.schemeTypes.map((each) => [each.id, each.label, each.summary]);
    return table(['Id', 'Name', 'What it does'], rows, output);
  }
  return listLines(library, what === 'assumptions', output);
}

function table(header: string[], rows: string[][], output: OutputOptions): Outcome {
  if (output.csv) return done(toCsv(header, rows));
  return done(
    terminalTable(
      header.map((title) => ({ title })),
      rows,
    ),
  );
}

function listFootprints(library: Library, output: OutputOptions): Outcome {
  const footprints = library.footprints.map((each) => ({
    id: each.id,
    number: each.number,
    name: each.name,
    region: each.region,
    population: each.population.value,
    populationMark: each.population.mark,
    publishedGap: each.publishedGap?.total.value ?? null,
    publishedScope: each.publishedGap?.scope ?? null,
    publishedMark: each.publishedGap?.total.mark ?? null,
    organisations: each.organisations.filter((own) => !own.type.startsWith('local_')).length,
  }));
  if (output.json) return done(toJson('list', { footprints }));
  if (output.csv) {
    const header = Object.keys(footprints[0] ?? {});
    return done(
      toCsv(
        header,
        footprints.map((each) => Object.values(each)),
      ),
    );
  }
  const rows = footprints.map((each) => [
    String(each.number),
    each.id,
    each.region,
    `${formatNumber(each.population / 1e6, { decimals: 1 })}m ${each.populationMark}`,
    each.publishedGap === null ? '–' : formatNumber(each.publishedGap),
    each.publishedGap === null
      ? 'none published'
      : `${SCOPES[each.publishedScope ?? 'unknown']}, ${each.publishedMark}`,
  ]);
  const columns = [
    { title: 'No', right: true },
    { title: 'Footprint' },
    { title: 'Region' },
    { title: 'People' },
    { title: 'Gap £m', right: true },
    { title: 'Scope and mark' },
  ];
  return done(
    `${terminalTable(columns, rows)}\n\nPublished do-nothing gap in 2020/21. Marks: see 'footbridge --help'.`,
  );
}

const SCOPES: Readonly<Record<string, string>> = {
  nhs: 'NHS',
  nhs_and_social_care: 'NHS and social care',
  unknown: 'scope not stated',
};

/** The codes that cells are addressed by, with the names people know. */
function listOrganisations(library: Library, footprint: string, output: OutputOptions): Outcome {
  const document = createDocument(library, footprint);
  if (!document.ok) return refused(document.problems);
  const rows = document.value.footprint.organisations.map((each) => [
    each.id,
    each.name,
    idInWords(each.type),
    each.note ?? '',
  ]);
  return table(['Code', 'Name', 'Type', 'Note'], rows, output);
}

/** Lines over the dimensions of a typical footprint; ids of organisations differ from one to the next. */
function listLines(library: Library, inputsOnly: boolean, output: OutputOptions): Outcome {
  const first = library.footprints[0]?.id ?? '';
  const document = createDocument(library, first);
  const model = document.ok ? openModel(library, document.value) : document;
  if (!model.ok) return refused(model.problems);
  const rows = model.value.program.lines
    .filter((line) => !inputsOnly || line.definition.input)
    .map(({ definition }) => [
      definition.id,
      definition.over.join(', '),
      definition.unit,
      definition.label,
      ...(output.csv ? [definition.formula ?? '', definition.note ?? ''] : []),
    ]);
  const header = ['Id', 'Over', 'Unit', 'Label', ...(output.csv ? ['Formula', 'Note'] : [])];
  return table(header, rows, output);
}
