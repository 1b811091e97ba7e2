/** `project`: every organisation's budget by year in one scenario. */
import type { FootbridgeDocument } from '../../../shared/domain/document';
import type { Library } from '../../../shared/domain/library';
import { findScenario, openModel, runScenarios } from '../../../shared/finance/open-model';
import { readProjection } from '../../../shared/finance/read-projection';
import { viewsOf } from '../../../shared/report/build-views';
import { toJson } from '../../../shared/report/json-shapes';
import { done, type Outcome, refused } from '../outcome';
import { pressureNote, replacedNote } from '../print-comparison';
import { tableCsv, tableText } from '../print-table';
import type { OutputOptions } from './output';

export function project(
  library: Library,
  document: FootbridgeDocument,
  scenario: string,
  output: OutputOptions,
): Outcome {
  const model = openModel(library, document);
  if (!model.ok) return refused(model.problems);
  if (model.value.problems.length > 0) return refused(model.value.problems);
  const views = viewsOf(model.value, { scenario, comparator: 'do-nothing' });
  if (!views.ok) return refused(views.problems);
  if (views.value.problems.length > 0) return refused(views.value.problems);
  const { value } = views;
  const table = scenario === 'do-nothing' ? value.doNothing : value.transformed;
  if (output.csv) return done(tableCsv(table));
  if (!output.json) {
    const title = `${value.footprint.name} · ${table.title} · £m cash unless said otherwise`;
    return done(
      [title, '', tableText(table), '', ...pressureNote(value), ...replacedNote(value)].join('\n'),
    );
  }
  const found = findScenario(document, scenario);
  if (!found.ok) return refused(found.problems);
  const reader = readProjection(runScenarios(model.value, [found.value]));
  const own = value.scenarios.find((each) => each.id === scenario);
  return done(
    toJson('project', {
      footprint: value.footprint,
      scenario,
      years: value.years,
      headline: value.headline,
      gapByYear: own?.gapByYear ?? [],
      organisations: document.footprint.organisations.map(({ id, name, type }) => ({
        id,
        name,
        type,
        position: reader.series('organisation_position', { organisation: id }),
      })),
      rows: table.rows.map(({ address, overridden, low, high, ...row }) => row),
      replaced: value.replaced,
      problems: value.problems,
    }),
  );
}
