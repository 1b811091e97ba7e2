import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { GivenCell } from '../../shared/domain/cell';
import type { Library } from '../../shared/domain/library';
import { type Model, schemesOn } from '../../shared/finance/open-model';
import type { Reader } from '../../shared/finance/read-projection';
import '../helpers/fixed-seed';
import {
  DURHAM,
  edit,
  NCL,
  openFootprint,
  readScenarios,
  scenarioIndex,
  withCells,
  years,
} from '../helpers/footprints';
import { loadLibrary } from '../helpers/load-library';

let library: Library;
let ncl: Model;
let durham: Model;

beforeAll(async () => {
  library = await loadLibrary();
  ncl = openFootprint(library, NCL);
  durham = openFootprint(library, DURHAM);
});

const SETTINGS = [
  'ae',
  'emergency',
  'elective',
  'outpatient',
  'specialised',
  'mental_health',
  'community',
  'ambulance',
];
const COHORTS = ['care_home_residents', 'older_people', 'everyone_else'];
const part = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100);

/** Effects that are parts of what there is: nothing grows and nothing is taken away twice. */
const effects: fc.Arbitrary<readonly GivenCell[]> = fc
  .tuple(
    fc.array(fc.tuple(part, fc.constantFrom(...COHORTS), fc.constantFrom(...SETTINGS)), {
      maxLength: 12,
    }),
    fc.array(fc.tuple(part, fc.constantFrom(...COHORTS)), { maxLength: 3 }),
    fc.tuple(part, part, part),
    fc.double({ min: 0, max: 200, noNaN: true }),
    fc.array(fc.tuple(fc.constantFrom(...COHORTS), fc.constantFrom(...SETTINGS)), { maxLength: 6 }),
  )
  .map(([changes, coverage, [realised, careRealised, kept], invested, falls]) => [
    ...changes.map(([size, cohort, setting]) =>
      cohort === 'care_home_residents'
        ? edit('care_home_effect', -size, { setting })
        : edit('care_model_effect', -size, { setting }),
    ),
    ...coverage.map(([size, cohort]) =>
      edit(cohort === 'care_home_residents' ? 'care_home_coverage' : 'care_model_coverage', size),
    ),
    ...falls.map(([cohort, setting]) => edit('care_acts_on', 1, { cohort, setting })),
    edit('care_home_realisation', realised),
    edit('care_model_realisation', realised),
    edit('care_model_early_rise', 0),
    edit('care_realisation', careRealised),
    edit('care_investment', invested),
    edit('overlap_kept', kept),
  ]);

describe('effects on activity', () => {
  test('leave between nothing and all of it', () => {
    fc.assert(
      fc.property(effects, (cells) => {
        const edited = withCells(ncl, cells);
        const reader = readScenarios(edited);
        for (const [draw] of edited.document.scenarios.entries()) {
          for (const year of years(reader)) {
            for (const setting of SETTINGS) {
              const left = reader.value('activity_remaining', { setting }, year, draw);
              expect(left).toBeGreaterThanOrEqual(-1e-12);
              expect(left).toBeLessThanOrEqual(1 + 1e-12);
            }
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  test('of schemes together are less than the sum of each and no less than the largest', () => {
    fc.assert(
      fc.property(effects, (cells) => {
        const edited = withCells(ncl, cells);
        const reader = readScenarios(edited);
        const at = (id: string) => scenarioIndex(edited, id);
        for (const year of years(reader)) {
          for (const setting of SETTINGS) {
            const avoided = (id: string) =>
              1 - reader.value('activity_remaining', { setting }, year, at(id));
            const singles = [avoided('vanguards'), avoided('social-care'), avoided('acute')];
            const together = avoided('combined');
            expect(together).toBeLessThanOrEqual(
              singles.reduce((sum, each) => sum + each, 0) + 1e-12,
            );
            expect(together).toBeGreaterThanOrEqual(Math.max(...singles) - 1e-12);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  test('on the same people compound: what is left is the product of what each leaves', () => {
    const cells = [
      edit('care_model_effect', -0.1, { setting: 'emergency' }),
      edit('care_model_coverage', 1),
      edit('care_model_realisation', 1),
      edit('care_model_steepness', 1000),
      edit('care_model_years_to_coverage', 0.01),
      edit('care_model_midpoint', 0),
      edit('care_model_early_rise', 0),
      edit('overlap_kept', 1),
    ];
    const edited = withCells(ncl, cells);
    const reader = readScenarios(edited);
    const value = (line: string, at: Record<string, string>, id: string) =>
      reader.value(line, at, 5, scenarioIndex(edited, id));
    const older = { cohort: 'older_people', setting: 'emergency' };
    const vanguard = value('activity_effect', { ...older, scheme: 'care-models' }, 'combined');
    const care = value('activity_effect', { ...older, scheme: 'social-care' }, 'combined');
    expect(vanguard).toBeCloseTo(0.1, 12);
    expect(care).toBeGreaterThan(0);
    // 38.553% of emergency admissions are other people aged 65 and over.
    const residents = value(
      'activity_effect',
      { cohort: 'care_home_residents', setting: 'emergency', scheme: 'care-homes' },
      'combined',
    );
    const others = value(
      'activity_effect',
      { cohort: 'everyone_else', setting: 'emergency', scheme: 'care-models' },
      'combined',
    );
    const left =
      0.38553 * (1 - vanguard) * (1 - care) + 0.03307 * (1 - residents) + 0.5814 * (1 - others);
    expect(value('activity_remaining', { setting: 'emergency' }, 'combined')).toBeCloseTo(left, 12);
  });

  test('the shipped schemes overlap: together they avoid less than added up', () => {
    for (const model of [ncl, durham]) {
      const reader = readScenarios(model);
      const admissions = (id: string) => {
        const draw = scenarioIndex(model, id);
        const providers = model.program.dimensions.elements('provider');
        return providers.reduce((sum, provider) => {
          const at = { provider, setting: 'emergency' };
          return (
            sum +
            reader.value('activity_without_schemes', at, 5, draw) -
            reader.value('activity', at, 5, draw)
          );
        }, 0);
      };
      expect(admissions('combined')).toBeLessThan(
        admissions('vanguards') + admissions('social-care'),
      );
      expect(admissions('combined')).toBeGreaterThan(
        Math.max(admissions('vanguards'), admissions('social-care')),
      );
      expect(admissions('do-nothing')).toBeCloseTo(0, 6);
    }
  });
});

describe('cost', () => {
  const growth = fc.array(fc.double({ min: -0.15, max: 0.12, noNaN: true }), {
    minLength: 5,
    maxLength: 5,
  });

  const eachCell = (reader: Reader, model: Model, check: (at: Record<string, string>) => void) => {
    for (const provider of model.program.dimensions.elements('provider')) {
      for (const setting of model.program.dimensions.elements('setting'))
        check({ provider, setting });
    }
    return reader;
  };

  test('opens and leaves in whole blocks, a year after the activity has gone', () => {
    fc.assert(
      fc.property(growth, fc.integer({ min: 400, max: 9000 }), (rates, size) => {
        const edited = withCells(durham, [
          ...rates.map((rate, i) => edit('volume_growth', rate, {}, 2016 + i)),
          edit('units_per_block', size),
        ]);
        const reader = readScenarios(edited);
        eachCell(reader, edited, (at) => {
          const activity = reader.series('activity', at);
          const blocks = reader.series('blocks', at);
          // Worked here from the activity alone.
          const needed = activity.map((each) => Math.ceil(each / size - 1e-9));
          for (const year of years(reader)) {
            const open =
              year === 0 ? needed[0] : Math.max(needed[year] as number, needed[year - 1] as number);
            expect((blocks[year] as number) - (open as number)).toBeCloseTo(0, 12);
            expect(Number.isInteger(blocks[year])).toBe(true);
          }
        });
      }),
      { numRuns: 12 },
    );
  });

  test('closes for schemes only in blocks that hold no more capacity than they have freed, a year late', () => {
    const size = fc.integer({ min: 50, max: 3000 });
    fc.assert(
      fc.property(effects, size, (cells, holds) => {
        const edited = withCells(durham, [
          ...cells,
          edit('care_home_bed_days', -0.2),
          edit('care_model_bed_days', -0.05),
          edit('units_per_block', holds),
        ]);
        const reader = readScenarios(edited);
        const draw = scenarioIndex(edited, 'combined');
        eachCell(reader, edited, (at) => {
          const plain = reader.series('blocks', at);
          const blocks = reader.series('blocks', at, draw);
          const freed = reader.series('capacity_avoided', at, draw);
          for (const year of years(reader)) {
            const gone = year === 0 ? 0 : (freed[year - 1] as number);
            const closed = (plain[year] as number) - (blocks[year] as number);
            expect(closed).toBe(Math.floor(Math.max(gone, 0) / holds + 1e-9));
          }
        });
      }),
      { numRuns: 12 },
    );
  });

  test('of a setting is its first-year cost in the first year, and moves by whole blocks after it', () => {
    fc.assert(
      fc.property(growth, (rates) => {
        const edited = withCells(durham, [
          ...rates.map((rate, i) => edit('volume_growth', rate, {}, 2016 + i)),
          edit('component_inflation', 0),
          edit('pension_step', 0),
        ]);
        const reader = readScenarios(edited);
        eachCell(reader, edited, (at) => {
          const cost = reader.series('provider_setting_cost', at);
          const opening = reader.value('opening_cost', at, 0);
          expect(cost[0]).toBeCloseTo(opening, 8);
          const blocks = reader.series('blocks', at);
          const activity = reader.series('activity', at);
          if (opening === 0) return;
          // 35% fixed, 45% in blocks, 20% with activity, in the shipped assumptions.
          for (const year of years(reader)) {
            const worked =
              opening *
              (0.35 +
                (0.45 * (blocks[year] as number)) / (blocks[0] as number) +
                (0.2 * (activity[year] as number)) / (activity[0] as number));
            expect(cost[year]).toBeCloseTo(worked, 8);
          }
        });
      }),
      { numRuns: 8 },
    );
  });

  test('that follows activity stays whole when a scheme starts in the first year', () => {
    const edited = withCells(durham, [
      edit('scheme_start', 2015),
      edit('care_model_effect', -0.5, { setting: 'emergency' }),
      edit('care_model_coverage', 1),
    ]);
    const reader = readScenarios(edited);
    const draw = scenarioIndex(edited, 'vanguards');
    eachCell(reader, edited, (at) => {
      for (const line of ['variable_cost', 'block_cost', 'fixed_cost']) {
        expect(reader.value(line, at, 0, draw)).toBeCloseTo(reader.value(line, at, 0, 0), 12);
      }
    });
  });
});

describe('schemes', () => {
  test('cost or save nothing until the scenario switches them on', () => {
    const reader = readScenarios(ncl);
    for (const [draw, scenario] of ncl.document.scenarios.entries()) {
      for (const scheme of ncl.document.schemes) {
        for (const year of years(reader)) {
          const effect = ncl.program.dimensions
            .elements('organisation')
            .map((organisation) =>
              reader.value('scheme_effect', { scheme: scheme.id, organisation }, year, draw),
            );
          if (!schemesOn(ncl.document, scenario).includes(scheme.id))
            expect(effect.every((each) => each === 0)).toBe(true);
          else if (year === 5) expect(effect.some((each) => each !== 0)).toBe(true);
        }
      }
    }
  });

  test('do nothing before the year they start', () => {
    const edited = withCells(ncl, [edit('scheme_start', 2019)]);
    const reader = readScenarios(edited);
    for (const [draw, scenario] of edited.document.scenarios.entries()) {
      if (scenario.cells.length > 0) continue;
      for (const year of [0, 1, 2, 3]) {
        expect(reader.value('system_position', {}, year, draw)).toBe(
          reader.value('system_position', {}, year, 0),
        );
      }
    }
  });
});
