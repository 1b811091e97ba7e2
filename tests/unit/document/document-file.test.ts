import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import '../../helpers/fixed-seed';
import { createDocument } from '../../../shared/document/create-document';
import { decodeDocument } from '../../../shared/document/document-file';
import { encodeDocument } from '../../../shared/document/encode-document';
import type { FootbridgeDocument } from '../../../shared/domain/document';
import type { Library } from '../../../shared/domain/library';
import type { Problem } from '../../../shared/errors/problem';
import { someEdits } from '../../helpers/edits';
import { NCL } from '../../helpers/footprints';
import { loadLibrary, must } from '../../helpers/load-library';
import { line } from '../../helpers/small-world';

let library: Library;
let document: FootbridgeDocument;
beforeAll(async () => {
  library = await loadLibrary();
  document = must(createDocument(library, NCL));
});

const FILE = 'a.footbridge';

function refused(text: string): readonly Problem[] {
  const result = decodeDocument(library, text, FILE);
  expect(result.ok, text.slice(0, 80)).toBe(false);
  return result.ok ? [] : result.problems;
}

const withParts = (parts: object) =>
  JSON.stringify({ format: 'footbridge', version: 1, footprint: NCL, ...parts });

describe('a saved document', () => {
  test('opens as the document it was, whatever was edited', () => {
    fc.assert(
      fc.property(someEdits, someEdits, fc.string({ maxLength: 40 }), (cells, own, title) => {
        const saved: FootbridgeDocument = {
          ...document,
          title,
          horizon: { first: 2015, last: 2025 },
          cells,
          lines: [
            {
              ...line('winter', ['provider'], 'provider_cost * 0.01', { unit: 'GBP million' }),
              section: 'Own lines',
              file: 'document',
              contributesTo: 'recurrent_effect',
            },
          ],
          scenarios: [
            ...document.scenarios,
            { id: 'own', name: 'Own', parent: 'combined', on: [], off: ['care-homes'], cells: own },
          ],
        };
        const text = encodeDocument(saved, library);
        const opened = must(decodeDocument(library, text, FILE));
        expect(opened).toEqual(saved);
        expect(encodeDocument(opened, library)).toBe(text);
      }),
      { numRuns: 40 },
    );
  });

  test('that says nothing but its footprint is a new document of it', () => {
    expect(must(decodeDocument(library, withParts({}), FILE))).toEqual(document);
  });

  test('has the values of the schemes that ship unless it brings schemes of its own', () => {
    const read = (parts: object) => must(decodeDocument(library, withParts(parts), FILE)).cells;
    expect(read({ title: 'Mine' })).toEqual(document.cells);
    const own = { line: 'volume_growth', value: 3, source: 'Board paper 7' };
    expect(read({ cells: [own] }).slice(0, -1)).toEqual(document.cells);
    expect(read({ cells: [own] }).at(-1)).toMatchObject({ line: 'volume_growth', value: 0.03 });
    const schemes = [{ id: 'mine', name: 'Mine', type: 'acute_reconfiguration' }];
    expect(read({ schemes, scenarios: [{ id: 'do-nothing', name: 'Do nothing' }] })).toEqual([]);
  });

  test('keeps the standing of its values; what says nothing of it is an assumption', () => {
    const value = { line: 'volume_growth', value: 3, source: 'Board paper 7' };
    const marks = [{ ...value, mark: 'verified' }, value];
    const { cells } = must(decodeDocument(library, withParts({ cells: marks }), FILE));
    expect(cells.slice(-2).map((each) => each.mark)).toEqual(['verified', 'assumption']);
    const invented = withParts({ cells: [{ ...value, mark: 'certain' }] });
    expect(decodeDocument(library, invented, FILE).ok).toBe(false);
  });

  test('takes values as people write them', () => {
    const cells = [
      { line: 'volume_growth', at: { setting: 'ae' }, year: '2016/17', value: '3.5%' },
    ];
    const cell = must(decodeDocument(library, withParts({ cells }), FILE)).cells.at(-1);
    expect(cell).toMatchObject({ value: 0.035, year: 2016, at: { setting: 'ae' } });
  });

  const hostile: readonly [string, () => string][] = [
    ['is empty', () => ''],
    ['is not JSON', () => 'hello'],
    ['is cut short', () => withParts({ title: 'x' }).slice(0, -5)],
    ['is bytes and not text', () => 'PK\u0003\u0004\0\0\0'],
    ['is nested by the thousand', () => '['.repeat(100_000)],
    ['is a list', () => '[]'],
    ['is null', () => 'null'],
    ["is another program's", () => '{"format":"other","version":1}'],
    ['is of a later version', () => withParts({ version: 99 })],
    ['has an unknown key', () => withParts({ extra: 1 })],
    [
      'has a key that every object inherits',
      () => withParts({}).replace('{', '{"__proto__": {"footprint": "x"},'),
    ],
    [
      'has such a key inside a cell',
      () =>
        withParts({ cells: [] }).replace(
          '[]',
          '[{"line":"volume_growth","at":{"__proto__":"ae"},"value":1}]',
        ),
    ],
    ['names no footprint', () => JSON.stringify({ format: 'footbridge', version: 1 })],
    ['names an unknown footprint', () => withParts({ footprint: 'atlantis' })],
    [
      'has text where a number belongs',
      () => withParts({ cells: [{ line: 'volume_growth', value: 'lots' }] }),
    ],
    ['has no number at all', () => withParts({ cells: [{ line: 'volume_growth', value: null }] })],
    [
      'has a value for an unknown line',
      () => withParts({ cells: [{ line: 'volume_grwth', value: 1 }] }),
    ],
    [
      'has a year that is none',
      () => withParts({ cells: [{ line: 'volume_growth', year: '2016', value: 1 }] }),
    ],
    [
      'has a horizon that is none',
      () => withParts({ horizon: { first: '2015/16', last: '2015' } }),
    ],
    [
      'has a horizon of centuries',
      () => withParts({ horizon: { first: '2015/16', last: '2515/16' } }),
    ],
    [
      'has a horizon that runs back',
      () => withParts({ horizon: { first: '2015/16', last: '2012/13' } }),
    ],
    [
      'has a scheme of no known type',
      () => withParts({ schemes: [{ id: 'a', name: 'A', type: 'magic' }] }),
    ],
    [
      'has a scenario with an unknown scheme',
      () =>
        withParts({
          scenarios: [
            { id: 'do-nothing', name: 'N' },
            { id: 'b', name: 'B', parent: 'do-nothing', on: ['zz'] },
          ],
        }),
    ],
    ['has no do nothing', () => withParts({ scenarios: [{ id: 'b', name: 'B' }] })],
    [
      'has a ring of parents',
      () =>
        withParts({
          scenarios: [
            { id: 'do-nothing', name: 'N' },
            { id: 'b', name: 'B', parent: 'c' },
            { id: 'c', name: 'C', parent: 'b' },
          ],
        }),
    ],
    [
      'uses an id twice',
      () =>
        withParts({
          scenarios: [
            { id: 'do-nothing', name: 'N' },
            { id: 'do-nothing', name: 'M' },
          ],
        }),
    ],
  ];
  for (const [what, text] of hostile) {
    test(`that ${what} is refused with its file, a message and a remedy`, () => {
      for (const problem of refused(text())) {
        expect(problem.place?.file).toBe(FILE);
        expect(problem.message).not.toMatch(/undefined|\[object|stack/);
        expect(problem.remedy).toBeTruthy();
      }
    });
  }
});
