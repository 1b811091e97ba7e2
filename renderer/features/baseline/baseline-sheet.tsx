/** Where every projection starts: what each organisation spent and received in the first year. */
import { Sheet } from '../../grid/sheet';
import { useSheet } from '../../store/use-sheet';

export function BaselineSheet() {
  const model = useSheet('baseline');
  const year = model.table.columns[0];
  return (
    <Sheet
      title="Baseline"
      lead={`What each organisation spent and received in ${year ?? 'the first year'}. Figures without an own source are worked out from national totals by population, and marked so.`}
      model={model}
      detail
    />
  );
}
