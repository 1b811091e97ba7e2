/** The scenario on show, by organisation and year, with what it changes against do nothing. */
import { Sheet } from '../../grid/sheet';
import { useApp } from '../../store/use-app';
import { useSheet } from '../../store/use-sheet';

export function TransformedSheet() {
  const model = useSheet('transformed');
  const chosen = useApp((state) => state.views?.scenarios.find(({ id }) => id === state.scenario));
  return (
    <Sheet
      title={chosen ? `Transformed: ${chosen.name}` : 'Transformed'}
      lead={
        chosen?.description ||
        'Each organisation’s position by year with the schemes of this scenario switched on.'
      }
      model={model}
    />
  );
}
