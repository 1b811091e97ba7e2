import { beforeAll, describe, expect, test } from 'vitest';
import { calibrationTargets } from '../../../build/calibrate/targets';
import type { Library, LibraryTexts } from '../../../shared/domain/library';
import { MARKS } from '../../../shared/domain/mark';
import { describeProblem, type Problem } from '../../../shared/errors/problem';
import { positionAt } from '../../../shared/finance/position';
import { decodeLibrary } from '../../../shared/library/decode-library';
import { readTable } from '../../../shared/library/read-table';
import { parseUnit, sameUnit } from '../../../shared/units/unit';
import { edit, openFootprint, readScenarios, scenarioIndex, years } from '../../helpers/footprints';
import { loadLibrary, loadTexts, must } from '../../helpers/load-library';

let texts: LibraryTexts;
let library: Library;

beforeAll(async () => {
  texts = await loadTexts();
  library = await loadLibrary();
});

const IDS = [
  ...['northumberland-tyne-and-wear', 'west-north-and-east-cumbria'],
  ...['durham-darlington-tees-hambleton-richmondshire-and-whitby', 'lancashire-and-south-cumbria'],
  ...['west-yorkshire', 'coast-humber-and-vale', 'greater-manchester', 'cheshire-and-merseyside'],
];

describe('the shipped library', () => {
  test('decodes without a problem', () => {
    const decoded = decodeLibrary(texts);
    expect(decoded.ok ? [] : decoded.problems.map(describeProblem)).toEqual([]);
  });

  test('has the 44 footprints of 2016, numbered and named apart', () => {
    expect(library.footprints).toHaveLength(44);
    expect(library.footprints.map((each) => each.number)).toEqual(
      Array.from({ length: 44 }, (_, i) => i + 1),
    );
    expect(new Set(library.footprints.map((each) => each.id)).size).toBe(44);
    expect(library.footprints.map((each) => each.id)).toEqual(expect.arrayContaining(IDS));
  });

  test('gives every footprint a name, a region, people, and a mark and source for them', () => {
    for (const each of library.footprints) {
      expect(each.name).not.toBe('');
      expect(['North', 'Midlands and East', 'London', 'South']).toContain(each.region);
      expect(each.population.value, each.name).toBeGreaterThan(100_000);
      expect(MARKS).toContain(each.population.mark);
      expect(each.population.source).not.toBe('');
    }
  });

  test('counts the people of England about once', () => {
    const people = library.footprints.reduce((sum, each) => sum + each.population.value, 0);
    expect(people / 55_268_100).toBeGreaterThan(0.97);
    expect(people / 55_268_100).toBeLessThan(1.03);
  });

  test('gives every value a mark and a source', () => {
    const cells = [...library.cells, ...library.footprints.flatMap((each) => each.cells)];
    expect(cells.length).toBeGreaterThan(700);
    for (const cell of cells) {
      expect(MARKS, cell.line).toContain(cell.mark);
      expect(cell.source.trim(), `${cell.line} ${JSON.stringify(cell.at)}`).not.toBe('');
      expect(Number.isFinite(cell.value), cell.line).toBe(true);
    }
    for (const step of library.publishedSteps) {
      expect(MARKS).toContain(step.mark);
      expect(step.source).not.toBe('');
    }
  });

  test('holds each value inside the range given with it', () => {
    const outside = [...library.cells, ...library.footprints.flatMap((each) => each.cells)]
      // A value rounded to thousands may stand a hair outside.
      .filter(({ value, low = value, high = value }) => {
        const hair = 0.002 * Math.abs(value) + 1e-9;
        return value < low - hair || value > high + hair;
      })
      .map(({ line, at, year, value, low, high }) => ({ line, at, year, value, low, high }));
    expect(outside).toEqual([]);
  });

  test('says beside each value the unit that its line is in', () => {
    const units = new Map(library.lines.map((line) => [line.id, line.unit]));
    for (const path of ['assumptions/baseline-assumptions.csv', 'footprints/local-baselines.csv']) {
      for (const row of must(readTable(texts[path] ?? '', path, ['line', 'unit']))) {
        const written = must(parseUnit(row.get('unit')));
        const own = must(parseUnit(units.get(row.get('line')) ?? ''));
        // A price for each property may be written as its pounds alone.
        const fits =
          sameUnit(written, own) || (written.text === 'GBP' && own.text.startsWith('GBP per'));
        expect([row.row, row.get('line'), fits]).toEqual([row.row, row.get('line'), true]);
      }
    }
  });

  test('shares of a whole add up to a whole', () => {
    const total = (line: string, of: string) => {
      const sums = new Map<string, number>();
      for (const cell of library.cells.filter((each) => each.line === line)) {
        const key = cell.at[of] ?? '';
        sums.set(key, (sums.get(key) ?? 0) + cell.value);
      }
      return [...sums.values()];
    };
    const wholes = [
      ...total('spend_share', 'commissioner_type'),
      ...total('type_mix', 'provider_type'),
      ...total('cohort_share', 'setting'),
      ...total('component_weight', ''),
      ...total('client_group_share', ''),
    ];
    expect(wholes.length).toBe(3 + 4 + 9 + 1 + 1);
    for (const whole of wholes) expect(whole).toBeCloseTo(1, 9);
    const reader = readScenarios(openFootprint(library, 'north-central-london'));
    for (const setting of reader.projection.program.dimensions.elements('setting')) {
      const shares = ['fixed', 'semi_fixed', 'variable'].map((kind) =>
        reader.value(`${kind}_cost_share`, { setting }, 0),
      );
      expect(shares.every((share) => share > 0 && share < 1)).toBe(true);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    }
  });

  test('tells shares that no longer add up to a whole', () => {
    const model = openFootprint(library, 'north-central-london', (document) => ({
      ...document,
      cells: [edit('spend_share', 0.1, { commissioner_type: 'ccg', service: 'ae' })],
    }));
    expect(readScenarios(model).projection.problems).toMatchObject([
      {
        code: 'value.check',
        message: 'Shares of spend comes to 106.00% and must be 100.00%.',
        place: { year: '2015/16', element: 'CCGs' },
      },
    ]);
  });

  test('starts with do nothing and scenarios whose schemes and parents are there', () => {
    const types = library.schemeTypes.map((each) => each.id);
    const schemes = library.startingSchemes.map((each) => each.id);
    const scenarios = library.startingScenarios.map((each) => each.id);
    expect(library.startingScenarios[0]).toMatchObject({
      id: 'do-nothing',
      on: [],
      off: [],
      cells: [],
    });
    expect(library.startingScenarios[0]?.parent).toBeUndefined();
    for (const scheme of library.startingSchemes) expect(types).toContain(scheme.type);
    for (const scenario of library.startingScenarios.slice(1)) {
      expect(scenarios).toContain(scenario.parent);
      for (const id of scenario.on) expect(schemes).toContain(id);
    }
  });

  test('names in its causes only lines that people give', () => {
    const inputs = library.lines.filter((line) => line.input).map((line) => line.id);
    for (const cause of library.causes) {
      for (const { line } of cause.neutral) expect(inputs).toContain(line);
    }
  });

  test('describes every scheme type with a summary, a note and parameters that are lines', () => {
    const lines = new Map(library.lines.map((line) => [line.id, line]));
    expect(library.schemeTypes.map((each) => each.id).sort()).toEqual([
      'acute_collaboration',
      'acute_reconfiguration',
      'business_case',
      'care_home_support',
      'care_shift',
      'demand_measure',
      'investment',
      'overhead_measure',
      'population_care_model',
      'provider_productivity',
      'social_care_investment',
      'spend_measure',
      'urgent_care_network',
    ]);
    for (const type of library.schemeTypes) {
      expect(type.summary).toMatch(/\.$/);
      expect(type.note.length).toBeGreaterThan(100);
      for (const id of type.parameters) expect(lines.get(id)?.over[0]).toBe(type.id);
    }
  });
});

describe('a library with something wrong in it', () => {
  const problemsWith = (path: string, change: (text: string) => string): readonly Problem[] => {
    const changed = change(texts[path] ?? '');
    expect(changed, 'the test changes something').not.toBe(texts[path]);
    const decoded = decodeLibrary({ ...texts, [path]: changed });
    expect(decoded.ok).toBe(false);
    return decoded.ok ? [] : decoded.problems;
  };
  const without = (path: string) => {
    const { [path]: _, ...rest } = texts;
    return decodeLibrary(rest);
  };

  test('is told which file is missing', () => {
    for (const path of [
      'assumptions/national-assumptions.csv',
      'assumptions/baseline-assumptions.csv',
      'presets/scenario-presets.csv',
      'presets/starting-scenarios.yaml',
      'calculation/00-dimensions.yaml',
      'calculation/causes.yaml',
      'footprints/footprints.csv',
      'footprints/footprint-organisations.csv',
      'footprints/local-baselines.csv',
      'footprints/calibration.csv',
      'footprints/published-bridges.csv',
      'schemes/acute-reconfiguration/note.md',
    ]) {
      const decoded = without(path);
      expect(decoded.ok ? [] : decoded.problems).toContainEqual(
        expect.objectContaining({ code: 'library.no-file', place: { file: path } }),
      );
    }
  });

  test('is refused when it is empty, and names nothing inherited', () => {
    expect(decodeLibrary({})).toMatchObject({ ok: false });
    const inherited = Object.create({ 'calculation/causes.yaml': 'causes: []' }) as LibraryTexts;
    expect(decodeLibrary(inherited)).toEqual(decodeLibrary({}));
  });

  test('is told a misspelt name of a line in a table of values', () => {
    expect(
      problemsWith('assumptions/baseline-assumptions.csv', (text) =>
        text.replace('spend_share,', 'spned_share,'),
      ),
    ).toMatchObject([
      {
        code: 'cell.unknown-line',
        place: { file: 'assumptions/baseline-assumptions.csv' },
        remedy: "Did you mean 'spend_share'?",
      },
    ]);
  });

  test('is told a misspelt dimension or element, which would else give the value to all', () => {
    expect(
      problemsWith('assumptions/baseline-assumptions.csv', (text) =>
        text.replace('local_share,setting=ae', 'local_share,seting=ae'),
      ),
    ).toMatchObject([{ code: 'cell.unknown-dimension', remedy: "Did you mean 'setting'?" }]);
    expect(
      problemsWith('assumptions/baseline-assumptions.csv', (text) =>
        text.replace('local_share,setting=elective', 'local_share,setting=electiv'),
      ),
    ).toMatchObject([{ code: 'cell.unknown-element', remedy: "Did you mean 'elective'?" }]);
  });

  test('is told a misspelt footprint in a table of local values', () => {
    expect(
      problemsWith('footprints/local-baselines.csv', (text) =>
        text.replaceAll('north-central-london', 'north-central-lundon'),
      ),
    ).toMatchObject([
      {
        code: 'footprint.unknown',
        place: { file: 'footprints/local-baselines.csv' },
        remedy: "Did you mean 'north-central-london'?",
      },
    ]);
  });

  test('is told a row of assumptions that is not there', () => {
    expect(
      problemsWith('calculation/60-contracts.yaml', (text) =>
        text.replace('from: tariff_efficiency_factor', 'from: tarif_efficiency_factor'),
      ),
    ).toMatchObject([
      {
        code: 'library.unknown-row',
        place: { file: 'calculation/60-contracts.yaml', line: 'Tariff efficiency factor' },
        remedy: "Did you mean 'tariff_efficiency_factor'?",
      },
    ]);
  });

  test('is told an unknown key, a wrong type and an id that is no name, with their paths', () => {
    const path = 'calculation/10-footprint.yaml';
    const [unknown] = problemsWith(path, (text) =>
      text.replace('    input: true\n', '    input: true\n    imput: true\n'),
    );
    expect(unknown).toMatchObject({ code: 'yaml.shape', place: { file: path, path: 'lines.0' } });
    const [type] = problemsWith(path, (text) => text.replace('input: true', 'input: perhaps'));
    expect(type).toMatchObject({
      code: 'yaml.shape',
      place: { file: path, path: 'lines.0.input' },
    });
    const [id] = problemsWith(path, (text) =>
      text.replace('id: population', 'id: "constructor()"'),
    );
    expect(id).toMatchObject({ code: 'yaml.shape', place: { file: path, path: 'lines.0.id' } });
  });

  test('is told a value without a mark beside a line', () => {
    expect(
      problemsWith('schemes/population-care-model/type.yaml', (text) =>
        text.replace('{value: 1.2, mark: assumption,', '{value: 1.2,'),
      ),
    ).toMatchObject([
      { code: 'library.no-source', place: { file: 'schemes/population-care-model/type.yaml' } },
    ]);
  });

  test('is told every problem of every file at once', () => {
    const decoded = decodeLibrary({
      ...texts,
      'calculation/causes.yaml': 'causes: 3',
      'calculation/10-footprint.yaml': 'section: [',
      'footprints/calibration.csv': 'a,b',
    });
    const files = new Set((decoded.ok ? [] : decoded.problems).map((each) => each.place?.file));
    expect([...files]).toEqual(
      expect.arrayContaining([
        'calculation/causes.yaml',
        'calculation/10-footprint.yaml',
        'footprints/calibration.csv',
      ]),
    );
  });
});

describe('every footprint', () => {
  for (let number = 1; number <= 44; number += 1) {
    test(`number ${number} compiles and projects every scenario with finite numbers`, () => {
      const footprint = library.footprints[number - 1];
      const model = openFootprint(library, footprint?.id ?? '');
      expect(model.problems.map(describeProblem)).toEqual([]);
      const reader = readScenarios(model);
      expect(reader.projection.problems.map(describeProblem)).toEqual([]);
      for (const line of model.program.lines)
        expect(reader.projection.isMarked(line.index)).toBe(false);
      for (const [draw] of model.document.scenarios.entries()) {
        for (const year of years(reader)) {
          const { nhs, socialCare, total } = positionAt(reader, year, draw);
          expect(Number.isFinite(nhs) && Number.isFinite(socialCare)).toBe(true);
          expect(total).toBeCloseTo(nhs + socialCare, 6);
        }
      }
      // The published gap, where there is one, is met in 2020/21 by doing nothing.
      const position = positionAt(reader, reader.years - 1, scenarioIndex(model, 'do-nothing'));
      for (const target of footprint ? calibrationTargets(footprint) : []) {
        expect(Math.abs(position[target.of] + target.gap)).toBeLessThan(0.0005);
      }
      // In the first year commissioners balance, and what gap there is is the trusts' own.
      const opening = positionAt(reader, 0, 0);
      expect(opening.socialCare).toBeCloseTo(0, 9);
    });
  }

  test('with a published gap has a target, and one without has none', () => {
    const withGap = library.footprints.filter((each) => each.publishedGap);
    expect(withGap).toHaveLength(43);
    for (const each of library.footprints) {
      expect(calibrationTargets(each).length > 0, each.id).toBe(each.publishedGap !== undefined);
    }
  });
});
