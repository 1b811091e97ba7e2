// A small set of results with the shape of real ones. Every figure is made up; none ships.

import type { Bridge, ReportRow, ReportTable, SectorGap } from '../../../shared/report/table';
import type { ScenarioSummary, Views } from '../../../shared/report/view-types';

export const YEARS = ['2015/16', '2016/17', '2017/18'];

export const gap = (nhs: number, socialCare = 0): SectorGap => ({
  nhs,
  socialCare,
  total: nhs + socialCare,
});

export const row = (id: string, part: Partial<ReportRow> = {}): ReportRow => ({
  id,
  label: id,
  level: 1,
  kind: 'calculated',
  unit: 'GBP million',
  values: [1, 2, 3],
  ...part,
});

export const table = (rows: readonly ReportRow[]): ReportTable => ({
  id: 'table',
  title: 'Table',
  unit: 'GBP million',
  columns: YEARS,
  rows,
});

export const bridge = (values: readonly number[], start = -100): Bridge => {
  let level = start;
  const steps = values.map((value, index) => {
    const from = level;
    level += value;
    const id = `step-${index}`;
    return { id, label: `Step ${index}`, kind: 'step' as const, value, start: from, end: level };
  });
  return {
    title: 'From do nothing to the plan',
    year: '2017/18',
    scope: 'nhs',
    steps: [
      { id: 'start', label: 'Do nothing', kind: 'start', value: start, start: 0, end: start },
      ...steps,
      { id: 'end', label: 'The plan', kind: 'total', value: level, start: 0, end: level },
    ],
    imbalance: 0,
    sentence: 'In a sentence.',
  };
};

export const summary = (
  id: string,
  gapByYear: readonly SectorGap[],
  part: Partial<ScenarioSummary> = {},
): ScenarioSummary => {
  const residual = gapByYear.at(-1) ?? gap(0);
  return {
    id,
    name: id === 'do-nothing' ? 'Do nothing' : 'The plan',
    description: '',
    schemes: id === 'do-nothing' ? [] : ['A scheme'],
    gapByYear,
    residual,
    schemesNet: gap(0),
    cumulative: gap(-300),
    firstYearInBalance: null,
    stfShare: 25,
    afterFund: residual.total + 25,
    claimed: { cash: 0, capacity: 0, notional: 0 },
    flags: { red: 0, amber: 0 },
    capital: 0,
    worseOff: [],
    ...part,
  };
};

export function views(doNothing: readonly number[], plan: readonly number[]): Views {
  const last = doNothing.length - 1;
  const base = gap(doNothing[last] ?? 0, -10);
  const left = gap(plan[last] ?? 0, -10);
  const net = gap(left.nhs - base.nhs);
  const steps = bridge([net.nhs], base.nhs);
  return {
    title: 'Testshire',
    footprint: { id: 'testshire', name: 'Testshire', region: 'Nowhere', population: 1_000_000 },
    years: YEARS,
    replaced: [],
    scenario: 'plan',
    comparator: 'do-nothing',
    headline: {
      lastYear: '2017/18',
      doNothing: base,
      schemesNet: net,
      residual: left,
      published: {
        value: -100,
        scope: 'nhs',
        mark: 'verified',
        year: '2017/18',
        doNothing: base,
        localPressures: gap(-40),
        scopeWords: 'NHS',
        source: 'A page',
        note: '',
      },
      localPressures: gap(-40),
      localPressuresMark: 'calibrated',
      scope: 'nhs',
    },
    scenarios: [
      summary(
        'do-nothing',
        doNothing.map((value) => gap(value, -10)),
      ),
      summary(
        'plan',
        plan.map((value) => gap(value, -10)),
        { schemesNet: net },
      ),
    ],
    baseline: table([]),
    assumptions: table([
      row('growth.emergency', {
        label: 'Emergency',
        kind: 'input',
        unit: 'percent a year',
        values: [0.02, 0.03, 0.03],
        mark: 'recalled',
        address: { line: 'growth', at: { setting: 'emergency' } },
      }),
    ]),
    doNothing: table([]),
    transformed: table([]),
    schemes: table([]),
    effects: table([]),
    claims: { year: '2017/18', sentence: 'In a sentence.', pots: [], overlaps: [], findings: [] },
    flags: {
      scenario: 'plan',
      name: 'The plan',
      rows: [],
      rules: 25,
      red: 0,
      amber: 0,
      unjudged: 0,
      summary: 'All clear.',
    },
    bridge: steps,
    causes: bridge([-80, 20], -10),
    problems: [],
    cells: 42,
  };
}
