import { describe, expect, test } from 'vitest';
import {
  ANY,
  divideUnits,
  isNumber,
  multiplyUnits,
  NUMBER,
  parseUnit,
  powerUnit,
  rescaleUnit,
  sameMeasure,
  sameUnit,
  UNIT_WORDS,
} from '../../../shared/units/unit';
import { must } from '../../helpers/load-library';

const unit = (text: string) => must(parseUnit(text));
const same = (a: string, b: string) => sameUnit(unit(a), unit(b));

describe('units in words', () => {
  test('read money, activity, rates and counts', () => {
    expect(unit('GBP million')).toMatchObject({ powers: { GBP: 1 }, scale: 1e6 });
    expect(unit('GBP million per block')).toMatchObject({
      powers: { GBP: 1, block: -1 },
      scale: 1e6,
    });
    expect(unit('activity per block')).toMatchObject({
      powers: { activity: 1, block: -1 },
      scale: 1,
    });
    expect(unit('percent a year')).toMatchObject({ powers: {}, scale: 1 });
    expect(unit('GBP per band D property').powers).toEqual({ GBP: 1, property: -1 });
  });

  test('read singular and plural as one measure', () => {
    expect(same('people', 'person')).toBe(true);
    expect(same('band D properties', 'band D property')).toBe(true);
    expect(same('beds', 'bed')).toBe(true);
  });

  test('read every word they offer in messages', () => {
    for (const word of UNIT_WORDS) expect(parseUnit(word).ok, word).toBe(true);
  });

  test('refuse what they do not know, with the nearest word', () => {
    expect(parseUnit('GBP milion')).toMatchObject({
      ok: false,
      problems: [{ code: 'unit.unknown', remedy: "Did you mean 'GBP million'?" }],
    });
    for (const text of [
      '',
      'pounds',
      'GBP dozen',
      'GBP per',
      'per head',
      '__proto__',
      'constructor',
    ]) {
      expect(parseUnit(text).ok, text).toBe(false);
    }
  });

  test('of the same measure at another scale are not the same unit', () => {
    expect(same('GBP million', 'GBP thousand')).toBe(false);
    expect(sameMeasure(unit('GBP million'), unit('GBP thousand'))).toBe(true);
    expect(sameMeasure(unit('GBP million'), unit('bed'))).toBe(false);
  });
});

describe('units in formulas', () => {
  test('multiply and divide with exact scales', () => {
    const each = divideUnits(unit('GBP million'), unit('activity'));
    expect(sameUnit(each, unit('GBP million per activity'))).toBe(true);
    expect(sameUnit(multiplyUnits(each, unit('activity')), unit('GBP million'))).toBe(true);
    expect(divideUnits(unit('GBP billion'), unit('GBP thousand')).scale).toBe(1e6);
    expect(divideUnits(unit('GBP'), unit('GBP'))).toMatchObject({ powers: {}, scale: 1 });
  });

  test('keep a scale that is left when the measure cancels', () => {
    const ratio = divideUnits(unit('GBP million'), unit('GBP'));
    expect(isNumber(ratio)).toBe(false);
    expect(multiplyUnits(ratio, NUMBER).scale).toBe(1e6);
    expect(multiplyUnits(NUMBER, ratio).scale).toBe(1e6);
    expect(powerUnit(ratio, 2).scale).toBe(1e12);
  });

  test('are left alone by pure numbers, and a nil fits any of them', () => {
    expect(multiplyUnits(unit('bed'), unit('percent'))).toEqual(unit('bed'));
    expect(sameUnit(ANY, unit('GBP million'))).toBe(true);
    expect(multiplyUnits(ANY, unit('bed'))).toBe(ANY);
    expect(rescaleUnit(ANY, 1e6)).toBe(ANY);
  });

  test('are raised to whole powers', () => {
    expect(powerUnit(unit('bed'), 2).powers).toEqual({ bed: 2 });
    expect(powerUnit(unit('bed'), -1).powers).toEqual({ bed: -1 });
    expect(powerUnit(unit('bed'), 0)).toBe(NUMBER);
  });

  test('go from pounds to millions and back', () => {
    expect(sameUnit(rescaleUnit(unit('GBP'), 1e6), unit('GBP million'))).toBe(true);
    expect(sameUnit(rescaleUnit(unit('GBP million'), 1e-6), unit('GBP'))).toBe(true);
  });
});
