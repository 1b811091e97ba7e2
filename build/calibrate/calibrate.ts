/**
 * Sets the one calibrated line of each footprint, so that the model meets the published do-nothing gap in
 * 2020/21, and writes models/footprints/calibration.csv. Run it whenever the model text or the shipped
 * assumptions change; a test fails while it is stale.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readLibraryFolder } from '../../electron/services/library-folder';
import { createDocument } from '../../shared/document/create-document';
import type { Footprint } from '../../shared/domain/footprint';
import type { Library } from '../../shared/domain/library';
import { describeProblem } from '../../shared/errors/problem';
import { openModel, runScenarios } from '../../shared/finance/open-model';
import { positionAt } from '../../shared/finance/position';
import { readProjection } from '../../shared/finance/read-projection';
import { decodeLibrary } from '../../shared/library/decode-library';
import { type CalibrationTarget, calibrationTargets } from './targets';

const [modelsFolder = 'models'] = process.argv.slice(2);
const texts = await readLibraryFolder(modelsFolder);
const library = texts.ok ? decodeLibrary(texts.value) : texts;
if (!library.ok) {
  console.error(library.problems.map(describeProblem).join('\n'));
  process.exit(1);
}
const rows = library.value.footprints.flatMap((footprint) => calibrate(library.value, footprint));
const header = 'footprint,line,elements,year,value,unit,low,high,mark,source,note';
writeFileSync(
  join(modelsFolder, 'footprints/calibration.csv'),
  `${[header, ...rows].join('\n')}\n`,
);
console.log(`${rows.length} calibrated values written.`);

function calibrate(all: Library, footprint: Footprint): string[] {
  const targets = calibrationTargets(footprint);
  if (targets.length === 0) return [];
  const bare = {
    ...footprint,
    cells: footprint.cells.filter((cell) => cell.line !== 'local_pressure_full'),
  };
  const document = createDocument({ ...all, footprints: [bare] }, footprint.id);
  const model = document.ok ? openModel(all, document.value) : document;
  if (!model.ok) throw new Error(model.problems.map(describeProblem).join('\n'));
  const [doNothing] = model.value.document.scenarios;
  if (!doNothing) throw new Error('A document has no scenario');
  const reader = readProjection(runScenarios(model.value, [doNothing]));
  const position = positionAt(reader, reader.years - 1, 0);
  return targets.map((target) => row(footprint, target, target.gap + position[target.of]));
}

function row(footprint: Footprint, target: CalibrationTarget, pressure: number): string {
  const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const source = `Set so that the model meets the published do-nothing gap: ${target.words}`;
  const value = (Math.round(pressure * 1e6) / 1e6).toFixed(6);
  return [
    footprint.id,
    'local_pressure_full',
    `pressure=${target.pressure}`,
    '',
    value,
    'GBP million',
    '',
    '',
    'calibrated',
    quote(source),
    quote(target.source),
  ].join(',');
}
