/** A number that shows red below zero, with the true minus sign. */
import { formatNumber } from '../../shared/units/format';

interface SignedProps {
  readonly value: number;
  readonly decimals?: number;
  readonly plus?: boolean;
}

export function Signed({ value, decimals = 1, plus = false }: SignedProps) {
  const text = formatNumber(value, { decimals, signed: plus });
  const tone = text.startsWith('−') ? 'fb-worse' : plus && text.startsWith('+') ? 'fb-better' : '';
  return <span className={tone}>{text}</span>;
}
