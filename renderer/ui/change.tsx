/** How a figure moved since the last edit: a triangle, the amount, and the words for it. */
import { formatMillions } from '../../shared/units/format';
import { Triangle } from './icons';

interface ChangeProps {
  /** £m. */
  readonly amount: number;
}

export function Change({ amount }: ChangeProps) {
  // Below half a display unit nothing visible moved.
  if (!Number.isFinite(amount) || Math.abs(amount) < 0.05) return null;
  const better = amount > 0;
  return (
    <span className={better ? 'fb-change fb-better' : 'fb-change fb-worse'}>
      <Triangle up={better} />
      <span className="fb-hidden">{better ? 'better by ' : 'worse by '}</span>
      {formatMillions(Math.abs(amount))} last edit
    </span>
  );
}
