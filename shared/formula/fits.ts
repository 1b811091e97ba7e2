/** Whether a formula's result belongs in the line it stands in. */
import type { Problem } from '../errors/problem';
import { sameMeasure, sameUnit, type Unit } from '../units/unit';
import type { Surroundings, TypedTree } from './typed-tree';

/** Checks that a formula's result fits the line it stands in. */
export function checkFits(
  tree: TypedTree,
  line: { readonly over: readonly string[]; readonly unit: Unit; readonly label: string },
  around: Surroundings,
): readonly Problem[] {
  const problems: Problem[] = [];
  const { dimensions } = around;
  for (const dimension of tree.over) {
    const finer = line.over.filter((own) => dimensions.maps(own, dimension));
    if (finer.length === 1) continue;
    if (finer.length > 1) {
      problems.push({
        code: 'dimension.ambiguous',
        message: `It is not clear whether ${dimensions.label(dimension)} means ${finer.map(dimensions.label).join(' or ')}.`,
        place: { position: tree.position },
        remedy: 'Use a line that ranges over one of them.',
      });
      continue;
    }
    const whole = line.over.find((own) => dimensions.isPart(dimension, own));
    const label = dimensions.label(dimension);
    problems.push({
      code: 'dimension.not-reduced',
      message: `The formula ranges over ${label} and the line does not.`,
      place: { position: tree.position },
      remedy: whole
        ? `${label} is a part of ${dimensions.label(whole)}: write widen(…, ${whole}).`
        : `Name the reduction, for example sum(…, ${dimension}), or let the line range over ${dimension}.`,
    });
  }
  if (!sameUnit(tree.unit, line.unit)) {
    problems.push({
      code: 'unit.clash',
      message: `The formula gives ${tree.unit.text} and the line is in ${line.unit.text}.`,
      place: { position: tree.position },
      remedy: conversionRemedy(tree.unit, line.unit),
    });
  }
  return problems;
}

/** How to bring one unit to the other, where that makes sense. */
export function conversionRemedy(given: Unit, wanted: Unit): string {
  if (sameMeasure(given, wanted) && given.scale === 1 && wanted.scale === 1e6) {
    return 'Wrap it in to_millions(…).';
  }
  if (sameMeasure(given, wanted) && given.scale === 1e6 && wanted.scale === 1) {
    return 'Wrap it in from_millions(…).';
  }
  return sameMeasure(given, wanted)
    ? 'Bring both to the same scale.'
    : 'Check which quantity is meant, or change the unit of the line.';
}
