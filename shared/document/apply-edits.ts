/** Edits as people type them: `volume_growth[emergency]=3.5%`, `allocation_growth[ccg]@2018/19=2%`. */
import type { FootbridgeDocument } from '../domain/document';
import type { Library } from '../domain/library';
import { checkGiven, parseAddress } from '../engine/values';
import { failure, type Problem, type Result, success } from '../errors/problem';
import { openModel } from '../finance/open-model';
import { parseNumber } from '../units/parse-number';
import { setCell } from './edit-cells';

/** Applies edits in order to the whole document. Nothing is applied when one of them cannot be read. */
export function applyEdits(
  library: Library,
  document: FootbridgeDocument,
  edits: readonly string[],
): Result<FootbridgeDocument> {
  if (edits.length === 0) return success(document);
  const model = openModel(library, document);
  if (!model.ok) return model;
  const { program } = model.value;
  const problems: Problem[] = [];
  let next = document;
  for (const edit of edits) {
    const cut = edit.lastIndexOf('=');
    // An equals sign inside the brackets names a dimension; the value follows the last one outside.
    if (cut < 0 || edit.indexOf(']', cut) >= 0) {
      const message = `'${edit.slice(0, 120)}' is not an edit.`;
      const remedy = 'Write it like volume_growth[emergency]@2016/17=3.5%.';
      problems.push({ code: 'edit.syntax', message, remedy });
      continue;
    }
    const parsed = parseAddress(edit.slice(0, cut), program);
    const { address } = parsed;
    if (!address) {
      problems.push(...parsed.problems);
      continue;
    }
    problems.push(...checkGiven(address, program, document.horizon));
    const line = program.byId.get(address.line);
    const number = parseNumber(edit.slice(cut + 1), line?.definition.unit ?? '');
    if (!number.ok) {
      const place = { line: line?.definition.label ?? address.line };
      problems.push(...number.problems.map((problem) => ({ ...problem, place })));
      continue;
    }
    next = setCell(next, { ...address, scenario: null, value: number.value });
  }
  return problems.length > 0 ? failure(...problems) : success(next);
}
