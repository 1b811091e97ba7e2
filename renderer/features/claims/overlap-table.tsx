/** What two schemes would both save of the same pot, and what therefore has been taken off. */
import type { ClaimsView } from '../../../shared/report/claims-view';
import { formatNumber } from '../../../shared/units/format';
import { countOf } from '../../../shared/units/words';
import { Section } from '../../ui/section';
import { overlapsTakenOff } from './claims-words';

export function OverlapTable({ claims }: { readonly claims: ClaimsView }) {
  const { pairs, slight, slightAmount } = overlapsTakenOff(claims);
  return (
    <Section
      title="Taken off already"
      lead={
        pairs.length === 0
          ? 'No two schemes overlap by as much as £0.1m.'
          : 'What two schemes would both save is counted once, shared by what each leaves; the order they are named in makes no difference. Staffed capacity is told beside the activity that fills it, so the rows can add up to more than the whole.'
      }
    >
      {pairs.length > 0 ? (
        <div className="fb-scroll">
          <table className="fb-table fb-overlap-table">
            <caption className="fb-hidden">Overlaps taken off, £ million</caption>
            <thead>
              <tr>
                <th scope="col">Scheme</th>
                <th scope="col">and scheme</th>
                <th scope="col">Both draw on</th>
                <th scope="col" className="fb-number">
                  Taken off, £m
                </th>
              </tr>
            </thead>
            <tbody>
              {pairs.map(({ schemes: [one, other], pots, amount }) => (
                <tr key={`${one} ${other}`}>
                  <th scope="row">{one}</th>
                  <td>{other}</td>
                  <td className="fb-soft">{pots.join(', ')}</td>
                  <td className="fb-number">{formatNumber(amount)}</td>
                </tr>
              ))}
              {slight > 0 ? (
                <tr>
                  <th scope="row" className="fb-soft" colSpan={3}>
                    {countOf(slight, 'pair')} of less than £0.05m each
                  </th>
                  <td className="fb-number">{formatNumber(slightAmount)}</td>
                </tr>
              ) : null}
            </tbody>
          </table>
        </div>
      ) : null}
    </Section>
  );
}
