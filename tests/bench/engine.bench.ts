/**
 * How fast the engine is beside what it could have been built on, and whether its cost grows in
 * proportion. Figures are medians; quote the ratios, since machines differ.
 */
import { fileURLToPath } from 'node:url';
import { compile } from 'mathjs/number';
import { Bench } from 'tinybench';
import { readLibraryFolder } from '../../electron/services/library-folder';
import { createDocument } from '../../shared/document/create-document';
import type { LineDefinition } from '../../shared/domain/model-text';
import { buildDimensions } from '../../shared/engine/dimensions';
import { buildProgram } from '../../shared/engine/program';
import { runProgram } from '../../shared/engine/run';
import { openModel, runDraws, runScenarios, scenarioLayers } from '../../shared/finance/open-model';
import { decodeLibrary } from '../../shared/library/decode-library';
import { viewsOf } from '../../shared/report/build-views';

const MODELS = fileURLToPath(new URL('../../../../models', import.meta.url));

await besideMathjs();
await inProportion();
await wholeModel();

/** One formula over many elements: the engine's kernel, mathjs compiled once, and mathjs parsing anew. */
async function besideMathjs(): Promise<void> {
  const size = 2000;
  const years = 6;
  const formula = '(fixed + block * blocks + variable * activity) * index';
  const names = ['fixed', 'block', 'blocks', 'variable', 'activity', 'index'];
  const program = tinyProgram(size, formula, names);
  const given = new Map(
    names.map((_, i) => [
      i,
      Array.from({ length: years }, (_y, y) =>
        Float64Array.from({ length: size }, (_e, e) => e + y + i + 1),
      ),
    ]),
  );
  const input = {
    horizon: { first: 2015, last: 2014 + years },
    given,
    draws: [{ given: new Map() }],
  };
  const compiled = compile(formula);
  const scope = { fixed: 1, block: 2, blocks: 3, variable: 4, activity: 5, index: 6 };
  const evaluate = () => {
    for (let i = 0; i < size * years; i += 1) {
      scope.fixed = i;
      compiled.evaluate(scope);
    }
  };
  const bench = new Bench({ time: 400, warmupTime: 100 });
  bench.add('engine, one formula line of seven', () => runProgram(program, input));
  bench.add('mathjs, compiled once, a scope for each cell', evaluate);
  await bench.run();
  const cells = size * years;
  const [engine = 0, mathjs = 0] = medians(bench);
  console.log(`One formula over ${cells.toLocaleString('en')} cells`);
  say('engine (with its six input lines)', engine, cells);
  say('mathjs', mathjs, cells);
  console.log(`  ratio mathjs / engine: ${(mathjs / engine).toFixed(1)}`);
}

function tinyProgram(size: number, formula: string, names: readonly string[]) {
  const elements = Array.from({ length: size }, (_, i) => ({ id: `e${i}`, label: `e${i}` }));
  const dimensions = buildDimensions([{ id: 'thing', label: 'thing', elements }]);
  if (!dimensions.ok) throw new Error('The bench model is wrong');
  const line = (id: string, text?: string): LineDefinition => ({
    id,
    label: id,
    unit: 'number',
    over: ['thing'],
    input: text === undefined,
    collects: false,
    extend: 'none',
    section: '',
    file: 'bench',
    ...(text === undefined ? {} : { formula: text }),
  });
  return buildProgram(
    [...names.map((name) => line(name)), line('cost', formula)],
    dimensions.value,
  );
}

/** Twice the draws should cost about twice the time: no cliffs. */
async function inProportion(): Promise<void> {
  const { model, document } = await openFootprint('north-central-london');
  const combined = document.scenarios.at(-1);
  if (!combined) throw new Error('No scenario');
  const layers = scenarioLayers(document, combined);
  const counts = [50, 100, 200, 400];
  const bench = new Bench({ time: 500, warmupTime: 100 });
  for (const count of counts) {
    bench.add(`${count} draws`, () =>
      runDraws(
        model,
        Array.from({ length: count }, () => layers),
      ),
    );
  }
  await bench.run();
  const times = medians(bench);
  console.log('North Central London, draws');
  for (const [i, count] of counts.entries()) {
    const perDraw = ((times[i] ?? 0) / count).toFixed(3);
    console.log(
      `  ${String(count).padStart(4)} draws ${(times[i] ?? 0).toFixed(1).padStart(8)} ms, ${perDraw} ms a draw`,
    );
  }
  console.log(
    `  ratio of a draw at ${counts.at(-1)} to a draw at ${counts[0]}: ${growth(times, counts).toFixed(2)}`,
  );
}

/** Cost of one draw at the most draws, over its cost at the fewest. */
function growth(times: readonly number[], counts: readonly number[]): number {
  return (times.at(-1) ?? 0) / (counts.at(-1) ?? 1) / ((times[0] ?? 1) / (counts[0] ?? 1));
}

/** What a person waits for after an edit. */
async function wholeModel(): Promise<void> {
  const { library, model, document } = await openFootprint('north-central-london');
  const bench = new Bench({ time: 800, warmupTime: 200 });
  bench.add('compile the model for the document', () => openModel(library, document));
  bench.add('run five scenarios', () => runScenarios(model, document.scenarios));
  bench.add('all sheets, bridges and summaries', () =>
    viewsOf(model, { scenario: 'combined', comparator: 'do-nothing' }),
  );
  await bench.run();
  const { cells } = runScenarios(model, document.scenarios);
  console.log(`North Central London, five scenarios, ${cells.toLocaleString('en')} cells`);
  for (const [i, task] of bench.tasks.entries()) {
    console.log(`  ${task.name.padEnd(40)} ${(medians(bench)[i] ?? 0).toFixed(1).padStart(8)} ms`);
  }
}

async function openFootprint(id: string) {
  const texts = await readLibraryFolder(MODELS);
  const library = texts.ok ? decodeLibrary(texts.value) : texts;
  if (!library.ok) throw new Error('The models cannot be read');
  const document = createDocument(library.value, id);
  if (!document.ok) throw new Error('The footprint is not there');
  const model = openModel(library.value, document.value);
  if (!model.ok) throw new Error('The model does not open');
  return { library: library.value, document: document.value, model: model.value };
}

/** Median milliseconds of each task. */
function medians(bench: Bench): number[] {
  return bench.tasks.map((task) => {
    const result = task.result as { latency?: { p50: number } } | undefined;
    return result?.latency?.p50 ?? Number.NaN;
  });
}

function say(name: string, milliseconds: number, cells: number): void {
  const rate = cells / milliseconds / 1000;
  console.log(
    `  ${name.padEnd(36)} ${milliseconds.toFixed(2).padStart(8)} ms, ${rate.toFixed(1)} million cells a second`,
  );
}
