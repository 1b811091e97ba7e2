/** The elements behind a flat index of a line. */
import type { Program, ProgramLine } from './program';

/** `Barnet CCG, Emergency admissions` for a flat element index. */
export function elementName(line: ProgramLine, element: number, program: Program): string {
  return elementIds(line, element, program)
    .map(({ dimension, index }) => program.dimensions.get(dimension).elements[index]?.label ?? '')
    .join(', ');
}

/** The element of each dimension behind a flat index. */
export function elementIds(
  line: ProgramLine,
  element: number,
  program: Program,
): { dimension: string; index: number; id: string }[] {
  let rest = element;
  const found: { dimension: string; index: number; id: string }[] = [];
  for (const dimension of [...line.over].reverse()) {
    const { elements } = program.dimensions.get(dimension);
    const index = rest % elements.length;
    rest = Math.floor(rest / elements.length);
    found.unshift({ dimension, index, id: elements[index]?.id ?? '' });
  }
  return found;
}
