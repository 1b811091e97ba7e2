/** YAML text to plain data that fits a schema; all problems at once, each with its place. */
import { parseDocument } from 'yaml';
import type { z } from 'zod';
import { failure, type Result, success } from '../errors/problem';

export function readYaml<T>(text: string, file: string, schema: z.ZodType<T>): Result<T> {
  // No aliases: a small file could otherwise unfold into a huge one.
  const document = parseDocument(text, { schema: 'core', merge: false });
  if (document.errors.length > 0) {
    return failure(
      ...document.errors.map((error) => ({
        code: 'yaml.syntax',
        message: (error.message.split('\n')[0] ?? 'The text cannot be read').replace(/:$/, '.'),
        place: { file, row: error.linePos?.[0].line ?? 1 },
        remedy: 'Check indentation, colons and quotation marks on that row.',
      })),
    );
  }
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
