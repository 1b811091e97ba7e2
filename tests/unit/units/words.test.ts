import { describe, expect, test } from 'vitest';
import { sumOf } from '../../../shared/units/sum';
import { countOf, idInWords, listOf, midSentence, upperFirst } from '../../../shared/units/words';

describe('words around numbers', () => {
  test('lists read as people write them', () => {
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(listOf)).toEqual([
      '',
      'a',
      'a and b',
      'a, b and c',
    ]);
  });

  test('a count takes an s unless it is one', () => {
    expect([0, 1, 2].map((count) => countOf(count, 'flag'))).toEqual([
      '0 flags',
      '1 flag',
      '2 flags',
    ]);
  });

  test('a label loses its capital inside a sentence, a name in capitals does not', () => {
    expect(['Change in activity', 'A&E visits', 'PACS'].map(midSentence)).toEqual([
      'change in activity',
      'A&E visits',
      'PACS',
    ]);
    expect(upperFirst('social care')).toBe('Social care');
  });

  test('an id is words', () => {
    expect(idInWords('bed_days_change')).toBe('bed days change');
  });
});

test('a sum of nothing is nothing', () => {
  expect(sumOf([], (value: number) => value)).toBe(0);
  expect(sumOf([1, 2, 3], (value) => value * 2)).toBe(12);
});
