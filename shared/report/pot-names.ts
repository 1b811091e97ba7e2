/** The names of pots: what kind it is, and the cohort, setting, service or part of cost it holds. */
import type { Pot, PotKind } from '../finance/claims';
import type { Model } from '../finance/open-model';
import { PLACES } from '../finance/overlaps';

export const POT_KIND: Readonly<Record<PotKind, string>> = {
  activity: 'Activity',
  beds: 'Staffed capacity',
  spend: 'Direct spend',
  trust_cost: "Trusts' cost",
  efficiency: 'Efficiency within reach',
  cost_line: "Part of trusts' cost",
  service: "Commissioners' spend",
  outside_money: 'Money from outside',
};

/** Dimensions that part a pot between organisations; the others name it. */
export const POT_PARTS: readonly string[] = ['provider', 'commissioner'];

/** `Activity · Care home residents · Emergency admissions`, the organisations left out. */
export function potLabel(model: Model, pot: Pick<Pot, 'kind' | 'at'>): string {
  const place = Object.entries(pot.at)
    .filter(([dimension]) => !POT_PARTS.includes(dimension))
    .map(([dimension, id]) => elementLabel(model, dimension, id));
  return [POT_KIND[pot.kind], ...place].join(' · ');
}

export function elementLabel(model: Model, dimension: string, id: string): string {
  const { elements } = model.program.dimensions.get(dimension);
  return elements.find((each) => each.id === id)?.label ?? id;
}

/** The label of a cohort, a setting, a service, a part of cost or a line; the id where it is none of them. */
export function placeName(model: Model, id: string): string {
  return (
    PLACES.map((dimension) => elementLabel(model, dimension, id)).find((label) => label !== id) ??
    model.program.byId.get(id)?.definition.label ??
    id
  );
}
