/** A library of a few lines and schemes, and worked examples written for one test. */
import type { CaseRow, Example } from '../../shared/domain/example';
import type { Library } from '../../shared/domain/library';
import type { Problem } from '../../shared/errors/problem';
import { readCases } from '../../shared/library/case-rows';
import { checkExamples } from '../../shared/library/check-examples';
import { readExample } from '../../shared/library/examples';
import { type Verification, verifyCases } from '../../shared/report/verify-cases';
import { must } from './load-library';
import { line } from './small-world';

const HEADER = 'example,kind,name,unit,value';

const LINES = [
  line('scheme_on', ['scheme'], '0'),
  line('flow', ['scheme']),
  line('fee', ['site'], undefined, { extend: 'none' }),
  line('level', []),
  line('rate', [], undefined, { unit: 'percent' }),
  line('flow_on', ['scheme'], 'flow * scheme_on'),
  line('total', [], 'sum(flow_on, scheme)', { opening: 'sum(flow_on, scheme)' }),
  line('running', [], 'prev(running) + total', { opening: 'total' }),
];

const SITES = [
  { id: 'a', label: 'A' },
  { id: 'b', label: 'B' },
];

/** Examples as YAML; organisations stand in by themselves. */
export function readExamples(...texts: string[]): Example[] {
  return texts.map((text, i) =>
    must(readExample(`organisations: []\nlabel: Test\n${text}`, `test-${i}.yaml`)),
  );
}

/** What is wrong with the examples, in sentences. */
export const faultsOf = (...texts: string[]): string[] =>
  checkExamples(readExamples(...texts), SCHEME_TYPES).map((problem: Problem) => problem.message);

const SCHEME_TYPES = [
  { id: 'plan', label: 'Plan', summary: '', family: 'own', note: '', parameters: [] },
];

const rowsOf = (rows: readonly string[]): readonly CaseRow[] =>
  must(readCases([HEADER, ...rows].join('\n'), 'cases.csv'));

function smallLibrary(examples: readonly Example[], shipped: readonly string[]): Library {
  return {
    dimensions: [
      { id: 'organisation', label: 'organisation', from: 'organisations' },
      { id: 'scheme', label: 'scheme', from: 'schemes' },
      { id: 'site', label: 'site', elements: SITES },
    ],
    lines: LINES,
    schemeTypes: SCHEME_TYPES,
    schemeFamilies: [{ id: 'own', label: 'Own' }],
    cells: [],
    footprints: [],
    publishedSteps: [],
    causes: [],
    evidence: [],
    outsideViews: [],
    redFlags: [],
    vanguardSites: [],
    startingSchemes: [],
    startingScenarios: [],
    childScenarios: [],
    afterThePlan: [],
    examples,
    shippedCases: shipped.length === 0 ? [] : rowsOf(shipped),
  };
}

/** Verifies rows such as `A,input,x,number,1`. */
export function verifySmall(
  examples: readonly string[],
  rows: readonly string[],
  shipped: readonly string[] = [],
): Verification {
  const library = smallLibrary(readExamples(...examples), shipped);
  return verifyCases(library, rowsOf(rows), 'cases.csv');
}

/** What the model makes of each output row, by its name. */
export const actuals = ({ comparisons }: Verification): Record<string, number> =>
  Object.fromEntries(comparisons.map((each) => [each.name, each.actual]));
