/** One figure of the strip: what it is, how much, how it just moved, and what stands behind it. */
import type { ReactNode } from 'react';
import { formatMillions } from '../../../shared/units/format';

interface FigureProps {
  readonly id: string;
  readonly label: string;
  /** £m. */
  readonly value: number;
  readonly plus?: boolean;
  /** Shown in ink whatever its sign. */
  readonly neutral?: boolean;
  readonly change: ReactNode;
  readonly children: ReactNode;
}

export function Figure({ id, label, value, plus = false, neutral, change, children }: FigureProps) {
  const text = formatMillions(value, { signed: plus });
  const tone = neutral
    ? ''
    : text.startsWith('−')
      ? 'fb-worse'
      : text.startsWith('+')
        ? 'fb-better'
        : '';
  return (
    <div className="fb-figure-card" data-figure={id} data-value={value}>
      <div className="fb-figure-label">{label}</div>
      <div className={`fb-figure-value ${tone}`}>
        {text} {change}
      </div>
      <div className="fb-figure-notes">{children}</div>
    </div>
  );
}
