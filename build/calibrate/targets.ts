/** Which published figure each calibrated line of a footprint has to meet. */
import type { Footprint } from '../../shared/domain/footprint';

export interface CalibrationTarget {
  readonly pressure: 'local_nhs' | 'local_social_care';
  /** The position the gap is compared with. */
  readonly of: 'nhs' | 'socialCare' | 'total';
  /** Published gap, £m, a shortfall positive. */
  readonly gap: number;
  readonly words: string;
  readonly source: string;
}

/**
 * Published as social care's part, but it is what is left of that gap after savings, so it says nothing of
 * doing nothing (footprints table, gap note).
 */
const LEFT_AFTER_SAVINGS = ['hertfordshire-and-west-essex'];

/**
 * A split gap meets both parts. A gap for health and care together without a split is met as a total, with
 * the difference in the NHS line. Any other gap is read as the NHS's own.
 */
export function calibrationTargets(footprint: Footprint): CalibrationTarget[] {
  const gap = footprint.publishedGap;
  if (!gap) return [];
  const source = gap.total.source;
  const total = gap.total.value;
  const target = (
    pressure: CalibrationTarget['pressure'],
    of: CalibrationTarget['of'],
    value: number,
    scope: string,
  ): CalibrationTarget => ({
    pressure,
    of,
    gap: value,
    words: `£${value}m in 2020/21, ${scope}`,
    source,
  });
  if (gap.scope !== 'nhs_and_social_care') {
    const scope = gap.scope === 'nhs' ? 'NHS' : 'scope not stated, read as the NHS';
    return [target('local_nhs', 'nhs', gap.nhs?.value ?? total, scope)];
  }
  const published = LEFT_AFTER_SAVINGS.includes(footprint.id) ? undefined : gap.socialCare?.value;
  const social = published ?? (gap.nhs ? total - gap.nhs.value : undefined);
  if (social === undefined) {
    return [target('local_nhs', 'total', total, 'health and social care together')];
  }
  return [
    target('local_social_care', 'socialCare', social, `social care, of £${total}m in all`),
    target('local_nhs', 'nhs', total - social, `NHS, of £${total}m in all`),
  ];
}
