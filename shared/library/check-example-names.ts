/** The names, years and formulas of one worked example. */
import type { Example } from '../domain/example';
import { didYouMean } from '../errors/nearest';
import type { Problem } from '../errors/problem';
import { namesIn, parsePlainFormula } from '../formula/plain-formula';
import { parseYear } from '../units/financial-year';
import { formulaNames, isYearly, placeholdersIn } from './example-names';

export function checkExampleNames(example: Example): Problem[] {
  return [
    ...checkPlaceholders(example),
    ...checkYears(example),
    ...checkVariants(example),
    ...checkFormulas(example),
  ];
}

/** Names of the cases, and the cells that stand with each; a cell can only be as open as its name. */
function checkPlaceholders({ inputs, results, outputs }: Example): Problem[] {
  const open = ['year', 'index'];
  const feeds = [...inputs, ...results].map(({ name, cells }) => ({ name, cells, known: open }));
  const read = outputs.map(({ name, cells }) => ({
    name,
    cells: Object.values(cells).map((each) => each.cell),
    known: [...open, 'number'],
  }));
  const problems = [...feeds, ...read].flatMap(({ name, cells, known }) => {
    const strange = [
      ...placeholdersIn(name).filter((each) => !known.includes(each)),
      ...cells.flatMap(placeholdersIn).filter((each) => !open.includes(each)),
    ];
    const found: Problem[] = strange.map((each) => ({
      code: 'example.placeholder',
      message: `'${name}' has {${each}}.`,
      remedy: `Use {${known.join('}, {')}}; a cell has the year open only.`,
    }));
    if (cells.some(isYearly) && !isYearly(name)) found.push(halfOpen(name, 'its cells have'));
    return found;
  });
  for (const { name, cells } of feeds) {
    if (isYearly(name) && cells.some((cell) => !isYearly(cell)))
      problems.push(halfOpen(name, 'one of its cells has not'));
  }
  for (const { name, cells } of read) {
    if (isYearly(name) && !cells.some(isYearly))
      problems.push(halfOpen(name, 'none of its cells has'));
  }
  for (const { name } of inputs.filter((each) => each.onward && !isYearly(each.name))) {
    problems.push({
      code: 'example.onward',
      message: `'${name}' holds from a year on and names none.`,
      remedy: 'Write the year as {year} or {index}.',
    });
  }
  return problems;
}

const halfOpen = (name: string, what: string): Problem => ({
  code: 'example.half-open',
  message: isYearly(name)
    ? `'${name}' has the year open, and ${what}.`
    : `'${name}' has no year open, and ${what}.`,
  remedy: 'Leave the year open in both, or in neither.',
});

function checkYears({ constants, variants, inputs, results, derived, outputs, horizon }: Example) {
  const cells = [
    ...[constants, ...Object.values(variants)].flatMap((each) => Object.keys(each)),
    ...[...inputs, ...results, ...derived].flatMap((each) => each.cells),
    ...outputs.flatMap((each) => Object.values(each.cells).map(({ cell }) => cell)),
  ];
  return cells.flatMap((cell): Problem[] => {
    const year = parseYear(cell.split('@')[1] ?? '');
    if (year === undefined || (year >= horizon.first && year <= horizon.last)) return [];
    const message = `'${cell}' is outside the horizon.`;
    return [{ code: 'example.year', message, remedy: 'Choose a year inside, or extend it.' }];
  });
}

function checkVariants({ variants, inputs, results, derived, outputs }: Example): Problem[] {
  const known = Object.keys(variants);
  const named = [
    ...[...inputs, ...results, ...derived].map((each) => each.variant),
    ...outputs.flatMap((each) => Object.values(each.cells).map(({ variant }) => variant)),
  ];
  const unknown = [...new Set(named)].filter((each) => each !== undefined && !known.includes(each));
  return (unknown as string[]).map((each) => ({
    code: 'example.variant',
    message: `There is no variant '${each}'.`,
    remedy: didYouMean(each, known) || 'Name it under variants.',
  }));
}

function checkFormulas({ inputs, results, derived, outputs }: Example): Problem[] {
  const feeds = [...inputs, ...results];
  const names = feeds.flatMap(formulaNames);
  const timeless = feeds.filter((each) => !isYearly(each.name)).flatMap(formulaNames);
  const aliases = feeds.flatMap(({ as }) => as ?? []);
  const problems = aliases.filter((each) => !names.includes(each)).map(unfitName);
  for (const { formula, cells } of derived) {
    const parsed = parsePlainFormula(formula, names);
    if (!parsed.ok) problems.push(...parsed.problems);
    else if (cells.some((cell) => !cell.includes('@'))) {
      const own = namesIn(parsed.value).filter((each) => names.includes(each));
      problems.push(...own.filter((each) => !timeless.includes(each)).map(yearNeeded));
    }
  }
  for (const { formula, cells } of outputs) {
    const parsed = parsePlainFormula(formula, Object.keys(cells));
    if (!parsed.ok) problems.push(...parsed.problems);
  }
  return problems;
}

const unfitName = (name: string): Problem => ({
  code: 'example.alias',
  message: `'${name}' cannot stand in a formula.`,
  remedy: 'Use letters, digits and _, a letter first.',
});

const yearNeeded = (name: string): Problem => ({
  code: 'example.formula-year',
  message: `'${name}' has a value for each year, and the cell names no year.`,
  remedy: 'Name the year in the cell, as in line[element]@{year}.',
});
