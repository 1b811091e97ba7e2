/** What a number was made of. Each input opens in its turn, down to the values somebody gave. */
import { isMark, MARK_MEANING } from '../../../shared/domain/mark';
import type { Explanation } from '../../../shared/report/view-types';
import { useApp } from '../../store/use-app';
import { Chip } from '../../ui/chip';
import { formatCell, unitLabel } from '../../ui/format-cell';

export function InputList({ inputs }: { readonly inputs: readonly Explanation[] }) {
  const walkDown = useApp((state) => state.walkDown);
  return (
    <section>
      <h3>With today’s values</h3>
      <ul className="fb-inputs">
        {inputs.map((input) => {
          const name = input.element ? `${input.lineLabel}, ${input.element}` : input.lineLabel;
          return (
            <li key={`${input.title}`}>
              <button type="button" onClick={() => void walkDown(input)}>
                <span className="fb-input-name">
                  {name}
                  <span className="fb-input-year">{input.year}</span>
                  {input.mark && isMark(input.mark) && input.mark !== 'verified' ? (
                    <Chip text={input.mark} meaning={MARK_MEANING[input.mark]} />
                  ) : null}
                </span>
                <span className="fb-number">
                  {input.value === null ? 'several' : formatCell(input.value, input.unit)}
                </span>
                <span className="fb-input-unit">{unitLabel(input.unit)}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
