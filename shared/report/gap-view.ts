/** A gap as one of the three views of it. */
import type { GapView, SectorGap } from './table';

export const inScope = (gap: SectorGap, view: GapView): number =>
  view === 'nhs' ? gap.nhs : view === 'social_care' ? gap.socialCare : gap.total;
