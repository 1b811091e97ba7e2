/** Schemes in the order a plan is read. */
import type { Scheme } from '../domain/scenario';
import type { Model } from './open-model';

/** By family, productivity first and investments last; within one as the document has them. */
export function schemesInOrder({ library, document }: Model): readonly Scheme[] {
  const families = library.schemeFamilies.map(({ id }) => id);
  const place = ({ type }: Scheme) =>
    families.indexOf(library.schemeTypes.find(({ id }) => id === type)?.family ?? '');
  return [...document.schemes].sort((a, b) => place(a) - place(b));
}
