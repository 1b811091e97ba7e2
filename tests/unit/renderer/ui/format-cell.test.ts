import { describe, expect, test } from 'vitest';
import { editableText, formatCell, isMoney, unitLabel } from '../../../../renderer/ui/format-cell';

describe('a number in a cell', () => {
  test('looks like its unit', () => {
    expect(formatCell(-1234.56, 'GBP million')).toBe('−1,234.6');
    expect(formatCell(1400000, 'people')).toBe('1,400,000');
    expect(formatCell(null, 'people')).toBe('');
  });

  test('is offered for editing whole', () => {
    expect(editableText(-1234.56789, 'GBP million')).toBe('-1234.56789');
    expect(editableText(0.0285, 'percent a year')).toBe('2.85%');
    expect(editableText(undefined, 'people')).toBe('');
  });

  test('says whether below zero it is a shortfall', () => {
    expect(isMoney('GBP million')).toBe(true);
    expect(isMoney('percent a year')).toBe(false);
    expect(unitLabel('GBP million')).toBe('£m');
  });
});
