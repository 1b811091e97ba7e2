/** Everything the cases say of an example, laid into layers: what all its variants share, and each one's own. */
import type { GivenCell } from '../../domain/cell';
import type { Example } from '../../domain/example';
import type { Library } from '../../domain/library';
import { failure, type Problem, type Result, success } from '../../errors/problem';
import { type Model, switchCell } from '../../finance/open-model';
import { formulaNames, spell } from '../../library/example-names';
import { type CaseTable, inputRows } from './case-table';
import { CellBook, constantCells } from './lay-cells';
import { readDerived } from './read-derived';
import { type Reading, readInput } from './readings';

export interface Layers {
  readonly common: readonly GivenCell[];
  readonly byVariant: ReadonlyMap<string, readonly GivenCell[]>;
}

/** What the model makes of an output of another example. */
export type ResultOf = (example: string, name: string) => Result<number>;

interface Gathering {
  readonly table: CaseTable;
  readonly model: Model;
  /** The example that is run; `asking` leans on it, or is itself. */
  readonly running: Example;
  readonly asking: string;
  readonly resultOf: ResultOf;
  readonly problems: Problem[];
}

export function gatherValues(
  table: CaseTable,
  model: Model,
  running: Example,
  asking: string,
  resultOf: ResultOf,
): Result<Layers> {
  const problems: Problem[] = [];
  const gathering = { table, model, running, asking, resultOf, problems };
  const common: GivenCell[] = running.schemes.map(({ id }) => switchCell(id));
  const byVariant = new Map<string, GivenCell[]>();
  for (const each of chainOf(table.library, running)) {
    const books = bookExample(each, gathering);
    common.push(...constantCells(each.constants, model, problems));
    common.push(...(books.get('')?.lay(model, running.horizon, problems) ?? []));
    if (each !== running) continue;
    for (const [id, constants] of Object.entries(running.variants)) {
      byVariant.set(id, [
        ...(books.get(id)?.lay(model, running.horizon, problems) ?? []),
        ...constantCells(constants, model, problems),
      ]);
    }
  }
  return problems.length > 0 ? failure(...problems) : success({ common, byVariant });
}

/** The example itself and those it uses, used ones first, each once. */
function chainOf(library: Library, example: Example): readonly Example[] {
  const used = example.uses.flatMap((id) => library.examples.filter((each) => each.id === id));
  return [...new Set([...used.flatMap((each) => chainOf(library, each)), example])];
}

/** What one example of the chain says of its cells, by variant; '' is for all. */
function bookExample(example: Example, gathering: Gathering): ReadonlyMap<string, CellBook> {
  const { running, problems } = gathering;
  const books = new Map<string, CellBook>();
  const named: { name: string; variant: string; readings: readonly Reading[] }[] = [];
  const add = (cells: readonly string[], variant: string, readings: readonly Reading[]) => {
    const book = books.get(variant) ?? new CellBook();
    books.set(variant, book);
    for (const cell of cells) book.add(cell, readings);
  };
  for (const { entry, readings } of [
    ...inputsOf(example, gathering),
    ...resultsOf(example, gathering),
  ]) {
    const variant = entry.variant ?? '';
    add(entry.cells, variant, readings);
    named.push(...formulaNames(entry).map((name) => ({ name, variant, readings })));
  }
  for (const entry of example.derived) {
    const variant = entry.variant ?? '';
    const seen = new Map<string, readonly Reading[]>();
    for (const each of named) {
      const isSeen = each.variant === '' || each.variant === variant;
      seen.set(each.name, [...(seen.get(each.name) ?? []), ...(isSeen ? each.readings : [])]);
    }
    for (const cell of entry.cells) {
      const read = readDerived(entry, cell, seen, running.horizon);
      if (read.ok) add([cell], variant, read.value);
      else problems.push(...read.problems.map(placed(gathering, example)));
    }
  }
  return books;
}

const placed =
  ({ table }: Gathering, { id }: Example) =>
  (problem: Problem): Problem => ({
    ...problem,
    place: { ...problem.place, file: table.file, path: id },
  });

/** Names listed when some are missing; a long horizon has many. */
const MOST_NAMED = 12;

function inputsOf(example: Example, { table, running, asking, problems }: Gathering) {
  const rowsOf = (id: string) => inputRows(table, id, id === running.id ? asking : running.id);
  return example.inputs.map((entry) => {
    const rows = new Map(rowsOf(entry.of ?? example.id).map((row) => [row.name, row]));
    const { readings, missing } = readInput(entry, rows, running.horizon);
    if (missing.length > 0) {
      const names = missing.slice(0, MOST_NAMED).map((name) => `'${name}'`);
      const more = missing.length > MOST_NAMED ? ` and ${missing.length - MOST_NAMED} more` : '';
      problems.push({
        code: 'cases.missing-input',
        message: `${example.id} needs ${names.join(', ')}${more}, and the file does not give ${entry.onward ? 'it or one for a later year' : 'it'}.`,
        place: { file: table.file },
        remedy: 'Add the row, in the unit of the shipped worked examples.',
      });
    }
    return { entry, readings };
  });
}

function resultsOf(example: Example, { running, resultOf, problems }: Gathering) {
  return example.results.map((entry) => {
    const readings: Reading[] = [];
    for (const { name, year } of spell(entry.name, running.horizon)) {
      const result = resultOf(entry.of, name);
      if (!result.ok) problems.push(...result.problems);
      else
        readings.push({
          value: result.value,
          onward: false,
          ...(year === undefined ? {} : { year }),
        });
    }
    return { entry, readings };
  });
}
