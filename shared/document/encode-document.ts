/** A document to text: the other half of decoding, and what it writes decodes to the same document. */
import type { GivenCell } from '../domain/cell';
import type { FootbridgeDocument } from '../domain/document';
import type { Library } from '../domain/library';
import type { LineDefinition } from '../domain/model-text';
import { yearLabel } from '../units/financial-year';
import { shiftDecimal } from '../units/parse-number';
import { FORMAT, VERSION } from './document-file';

/** The document as saved text: stable order, two spaces, a line feed at the end. */
export function encodeDocument(document: FootbridgeDocument, library: Library): string {
  const units = new Map([...library.lines, ...document.lines].map((line) => [line.id, line.unit]));
  const cell = (given: GivenCell) => ({
    line: given.line,
    ...(Object.keys(given.at).length > 0 ? { at: given.at } : {}),
    ...(given.year === undefined ? {} : { year: yearLabel(given.year) }),
    value: encodeValue(given.value, units.get(given.line) ?? ''),
    ...(given.mark === 'assumption' ? {} : { mark: given.mark }),
    source: given.source,
    ...(given.note === undefined ? {} : { note: given.note }),
  });
  const text = {
    format: FORMAT,
    version: VERSION,
    title: document.title,
    footprint: document.footprint.id,
    horizon: { first: yearLabel(document.horizon.first), last: yearLabel(document.horizon.last) },
    cells: document.cells.map(cell),
    lines: document.lines.map(encodeLine),
    // Keys named one by one: opening and saving again changes nothing.
    schemes: document.schemes.map(({ id, name, type }) => ({ id, name, type })),
    scenarios: document.scenarios.map(({ id, name, description, parent, on, off, cells }) => ({
      id,
      name,
      ...(description === undefined ? {} : { description }),
      ...(parent === undefined ? {} : { parent }),
      on,
      off,
      cells: cells.map(cell),
    })),
  };
  return `${JSON.stringify(text, null, 2)}\n`;
}

/** Percent as percent, as it is shown. */
const encodeValue = (value: number, unit: string): number =>
  unit.startsWith('percent') ? shiftDecimal(value, 2) : value;

function encodeLine(line: LineDefinition) {
  const { id, label, unit, over, formula, opening, input, note, source, replaces, extend } = line;
  const { collects, contributesTo } = line;
  return {
    id,
    label,
    unit,
    ...(over.length > 0 ? { over } : {}),
    ...(formula === undefined ? {} : { formula }),
    ...(opening === undefined ? {} : { opening }),
    ...(input ? { input } : {}),
    ...(collects ? { collects } : {}),
    ...(contributesTo === undefined ? {} : { contributes_to: contributesTo }),
    ...(extend === 'hold' ? {} : { extend }),
    ...(note === undefined ? {} : { note }),
    ...(source === undefined ? {} : { source }),
    ...(replaces ? { replaces } : {}),
  };
}
