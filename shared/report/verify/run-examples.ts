/** Runs examples through the model, each once, and those whose results another takes before it. */
import type { Example } from '../../domain/example';
import { failure, type Problem, type Result, success } from '../../errors/problem';
import { openModel, runDraws } from '../../finance/open-model';
import { type CaseTable, inputRows, nameReader, strangers } from './case-table';
import { exampleDocument } from './example-document';
import { gatherValues } from './gather-values';
import { type ExampleRun, readOutput } from './read-output';

export type RunExample = (example: Example, asking?: string) => Result<ExampleRun>;

/** A runner that remembers. `asking` is the example that leans on the one it asks for. */
export function exampleRunner(table: CaseTable): RunExample {
  const done = new Map<string, Result<ExampleRun>>();
  const run: RunExample = (example, asking = example.id) => {
    // Without rows of its own an example stands on the shipped ones, but only for another.
    const rows = inputRows(table, example.id, asking);
    const key = JSON.stringify([example.id, rows.length > 0]);
    const known = done.get(key);
    if (known) return known;
    const result = runOnce(table, example, asking, run);
    done.set(key, result);
    return result;
  };
  return run;
}

function runOnce(
  table: CaseTable,
  example: Example,
  asking: string,
  run: RunExample,
): Result<ExampleRun> {
  const opened = openModel(table.library, exampleDocument(table.library, example));
  if (!opened.ok) return opened;
  const model = opened.value;
  const strange = strangers(table, example, 'input');
  const layers = gatherValues(table, model, example, asking, (id, name) =>
    resultOf(table, run, example, id, name),
  );
  if (!layers.ok) return failure(...strange, ...layers.problems);
  if (strange.length > 0) return failure(...strange);
  const { common, byVariant } = layers.value;
  const variants = ['', ...byVariant.keys()];
  const projection = runDraws(
    model,
    variants.map((id) => [common, byVariant.get(id) ?? []]),
  );
  return success({ example, model, projection, variants });
}

/** A result of another example, as the model has it. */
function resultOf(
  table: CaseTable,
  run: RunExample,
  asking: Example,
  id: string,
  name: string,
): Result<number> {
  const cannot = (problems: readonly Problem[]) =>
    failure(...problems, {
      code: 'cases.result',
      message: `${asking.id} needs '${name.slice(0, 80)}' of ${id}, which cannot be calculated.`,
      place: { file: table.file },
      remedy: `Put ${id} right first: verify its own rows with --only ${id}.`,
    });
  const other = table.library.examples.find((each) => each.id === id);
  if (!other) return cannot([]);
  const ran = run(other, asking.id);
  if (!ran.ok) return cannot(ran.problems);
  const meant = nameReader(other.outputs, other.horizon)(name);
  if (!meant) return cannot([]);
  const value = readOutput(ran.value, meant.entry, meant.year);
  if (!value.ok) return cannot(value.problems);
  return Number.isFinite(value.value) ? value : cannot([]);
}
