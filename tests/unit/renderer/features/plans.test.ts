// The words about schemes, vanguard sites and the tests a plan is put to.
import { describe, expect, test } from 'vitest';
import { schemeGroups } from '../../../../renderer/features/schemes/scheme-groups';
import { siteBrings, siteKind } from '../../../../renderer/features/schemes/site-words';
import { testedPlan } from '../../../../renderer/store/plan-tests';
import { testFigures, testSentence } from '../../../../renderer/store/test-words';
import type { VanguardSite } from '../../../../shared/domain/evidence';
import { documentOf } from '../store/document-fixture';
import { gap, summary } from '../views-fixture';

describe('schemes in groups', () => {
  const schemes = ['spending', 'site', 'spending', 'saving'].map((type, i) => ({
    id: `s${i}`,
    name: type,
    type,
  }));
  const catalogue = {
    schemeTypes: ['site', 'saving', 'spending'].map((id) => ({
      id,
      label: id,
      summary: '',
      family: `${id}s`,
    })),
    schemeFamilies: ['savings', 'others', 'sites', 'spendings'].map((id) => ({ id, label: id })),
  };

  test('stand family by family in the order of a plan, each once, empty families left out', () => {
    const groups = schemeGroups(schemes, catalogue);
    expect(groups.map(({ title }) => title)).toEqual(['savings', 'sites', 'spendings']);
    expect(groups.flatMap((group) => group.schemes)).toHaveLength(schemes.length);
  });
});

describe('a vanguard site', () => {
  const site: VanguardSite = {
    id: 'somewhere',
    name: 'Somewhere',
    type: 'PACS',
    place: 'A place',
    population: 310_000,
    populationBasis: 'residents',
    fundedYears: [],
    evidence: [],
    schemes: [{ schemeType: 'population_care_model', label: 'A model', cells: [] }],
    claims: [],
    mark: 'verified',
    source: '',
    note: '',
  };
  const catalogue = {
    lines: {
      care_model_effect: {
        id: 'care_model_effect',
        label: 'Change in activity',
        unit: 'percent',
        input: true,
        collects: false,
        section: '',
      },
    },
    elements: { setting: { emergency: 'Emergency admissions' } },
    schemeTypes: [
      { id: 'population_care_model', label: 'PACS or MCP care model', summary: '', family: 'care' },
    ],
  };

  test('says what it is, where and how large', () => {
    expect(siteKind(site)).toBe('PACS, primary and acute care system · A place · 310,000 people');
  });

  test('says what was measured there, or that nothing was', () => {
    expect(siteBrings(site, catalogue)).toMatch(/nothing was measured here/);
    const cell = {
      line: 'care_model_effect',
      at: { setting: 'emergency' },
      value: -0.067,
      mark: 'verified' as const,
      source: '',
    };
    const [scheme] = site.schemes;
    const measured = {
      ...site,
      schemes: [{ ...scheme, cells: [cell] } as (typeof site.schemes)[0]],
    };
    expect(siteBrings(measured, catalogue)).toBe(
      'Brings PACS or MCP care model. Measured here: Change in activity, Emergency admissions −6.7%.',
    );
  });
});

describe('a plan and its tests', () => {
  const children = [
    { id: 'track-record', name: 'Track record', description: '' },
    { id: 'capital-refused', name: 'Capital refused', description: '' },
  ];
  const plain = documentOf();
  const tested = {
    ...plain,
    scenarios: [
      ...plain.scenarios,
      { id: 'plan-track-record', name: 'x', parent: 'plan', on: [], off: [], cells: [] },
    ],
  };

  test('are those of the plan, whichever of them is on show', () => {
    for (const shown of ['plan', 'plan-track-record']) {
      const found = testedPlan(tested, children, shown);
      expect(found?.plan.id).toBe('plan');
      expect(found?.tests.map(({ scenario }) => scenario)).toEqual(['plan-track-record', null]);
    }
    expect(testedPlan(tested, children, 'do-nothing')).toBeNull();
    expect(testedPlan(tested, children, 'child')?.plan.id).toBe('child');
  });

  test('are told as planned first, and not at all before one is run', () => {
    const summaries = [summary('plan', [gap(-543.4)]), summary('plan-track-record', [gap(-701.2)])];
    const of = (document: typeof plain) => {
      const found = testedPlan(document, children, 'plan');
      return found ? testSentence(testFigures(found, summaries, 'nhs')) : 'none';
    };
    expect(of(tested)).toBe('As planned −£543.4m; track record −£701.2m.');
    expect(of(plain)).toBe('');
  });
});
