/** YAML text to plain data that fits a schema; all problems at once, each with its place. */
import { LineCounter, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import { failure, type Problem, type Result, success } from '../errors/problem';

/** Model text is four levels deep. The parser calls itself for every level, so hostile text stops here. */
const DEEPEST = 100;

export function readYaml<T>(text: string, file: string, schema: z.ZodType<T>): Result<T> {
  if (isTooDeep(text)) {
    return failure({
      code: 'yaml.too-deep',
      message: 'The text is nested too deeply.',
      place: { file },
      remedy: 'Compare with a neighbouring file.',
    });
  }
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { schema: 'core', merge: false, lineCounter });
  const problems: Problem[] = document.errors.map((error) => ({
    code: 'yaml.syntax',
    message: (error.message.split('\n')[0] ?? 'The text cannot be read').replace(/:$/, '.'),
    place: { file, row: error.linePos?.[0].line ?? 1 },
    remedy: 'Check indentation, colons and quotation marks on that row.',
  }));
  // No aliases: a small file could otherwise unfold into a huge one.
  visit(document, {
    Alias: (_, alias) => {
      problems.push({
        code: 'yaml.alias',
        message: `The text refers to another part of itself (*${alias.source}).`,
        place: { file, row: lineCounter.linePos(alias.range?.[0] ?? 0).line },
        remedy: 'Write the value out.',
      });
      return visit.BREAK;
    },
  });
  if (problems.length > 0) return failure(...problems);
  const parsed = schema.safeParse(document.toJS({ maxAliasCount: 0 }));
  if (parsed.success) return success(parsed.data);
  return failure(
    ...parsed.error.issues.map((issue) => ({
      code: 'yaml.shape',
      message: `${issue.message}.`,
      place: { file, path: issue.path.map(String).join('.') },
      remedy: 'Compare with a neighbouring entry of the same file.',
    })),
  );
}

/** Nesting by brackets, or by indentation and dashes at the start of a row. */
function isTooDeep(text: string): boolean {
  let brackets = 0;
  for (const sign of text) {
    if (sign === '[' || sign === '{') brackets += 1;
    else if (sign === ']' || sign === '}') brackets = Math.max(0, brackets - 1);
    if (brackets > DEEPEST) return true;
  }
  return new RegExp(`^[ \\t?-]{${2 * DEEPEST},}`, 'm').test(text);
}
