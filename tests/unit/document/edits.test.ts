import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import '../../helpers/fixed-seed';
import { applyEdits } from '../../../shared/document/apply-edits';
import { createDocument } from '../../../shared/document/create-document';
import { clearCell, setCell } from '../../../shared/document/edit-cells';
import type { FootbridgeDocument } from '../../../shared/domain/document';
import type { Library } from '../../../shared/domain/library';
import type { Problem } from '../../../shared/errors/problem';
import { NCL } from '../../helpers/footprints';
import { loadLibrary, must } from '../../helpers/load-library';

let library: Library;
/** Without the values that ship with its schemes and scenarios, so that only edits are seen. */
let document: FootbridgeDocument;
beforeAll(async () => {
  library = await loadLibrary();
  const shipped = must(createDocument(library, NCL));
  const scenarios = shipped.scenarios.map((each) => ({ ...each, cells: [] }));
  document = { ...shipped, cells: [], scenarios };
});

describe('a new document', () => {
  test('is found by id, by number and by name, in any case of letters', () => {
    for (const text of [NCL, '28', ' North Central London ', 'NORTH CENTRAL LONDON']) {
      expect(must(createDocument(library, text)).footprint.id).toBe(NCL);
    }
  });

  test('runs from 2015/16 to 2020/21 and starts with do nothing and the values of its schemes', () => {
    const fresh = must(createDocument(library, NCL));
    expect(fresh.horizon).toEqual({ first: 2015, last: 2020 });
    expect(fresh.scenarios[0]?.id).toBe('do-nothing');
    const schemes = fresh.schemes.map((each) => each.id);
    expect(fresh.cells).toEqual(library.startingCells);
    for (const cell of fresh.cells) {
      expect(Object.values(cell.at).some((element) => schemes.includes(element))).toBe(true);
    }
  });

  test('of an unknown footprint is refused with the nearest', () => {
    const refused = (text: string) => {
      const result = createDocument(library, text);
      return result.ok ? undefined : result.problems[0];
    };
    expect(refused('north-central-lodnon')?.remedy).toBe(`Did you mean '${NCL}'?`);
    expect(refused('Atlantis')?.remedy).toBe("See all 44 with 'footbridge list'.");
    for (const text of ['', '0', '45', '__proto__', 'constructor']) {
      expect(refused(text)?.code, text).toBe('footprint.unknown');
    }
  });
});

describe('an edit of a cell', () => {
  const target = { scenario: null, line: 'volume_growth', at: { setting: 'emergency' } };

  test('is added with its standing, and the document before it stays as it was', () => {
    const next = setCell(document, { ...target, year: 2018, value: 0.05 });
    expect(next.cells).toEqual([
      {
        line: 'volume_growth',
        at: { setting: 'emergency' },
        year: 2018,
        value: 0.05,
        mark: 'assumption',
        source: 'Entered in this document',
      },
    ]);
    expect(document.cells).toEqual([]);
  });

  test('takes the place of an earlier one of the same cell', () => {
    const next = setCell(setCell(document, { ...target, value: 1 }), { ...target, value: 2 });
    expect(next.cells.map((each) => each.value)).toEqual([2]);
  });

  test('of every year takes the place of those of one year, and of every element of those of one', () => {
    const narrow = setCell(setCell(document, { ...target, year: 2018, value: 1 }), {
      ...target,
      at: { setting: 'ae' },
      value: 2,
    });
    expect(setCell(narrow, { ...target, value: 3 }).cells.map((each) => each.value)).toEqual([
      2, 3,
    ]);
    expect(
      setCell(narrow, { ...target, at: {}, value: 4 }).cells.map((each) => each.value),
    ).toEqual([4]);
  });

  test('of every year stands over a wider one of a single year that was made before it', () => {
    const wide = { scenario: null, line: 'volume_growth', at: {}, year: 2018, value: 0.04 };
    const narrow = { scenario: null, line: 'volume_growth', at: { setting: 'emergency' } };
    const edited = setCell(setCell(document, wide), { ...narrow, value: 0.03 });
    const ofEmergency = edited.cells.filter((cell) => cell.at.setting === 'emergency');
    expect(ofEmergency.map((cell) => [cell.year, cell.value])).toEqual([
      [undefined, 0.03],
      [2018, 0.03],
    ]);
    expect(clearCell(edited, narrow).cells).toEqual(setCell(document, wide).cells);
  });

  test('in a scenario stays in that scenario', () => {
    const next = setCell(document, {
      ...target,
      scenario: 'acute',
      value: 0.05,
      source: 'Board paper 7',
    });
    expect(next.cells).toEqual([]);
    const changed = next.scenarios.filter((each) => each.cells.length > 0);
    expect(changed.map((each) => each.id)).toEqual(['acute']);
    expect(changed[0]?.cells[0]?.source).toBe('Board paper 7');
  });

  test('is taken back by clearing the same cell, of every year in every year, and no other', () => {
    const edited = setCell(setCell(document, { ...target, value: 1 }), {
      ...target,
      year: 2018,
      value: 2,
    });
    expect(clearCell(edited, target).cells).toEqual([]);
    expect(clearCell(edited, { ...target, year: 2018 }).cells.map((each) => each.year)).toEqual([
      undefined,
    ]);
    expect(clearCell(edited, { ...target, at: {} })).toEqual(edited);
    expect(clearCell(edited, { ...target, scenario: 'acute' })).toEqual(edited);
  });
});

describe('edits as people type them', () => {
  const applied = (...edits: string[]) => must(applyEdits(library, document, edits)).cells;
  const refused = (...edits: string[]): readonly Problem[] => {
    const result = applyEdits(library, document, edits);
    expect(result.ok, edits.join(' ')).toBe(false);
    return result.ok ? [] : result.problems;
  };

  test('name a line, elements, a year and a value in the unit of the line', () => {
    expect(applied('volume_growth[emergency]@2016/17=3.5%')[0]).toMatchObject({
      line: 'volume_growth',
      at: { setting: 'emergency' },
      year: 2016,
      value: 0.035,
    });
    expect(applied('volume_growth[setting=ae]=3.5')[0]).toMatchObject({
      at: { setting: 'ae' },
      value: 0.035,
    });
    expect(applied('local_pressure_full[local_nhs]=(£1.2bn)')[0]?.value).toBe(-1200);
    expect(applied('population = 1.5m')[0]?.value).toBe(1_500_000);
  });

  test('are laid one over another in order', () => {
    expect(applied('gdp_deflator=1%', 'gdp_deflator=2%').map((each) => each.value)).toEqual([0.02]);
  });

  test('none at all leave the document as it is', () => {
    expect(must(applyEdits(library, document, []))).toBe(document);
  });

  const cases: readonly [string, string][] = [
    ['volume_growth', 'edit.syntax'],
    ['volume_growth[setting=ae]', 'edit.syntax'],
    ['', 'edit.syntax'],
    ['=5', 'cell.syntax'],
    ['volume growth=5', 'cell.syntax'],
    ['volume_grwth=5%', 'cell.unknown-line'],
    ['volume_growth[emergancy]=5%', 'cell.unknown-element'],
    ['volume_growth[cohort=older]=5%', 'cell.unknown-dimension'],
    ['volume_growth@2016=5%', 'cell.year'],
    ['volume_growth@2031/32=5%', 'cell.year-outside'],
    ['volume_growth=five', 'number.unreadable'],
    ['volume_growth=', 'number.unreadable'],
    ['volume_growth=£5m', 'number.unreadable'],
    ['population=5%', 'number.unreadable'],
    ['__proto__=5', 'cell.unknown-line'],
    ['constructor=5', 'cell.unknown-line'],
  ];
  for (const [text, code] of cases) {
    test(`'${text}' is refused with a remedy`, () => {
      const [problem] = refused(text);
      expect(problem?.code).toBe(code);
      expect(problem?.remedy).toBeTruthy();
    });
  }

  test('cannot give a value to what is calculated: the books would not balance', () => {
    for (const text of ['system_position=0', 'provider_cost[RRV]=1', 'recurrent_effect=5']) {
      expect(refused(text)[0]).toMatchObject({
        code: 'cell.calculated',
        remedy: expect.stringContaining('Change an assumption'),
      });
    }
  });

  test('apply none when one of them cannot be read, and tell all that cannot', () => {
    expect(
      refused('gdp_deflator=1%', 'gdp_deflatr=1%', 'gdp_deflator=one').map((each) => each.code),
    ).toEqual(['cell.unknown-line', 'number.unreadable']);
    expect(refused('gdp_deflatr=1%')[0]?.remedy).toBe("Did you mean 'gdp_deflator'?");
  });

  test('never throw, whatever the text', () => {
    const bits = fc.constantFrom(
      'volume_growth',
      '[',
      ']',
      'emergency',
      '=',
      '@',
      '2016/17',
      '5%',
      ',',
      ' ',
      '__proto__',
      '-',
    );
    fc.assert(
      fc.property(
        fc.array(bits, { maxLength: 10 }).map((all) => all.join('')),
        (text) => {
          const result = applyEdits(library, document, [text]);
          if (!result.ok)
            for (const problem of result.problems) expect(problem.remedy).toBeTruthy();
        },
      ),
      { numRuns: 40 },
    );
  });
});
