/** Worked examples against each other: names that nothing answers to, years outside, rings. */
import type { Example } from '../domain/example';
import type { SchemeType } from '../domain/model-text';
import { didYouMean } from '../errors/nearest';
import type { Problem } from '../errors/problem';
import { checkExampleNames } from './check-example-names';
import { numberedName, spell } from './example-names';

/** Every problem of every example; `schemeTypes` are those the model has. */
export function checkExamples(
  examples: readonly Example[],
  schemeTypes: readonly SchemeType[],
): Problem[] {
  const byId = new Map(examples.map((each) => [each.id, each]));
  return examples.flatMap((example) => {
    const problems = [
      ...checkExampleNames(example),
      ...checkSchemes(example, schemeTypes),
      ...checkReferences(example, byId),
      ...checkRing(example, byId),
    ];
    const path = `worked example ${example.id}`;
    return problems.map((problem) => ({ ...problem, place: { ...problem.place, path } }));
  });
}

function checkSchemes(example: Example, types: readonly SchemeType[]): Problem[] {
  const known = types.map((each) => each.id);
  return example.schemes.flatMap(({ id, type }) => {
    if (known.includes(type)) return [];
    const message = `The scheme '${id}' is of the type '${type}', which is not in the model.`;
    const remedy = didYouMean(type, known) || `Use one of: ${known.join(', ')}.`;
    return [{ code: 'example.scheme-type', message, remedy }];
  });
}

function checkReferences(example: Example, byId: ReadonlyMap<string, Example>): Problem[] {
  const named = [
    ...example.uses,
    ...example.inputs.flatMap((each) => each.of ?? []),
    ...example.results.map((each) => each.of),
  ];
  const unknown = [...new Set(named)].filter((id) => !byId.has(id));
  const problems: Problem[] = unknown.map((id) => ({
    code: 'example.unknown-example',
    message: `It names the example '${id}', which is not there.`,
    remedy: didYouMean(id, byId.keys()) || `There are: ${[...byId.keys()].join(', ')}.`,
  }));
  for (const id of example.uses) {
    const used = byId.get(id)?.horizon ?? example.horizon;
    if (used.first === example.horizon.first && used.last === example.horizon.last) continue;
    problems.push({
      code: 'example.horizon',
      message: `It uses '${id}', which has other years.`,
      remedy: 'Give both the same horizon, or take results of it.',
    });
  }
  for (const { of, name } of example.results) {
    const other = byId.get(of);
    if (!other) continue;
    const names = other.outputs.flatMap((each) => spell(each.name, other.horizon));
    const known = names.map((each) => each.name);
    for (const wanted of spell(name, example.horizon)) {
      const answers = (each: string) =>
        each === wanted.name || numberedName(each)?.test(wanted.name);
      if (known.some(answers)) continue;
      problems.push({
        code: 'example.unknown-result',
        message: `'${of}' has no output '${wanted.name}'.`,
        remedy: didYouMean(wanted.name, known) || `Use an output of '${of}'.`,
      });
    }
  }
  return problems;
}

/** An example cannot lean on itself, by way of others or not. */
function checkRing(example: Example, byId: ReadonlyMap<string, Example>): Problem[] {
  const seen = new Set<string>();
  const way = (from: Example, path: readonly string[]): readonly string[] | undefined => {
    for (const id of [...from.uses, ...from.results.map((each) => each.of)]) {
      if (id === example.id) return [...path, id];
      const next = byId.get(id);
      if (!next || seen.has(id)) continue;
      seen.add(id);
      const found = way(next, [...path, id]);
      if (found) return found;
    }
    return undefined;
  };
  const ring = way(example, [example.id]);
  if (!ring) return [];
  return [
    {
      code: 'example.ring',
      message: `It leans on itself: ${ring.join(' -> ')}.`,
      remedy: 'Take one of them out.',
    },
  ];
}
