/**
 * Lines that are the same in every year: opening figures, shares, sizes. They are calculated once and their
 * block stands for every year.
 */
import { countsYears, referencesOf } from '../formula/typed-tree';
import type { Program, ProgramLine } from './program';
import type { GivenLine, GivenValues } from './values';

/** For each line index, true when nothing it is made of changes from year to year. */
export function findSteady(
  program: Program,
  given: GivenValues,
  draws: readonly { readonly given: GivenValues }[],
): readonly boolean[] {
  const steady = program.lines.map(() => false);
  // Opening order: what a line needs in its year has been judged before it.
  for (const index of program.openingOrder) {
    const line = program.lines[index] as ProgramLine;
    const layers = [given, ...draws.map((draw) => draw.given)];
    steady[index] =
      isSteadyFormula(line, program, steady) &&
      layers.every((layer) => isSteadyGiven(layer.get(index)));
  }
  return steady;
}

function isSteadyFormula(line: ProgramLine, program: Program, steady: readonly boolean[]): boolean {
  if (line.opening) return false;
  if (!line.contributors.every((index) => steady[index])) return false;
  if (!line.formula) return true;
  if (countsYears(line.formula)) return false;
  return referencesOf(line.formula).every(({ line: id, when }) => {
    if (when === 'first') return true;
    return when === 'now' && steady[program.byId.get(id)?.index ?? -1] === true;
  });
}

function isSteadyGiven(values: GivenLine | undefined): boolean {
  const [first, ...rest] = values ?? [];
  if (!first) return true;
  return rest.every((year) => year.every((value, i) => Object.is(value, first[i])));
}
