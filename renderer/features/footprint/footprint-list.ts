/** Searching and wording the list of footprints. */
import type { GapScope } from '../../../shared/domain/footprint';
import { formatMillions } from '../../../shared/units/format';
import type { FootprintEntry } from '../../compute/catalogue';

export const SCOPE_WORDS: Readonly<Record<GapScope, string>> = {
  nhs: 'NHS',
  nhs_and_social_care: 'NHS and social care',
  unknown: 'scope not stated',
};

/** Published as a positive shortfall; shown negative, as every gap on the page is. */
export const gapText = (published: number): string => formatMillions(-published, { decimals: 0 });

/** Every word must be found in the name or the region, so `north central` and `london` both work. */
export function matching(
  footprints: readonly FootprintEntry[],
  search: string,
): readonly FootprintEntry[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return footprints.filter(({ name, region, number }) => {
    const text = `${number} ${name} ${region}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
