/** The three ways to look at a gap, and the words for them. */
import type { GapView } from '../../shared/report/table';
import type { Headline } from '../../shared/report/view-types';

export const SCOPE_NAME: Readonly<Record<GapView, string>> = {
  nhs: 'NHS',
  social_care: 'social care',
  total: 'NHS and social care',
};

export { inScope } from '../../shared/report/gap-view';

export const theOthers = (scope: GapView): readonly GapView[] =>
  (['nhs', 'social_care', 'total'] as const).filter((other) => other !== scope);

/** The same where room is short, beside the other two. */
export const SCOPE_SHORT: Readonly<Record<GapView, string>> = {
  nhs: 'NHS',
  social_care: 'Social care',
  total: 'Both',
};

/** The view the footprint published its gap in; the NHS's own where it published none. */
export const publishedScope = (headline: Headline): GapView => headline.published?.scope ?? 'nhs';

/** What the hatched bar of the causes means; nothing where no bar is hatched. */
export const hatchWords = ({ localPressuresMark }: Headline): string =>
  localPressuresMark === 'calibrated'
    ? ' The hatched bar is calibrated: set to meet the published gap.'
    : '';
