/** Child scenarios that any scenario can have in one click: the same plan, met by something else. */
import { z } from 'zod';
import type { ChildScenario } from '../domain/library';
import type { LineDefinition } from '../domain/model-text';
import { failure, type Problem, type Result, success } from '../errors/problem';
import { readYaml } from './read-yaml';
import { readValues, schemeValue } from './worked-scenarios';

export const CHILD_SCENARIOS = 'presets/child-scenarios.yaml';

const file = z.strictObject({
  children: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      description: z.string(),
      values: z.array(schemeValue),
    }),
  ),
});

export function readChildScenarios(
  text: string,
  lines: readonly LineDefinition[],
): Result<readonly ChildScenario[]> {
  const read = readYaml(text, CHILD_SCENARIOS, file);
  if (!read.ok) return read;
  const byId = new Map(lines.map((line) => [line.id, line]));
  const problems: Problem[] = [];
  const children = read.value.children.map(({ id, name, description, values }) => {
    const cells = readValues(values, byId, { file: CHILD_SCENARIOS, path: id });
    if (!cells.ok) problems.push(...cells.problems);
    return { id, name, description, cells: cells.ok ? cells.value : [] };
  });
  return problems.length > 0 ? failure(...problems) : success(children);
}
