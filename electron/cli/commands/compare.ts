/** `compare`: every scenario of a document side by side. */
import type { FootbridgeDocument } from '../../../shared/domain/document';
import type { Library } from '../../../shared/domain/library';
import { buildViews } from '../../../shared/report/build-views';
import { toJson } from '../../../shared/report/json-shapes';
import { toCsv } from '../csv';
import { done, type Outcome, refused } from '../outcome';
import { comparisonText } from '../print-comparison';
import { publishedOf } from '../print-published';
import type { OutputOptions } from './output';

export function compare(
  library: Library,
  document: FootbridgeDocument,
  child: string | undefined,
  output: OutputOptions,
): Outcome {
  const views = buildViews(library, document, { scenario: 'do-nothing', comparator: 'do-nothing' });
  if (!views.ok) return refused(views.problems);
  const { value } = views;
  const published = publishedOf(library, value.footprint.id);
  if (value.problems.length > 0) return refused(value.problems);
  if (output.json) {
    const { footprint, years, scenarios, replaced, problems } = value;
    const steps = published.map(({ footprint: _, ...step }) => step);
    return done(
      toJson('compare', { footprint, years, scenarios, published: steps, replaced, problems }),
    );
  }
  if (output.csv) {
    const rows = value.scenarios.flatMap((scenario) =>
      scenario.gapByYear.map((gap, i) => [
        scenario.id,
        scenario.name,
        value.years[i] ?? '',
        gap.nhs,
        gap.socialCare,
        gap.total,
      ]),
    );
    return done(toCsv(['scenario', 'name', 'year', 'nhs', 'social_care', 'total'], rows));
  }
  return done(comparisonText(value, { published, ...(child ? { child } : {}) }));
}
