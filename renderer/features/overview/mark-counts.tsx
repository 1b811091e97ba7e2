/** Counts by standing, as a bar for the eye and a list for the rest. */
import { MARK_MEANING } from '../../../shared/domain/mark';
import { sumOf } from '../../../shared/units/sum';
import type { MarkCount } from './overview-story';

export function MarkCounts({ counts }: { readonly counts: readonly MarkCount[] }) {
  const total = sumOf(counts, ({ count }) => count);
  if (total === 0) return <p className="fb-soft">No values are on show.</p>;
  return (
    <>
      <div className="fb-mark-bar" aria-hidden="true">
        {counts
          .filter(({ count }) => count > 0)
          .map(({ mark, count }) => (
            <span key={mark} className={`fb-mark-${mark}`} style={{ flexGrow: count }} />
          ))}
      </div>
      <table className="fb-table fb-mark-table">
        <caption className="fb-hidden">Values by standing</caption>
        <tbody>
          {counts.map(({ mark, count }) => (
            <tr key={mark}>
              <th scope="row">
                <span className={`fb-mark-key fb-mark-${mark}`} aria-hidden="true" />
                {mark}
              </th>
              <td className="fb-soft">{MARK_MEANING[mark]}</td>
              <td className="fb-number">{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
