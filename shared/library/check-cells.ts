/** Values of the tables against the lines they are for: a name that nothing answers to is told, not passed over. */
import type { GivenCell } from '../domain/cell';
import type { DimensionDefinition, LineDefinition } from '../domain/model-text';
import { didYouMean } from '../errors/nearest';
import type { Problem } from '../errors/problem';

/** Elements that the model text fixes, or undefined where they come with the document. */
function fixedElements(
  id: string,
  dimensions: ReadonlyMap<string, DimensionDefinition>,
): readonly string[] | undefined {
  const dimension = dimensions.get(id);
  if (dimension?.elements) return dimension.elements.map((each) => each.id);
  const whole = dimensions.get(dimension?.partOf ?? '')?.elements;
  const types = dimension?.types ?? [];
  return whole?.filter((each) => types.includes(each.type ?? each.id)).map((each) => each.id);
}

/** `file` is the table; values that stand beside their line have the file of the line. */
export function checkCells(
  cells: readonly GivenCell[],
  file: string | undefined,
  lines: readonly LineDefinition[],
  definitions: readonly DimensionDefinition[],
): Problem[] {
  const byId = new Map(lines.map((line) => [line.id, line]));
  const dimensions = new Map(definitions.map((each) => [each.id, each]));
  return cells.flatMap((cell): Problem[] => {
    const line = byId.get(cell.line);
    if (!line) {
      const message = `There is no line '${cell.line}' to give a value to.`;
      const remedy = didYouMean(cell.line, byId.keys()) || 'Define a line of that name.';
      return [
        { code: 'cell.unknown-line', message, place: file === undefined ? {} : { file }, remedy },
      ];
    }
    const place = { file: file ?? line.file, line: line.label };
    return Object.entries(cell.at).flatMap(([dimension, element]): Problem[] => {
      if (!line.over.includes(dimension)) {
        const message = `'${line.id}' does not range over '${dimension}'.`;
        const remedy =
          didYouMean(dimension, line.over) || `It ranges over ${line.over.join(', ')}.`;
        return [{ code: 'cell.unknown-dimension', message, place, remedy }];
      }
      const known = fixedElements(dimension, dimensions);
      if (!known || known.includes(element)) return [];
      const message = `'${element}' is not in '${dimension}'.`;
      const remedy = didYouMean(element, known) || `Use one of: ${known.join(', ')}.`;
      return [{ code: 'cell.unknown-element', message, place, remedy }];
    });
  });
}
