/** How a plan grows: a vanguard's way of working scaled up, or a scheme of a type. */
import { useMemo } from 'react';
import { useApp } from '../../store/use-app';
import { type PickerItem, SearchPicker } from '../../ui/search-picker';
import { siteBrings, siteKind } from './site-words';

export function PlanTools() {
  const catalogue = useApp((state) => state.catalogue);
  const scaleUp = useApp((state) => state.scaleUp);
  const addScheme = useApp((state) => state.addScheme);
  const sites = useMemo(
    (): readonly PickerItem[] =>
      (catalogue?.sites ?? []).map((site) => {
        const kind = siteKind(site);
        const brings = catalogue ? siteBrings(site, catalogue) : '';
        return {
          id: site.id,
          text: `${site.name} ${kind} ${brings}`,
          content: <PickerWords name={site.name} kind={kind} words={brings} />,
        };
      }),
    [catalogue],
  );
  const types = useMemo(
    (): readonly PickerItem[] =>
      (catalogue?.schemeTypes ?? []).map(({ id, label, summary }) => ({
        id,
        text: `${label} ${summary}`,
        content: <PickerWords name={label} words={summary} />,
      })),
    [catalogue],
  );
  return (
    <div className="fb-plan-tools">
      <SearchPicker
        label="Scale up a vanguard"
        icon="scale"
        items={sites}
        placeholder={`Search ${sites.length} sites by name, place or kind`}
        empty="No site is called that. Try part of a name, a place, or a kind such as care home."
        onChoose={(site) => void scaleUp(site)}
      />
      <SearchPicker
        label="Add a scheme"
        icon="plus"
        items={types}
        placeholder={`Search ${types.length} types of scheme`}
        empty="No type is called that. Try medicines, hospital or social care."
        onChoose={addScheme}
      />
    </div>
  );
}

interface PickerWordsProps {
  readonly name: string;
  readonly kind?: string;
  readonly words: string;
}

function PickerWords({ name, kind, words }: PickerWordsProps) {
  return (
    <span className="fb-picker-item">
      <span className="fb-picker-name">
        {name}
        {kind ? <span>{kind}</span> : null}
      </span>
      <span className="fb-picker-words">{words}</span>
    </span>
  );
}
