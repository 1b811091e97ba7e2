import { describe, expect, test } from 'vitest';
import { blockOf, edgesIn, step, tallyOf } from '../../../../renderer/grid/range';
import { row } from '../views-fixture';

const rows = [row('a'), row('b', { values: [4, null, 6] }), row('c', { unit: 'people' })];
const at = (rowId: string, column: number) => ({ rowId, column });

describe('blockOf', () => {
  test('runs between its corners in whichever direction it was drawn', () => {
    const block = blockOf({ anchor: at('b', 2), focus: at('a', 0) }, rows, 3);
    expect(block?.rows.map(({ id }) => id)).toEqual(['a', 'b']);
    expect([block?.firstColumn, block?.lastColumn]).toEqual([0, 2]);
  });

  test('a label means its whole row', () => {
    const block = blockOf({ anchor: at('a', -1), focus: at('a', -1) }, rows, 3);
    expect([block?.firstColumn, block?.lastColumn]).toEqual([0, 2]);
  });

  test('is nothing when a corner was filtered away', () => {
    expect(blockOf({ anchor: at('gone', 0), focus: at('a', 0) }, rows, 3)).toBeUndefined();
  });
});

describe('tallyOf', () => {
  test('adds what is there and passes over blanks', () => {
    const block = { rows: rows.slice(0, 2), firstColumn: 0, lastColumn: 2 };
    expect(tallyOf(block)).toEqual({ count: 5, sum: 16, unit: 'GBP million' });
  });

  test('names no unit when the cells have several', () => {
    expect(tallyOf({ rows, firstColumn: 0, lastColumn: 0 }).unit).toBeNull();
  });
});

describe('edgesIn', () => {
  const block = { rows, firstColumn: 1, lastColumn: 2 };

  test('names the sides a cell lies on', () => {
    expect(edgesIn(block, 'a', 1)).toEqual(['top', 'left']);
    expect(edgesIn(block, 'b', 2)).toEqual(['right']);
    expect(edgesIn(block, 'c', 2)).toEqual(['bottom', 'right']);
  });

  test('is nothing outside', () => {
    expect(edgesIn(block, 'a', 0)).toBeUndefined();
  });
});

describe('step', () => {
  test('stays inside the table', () => {
    expect(step(at('a', 0), 'ArrowUp', false, rows, 3)).toEqual(at('a', 0));
    expect(step(at('c', 2), 'ArrowRight', false, rows, 3)).toEqual(at('c', 2));
  });

  test('jumps to the edge', () => {
    expect(step(at('a', 0), 'ArrowDown', true, rows, 3)).toEqual(at('c', 0));
    expect(step(at('a', 0), 'ArrowRight', true, rows, 3)).toEqual(at('a', 2));
  });
});
