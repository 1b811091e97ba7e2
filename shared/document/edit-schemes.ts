/** Schemes added, renamed and removed: pure functions from a document to the next. */
import type { GivenCell } from '../domain/cell';
import type { FootbridgeDocument } from '../domain/document';
import { DO_NOTHING, type Scheme } from '../domain/scenario';
import { freeId } from './free-id';

export interface WithScheme {
  readonly document: FootbridgeDocument;
  /** Id of the scheme that was added. */
  readonly scheme: string;
}

/** Adds a scheme of a type with the type's own values, on in the scenario unless that is do nothing. */
export function addScheme(
  document: FootbridgeDocument,
  type: { readonly id: string; readonly label: string },
  scenario: string,
): WithScheme {
  const id = freeId(
    type.id.replaceAll('_', '-'),
    document.schemes.map((each) => each.id),
  );
  const scheme: Scheme = { id, name: freeName(type.label, document.schemes), type: type.id };
  const isOn = (each: string) => each === scenario && each !== DO_NOTHING;
  return {
    scheme: id,
    document: {
      ...document,
      schemes: [...document.schemes, scheme],
      scenarios: document.scenarios.map((each) =>
        isOn(each.id) ? { ...each, on: [...each.on, id] } : each,
      ),
    },
  };
}

/** The same document when the name is blank or the one it has. */
export function renameScheme(
  document: FootbridgeDocument,
  id: string,
  name: string,
): FootbridgeDocument {
  const next = name.trim();
  const found = document.schemes.find((each) => each.id === id);
  if (!found || next === '' || next === found.name) return document;
  return {
    ...document,
    schemes: document.schemes.map((each) => (each === found ? { ...each, name: next } : each)),
  };
}

/** Takes a scheme away with its values, and out of every scenario that switches it on or off. */
export function removeScheme(document: FootbridgeDocument, id: string): FootbridgeDocument {
  const found = document.schemes.find((each) => each.id === id);
  if (!found) return document;
  // A scheme is an element of the schemes and of the schemes of its type; other dimensions may use its id.
  const isOf = (cell: GivenCell) => cell.at.scheme === id || cell.at[found.type] === id;
  const without = (ids: readonly string[]) => ids.filter((each) => each !== id);
  return {
    ...document,
    schemes: document.schemes.filter((each) => each !== found),
    cells: document.cells.filter((cell) => !isOf(cell)),
    scenarios: document.scenarios.map((each) => ({
      ...each,
      on: without(each.on),
      off: without(each.off),
      cells: each.cells.filter((cell) => !isOf(cell)),
    })),
  };
}

function freeName(wanted: string, schemes: readonly Scheme[]): string {
  const taken = new Set(schemes.map((each) => each.name));
  if (!taken.has(wanted)) return wanted;
  for (let n = 2; ; n += 1) if (!taken.has(`${wanted} ${n}`)) return `${wanted} ${n}`;
}
