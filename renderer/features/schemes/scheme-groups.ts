/** Schemes in the order a plan is read: the families first, then the ordinary measures, then what costs. */
import type { Scheme } from '../../../shared/domain/scenario';
import type { SchemeTypeEntry } from '../../compute/catalogue';

/** A type that stands in no family heads a group of its own, under its label. */
const FAMILIES: readonly { readonly title: string; readonly types: readonly string[] }[] = [
  { title: 'Hospital sites', types: ['acute_reconfiguration'] },
  {
    title: 'Care models',
    types: [
      'care_home_support',
      'population_care_model',
      'urgent_care_network',
      'acute_collaboration',
      'care_shift',
    ],
  },
  { title: 'Social care', types: ['social_care_investment'] },
  {
    title: 'Ordinary measures',
    types: ['provider_productivity', 'demand_measure', 'spend_measure', 'overhead_measure'],
  },
  { title: 'Investments', types: ['investment'] },
  { title: 'Business cases', types: ['business_case'] },
];

export interface SchemeGroup {
  readonly title: string;
  readonly schemes: readonly Scheme[];
}

/** Every scheme once, in groups that are not empty. */
export function schemeGroups(
  schemes: readonly Scheme[],
  types: readonly SchemeTypeEntry[],
): readonly SchemeGroup[] {
  const known = FAMILIES.flatMap((family) => family.types);
  const others = [...new Set(schemes.map(({ type }) => type))].filter((id) => !known.includes(id));
  const families = [
    ...FAMILIES,
    ...others.map((id) => ({
      title: types.find((type) => type.id === id)?.label ?? id,
      types: [id],
    })),
  ];
  return families
    .map((family) => ({
      title: family.title,
      schemes: family.types.flatMap((id) => schemes.filter(({ type }) => type === id)),
    }))
    .filter((group) => group.schemes.length > 0);
}
