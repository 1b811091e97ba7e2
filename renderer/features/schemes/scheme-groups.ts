/** Schemes in the order a plan is read: family by family, as the model text lists them. */
import type { Scheme } from '../../../shared/domain/scenario';
import type { Catalogue } from '../../compute/catalogue';

export interface SchemeGroup {
  readonly title: string;
  readonly schemes: readonly Scheme[];
}

/** Every scheme once, in groups that are not empty. */
export function schemeGroups(
  schemes: readonly Scheme[],
  { schemeTypes, schemeFamilies }: Pick<Catalogue, 'schemeTypes' | 'schemeFamilies'>,
): readonly SchemeGroup[] {
  const familyOf = new Map(schemeTypes.map(({ id, family }) => [id, family]));
  return schemeFamilies
    .map(({ id, label }) => ({
      title: label,
      schemes: schemes.filter(({ type }) => familyOf.get(type) === id),
    }))
    .filter((group) => group.schemes.length > 0);
}
