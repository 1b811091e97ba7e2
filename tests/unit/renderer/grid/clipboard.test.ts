import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { copyText, pastedCells, pasteTargets } from '../../../../renderer/grid/clipboard';
import { fillTargets } from '../../../../renderer/grid/fill';
import { row } from '../views-fixture';

describe('copyText', () => {
  test('gives whole numbers with a plain hyphen, which other programs read', () => {
    const block = {
      rows: [row('a', { values: [-876.04321, null, 3] })],
      firstColumn: 0,
      lastColumn: 2,
    };
    expect(copyText(block)).toBe('-876.04321\t\t3');
  });

  test('gives percentages as percentages, without the noise of binary fractions', () => {
    const percent = row('a', { unit: 'percent a year', values: [0.029, 0.1 + 0.2] });
    expect(copyText({ rows: [percent], firstColumn: 0, lastColumn: 1 })).toBe('2.9%\t30%');
  });
});

describe('pastedCells', () => {
  test('reads tabs and lines of any system, and drops the last line end', () => {
    expect(pastedCells('1\t2\r\n3\t4\r\n')).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
  });

  test('keeps tabs, lines and quotes inside a quoted cell', () => {
    expect(pastedCells('"a\tb\n""c"""\t2')).toEqual([['a\tb\n"c"', '2']]);
  });

  test('keeps blanks', () => {
    expect(pastedCells('\t1\t')).toEqual([['', '1', '']]);
  });

  test('gives back any block of plain cells', () => {
    const plain = fc.stringMatching(/^[a-z0-9,.%£() -]{1,6}$/);
    const width = fc.integer({ min: 1, max: 4 });
    const block = width.chain((columns) =>
      fc.array(fc.array(plain, { minLength: columns, maxLength: columns }), {
        minLength: 1,
        maxLength: 4,
      }),
    );
    fc.assert(
      fc.property(block, (cells) => {
        expect(pastedCells(cells.map((line) => line.join('\t')).join('\n'))).toEqual(cells);
      }),
    );
  });
});

describe('pasteTargets', () => {
  const ids = ['a', 'b', 'c'];
  const corner = { row: 0, column: 1 };

  const one = { rows: 1, columns: 1 };

  test('lands cell for cell from the corner', () => {
    expect(pasteTargets([['1', '2']], ids, corner, one, 3)).toEqual({
      targets: [
        { rowId: 'a', column: 1, text: '1' },
        { rowId: 'a', column: 2, text: '2' },
      ],
    });
  });

  test('refuses the whole of what reaches past an edge, and says which', () => {
    const refusal = (cells: string[][]) => {
      const paste = pasteTargets(cells, ids, corner, one, 3);
      return 'refusal' in paste ? paste.refusal : null;
    };
    expect(refusal([['1', '2', '3', '4']])).toBe(
      '2 of 4 values do not fit: the paste reaches beyond the last column.',
    );
    expect(refusal([['1'], ['2'], ['3'], ['4']])).toBe(
      '1 of 4 values does not fit: the paste reaches beyond the last row.',
    );
    expect(refusal([['1', '2', '']])).toBeNull();
  });

  test('fills a selection that it fits a whole number of times', () => {
    const paste = pasteTargets([['7']], ids, corner, { rows: 2, columns: 2 }, 3);
    const targets = 'targets' in paste ? paste.targets : [];
    expect(targets.map(({ rowId, column }) => `${rowId}${column}`)).toEqual([
      'a1',
      'a2',
      'b1',
      'b2',
    ]);
  });
});

describe('fillTargets', () => {
  const rows = [row('a', { values: [5, 1, 1] }), row('b', { values: [6, 1, 1] })];

  test('right repeats the first column', () => {
    const targets = fillTargets({ rows, firstColumn: 0, lastColumn: 1 }, 'right');
    expect(targets.map(({ rowId, column, text }) => [rowId, column, text])).toEqual([
      ['a', 1, '5'],
      ['b', 1, '6'],
    ]);
  });

  test('down repeats the first row', () => {
    const targets = fillTargets({ rows, firstColumn: 0, lastColumn: 1 }, 'down');
    expect(targets.map(({ rowId, text }) => [rowId, text])).toEqual([
      ['b', '5'],
      ['b', '1'],
    ]);
  });
});
