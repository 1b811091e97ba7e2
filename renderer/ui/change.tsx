/** How a figure moved since the last edit: a triangle, the amount, and the words for it. */
import { formatNumber } from '../../shared/units/format';
import { Triangle } from './icons';

interface ChangeProps {
  readonly amount: number;
  readonly words?: string;
}

export function Change({ amount, words = 'last edit' }: ChangeProps) {
  // Below half a display unit nothing visible moved.
  if (Math.abs(amount) < 0.05) return null;
  const better = amount > 0;
  return (
    <span className={better ? 'fb-change fb-better' : 'fb-change fb-worse'}>
      <Triangle up={better} />
      <span className="fb-hidden">{better ? 'better by ' : 'worse by '}</span>
      {formatNumber(Math.abs(amount))} {words}
    </span>
  );
}
