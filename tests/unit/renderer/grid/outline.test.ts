import { describe, expect, test } from 'vitest';
import { filterRows, outline } from '../../../../renderer/grid/outline';
import { row } from '../views-fixture';

const rows = [
  row('section', { label: 'Activity', level: 0, kind: 'heading', values: [] }),
  row('growth', { label: 'Growth', level: 1, kind: 'heading', values: [] }),
  row('ae', { label: 'A&E', level: 2 }),
  row('emergency', { label: 'Emergency', level: 2, mark: 'recalled', source: 'NHS England' }),
  row('total', { label: 'Total', level: 0, kind: 'total' }),
];

const shown = (folded: string[]) => outline(rows, new Set(folded)).map(({ key }) => key);

describe('outline', () => {
  test('shows every row when nothing is folded', () => {
    expect(shown([])).toEqual(['section', 'growth', 'ae', 'emergency', 'total']);
  });

  test('hides all that stands deeper than a folded group, and nothing after it', () => {
    expect(shown(['section'])).toEqual(['section', 'total']);
    expect(shown(['growth'])).toEqual(['section', 'growth', 'total']);
  });

  test('a row without deeper ones below it cannot fold', () => {
    const parts = outline(rows, new Set(['total']));
    expect(parts.map(({ hasChildren }) => hasChildren)).toEqual([true, true, false, false, false]);
  });

  test('tells a heading that comes back from the first', () => {
    const heading = row('twice', { kind: 'heading', level: 0 });
    expect(outline([heading, heading], new Set()).map(({ key }) => key)).toEqual([
      'twice',
      'twice#2',
    ]);
  });
});

describe('filterRows', () => {
  const found = (filter: string) => filterRows(rows, filter).map(({ id }) => id);

  test('keeps everything for an empty filter', () => {
    expect(found('  ')).toHaveLength(rows.length);
  });

  test('keeps the groups above what it finds', () => {
    expect(found('emergency')).toEqual(['section', 'growth', 'emergency']);
  });

  test('words may lie in a group’s label, a mark or a source, in any order', () => {
    expect(found('recalled growth england')).toEqual(['section', 'growth', 'emergency']);
  });

  test('a group alone is not a find', () => {
    expect(found('nothing of the sort')).toEqual([]);
  });
});
