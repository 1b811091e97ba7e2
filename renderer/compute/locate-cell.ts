/** Finds the element of a line that an explanation names, so that it can be explained in its own right. */
import type { FootbridgeDocument } from '../../shared/domain/document';
import type { Library } from '../../shared/domain/library';
import { elementIds, elementName } from '../../shared/engine/run';
import { openModel } from '../../shared/finance/open-model';

/** The element ids by dimension; undefined where the name means several elements, as a sum does. */
export function locateCell(
  library: Library,
  document: FootbridgeDocument,
  lineId: string,
  name: string,
): Readonly<Record<string, string>> | undefined {
  const model = openModel(library, document);
  const program = model.ok ? model.value.program : undefined;
  const line = program?.byId.get(lineId);
  if (!program || !line) return undefined;
  for (let element = 0; element < line.size; element += 1) {
    if (elementName(line, element, program) !== name) continue;
    const ids = elementIds(line, element, program);
    return Object.fromEntries(ids.map(({ dimension, id }) => [dimension, id]));
  }
  return undefined;
}
