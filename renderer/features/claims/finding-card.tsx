/** A double count that still stands: how much, between whom, and why. */
import type { FindingRow } from '../../../shared/report/claims-view';
import { formatMillions } from '../../../shared/units/format';
import { Icon } from '../../ui/icons';

export function FindingCard({ finding }: { readonly finding: FindingRow }) {
  const { title, sentence, schemes, amount } = finding;
  return (
    <li className="fb-finding-card">
      <h3>
        <Icon name="warning" size={15} />
        {title}
      </h3>
      <p className="fb-finding-amount">{formatMillions(amount)}</p>
      <p>{sentence}</p>
      <p className="fb-soft fb-small">{schemes.join(' · ')}</p>
    </li>
  );
}
