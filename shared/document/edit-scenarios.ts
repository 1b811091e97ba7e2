/** Scenarios renamed and removed: pure functions from a document to the next. */
import type { FootbridgeDocument } from '../domain/document';
import { DO_NOTHING } from '../domain/scenario';

/** The same document when the name is blank or the one it has. */
export function renameScenario(
  document: FootbridgeDocument,
  id: string,
  name: string,
): FootbridgeDocument {
  const next = name.trim();
  const found = document.scenarios.find((each) => each.id === id);
  if (!found || next === '' || next === found.name) return document;
  return {
    ...document,
    scenarios: document.scenarios.map((each) => (each === found ? { ...each, name: next } : each)),
  };
}

/** Ids of the scenarios that stand on this one, at any depth. */
export function builtOn(document: FootbridgeDocument, id: string): readonly string[] {
  const found = new Set([id]);
  let size: number;
  do {
    size = found.size;
    for (const { id: each, parent } of document.scenarios) {
      if (parent !== undefined && found.has(parent)) found.add(each);
    }
  } while (found.size > size);
  found.delete(id);
  return [...found];
}

/** Takes a scenario away, and those built on it: without their parent they would mean something else. */
export function removeScenario(document: FootbridgeDocument, id: string): FootbridgeDocument {
  if (id === DO_NOTHING || !document.scenarios.some((each) => each.id === id)) return document;
  const gone = new Set([id, ...builtOn(document, id)]);
  return { ...document, scenarios: document.scenarios.filter((each) => !gone.has(each.id)) };
}
