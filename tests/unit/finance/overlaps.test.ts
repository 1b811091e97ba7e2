import { describe, expect, test } from 'vitest';
import type { Claim, Pot, PotKind } from '../../../shared/finance/claims';
import type { SharedCost } from '../../../shared/finance/cost-line-overlaps';
import { nameOverlaps } from '../../../shared/finance/overlaps';

const claim = (scheme: string, claimed: number, counted = claimed): Claim => ({
  scheme,
  claimed,
  counted,
});

function pot(kind: PotKind, at: Pot['at'], holds: number, claims: readonly Claim[]): Pot {
  const sum = (side: 'claimed' | 'counted') =>
    claims.reduce((total, each) => total + each[side], 0);
  return { kind, at, holds, claims, claimed: sum('claimed'), counted: sum('counted') };
}

const EMERGENCIES = { cohort: 'older_people', setting: 'emergency', provider: 'T1' };
const VISITS = { cohort: 'older_people', setting: 'ae', provider: 'T1' };

describe('overlaps by pair', () => {
  test('share what a pot took off by the product of the claims', () => {
    // 6 taken off; products 2 × 4, 2 × 6 and 4 × 6 are 8, 12 and 24 of 44.
    const claims = [claim('a', 2, 1), claim('b', 4, 2), claim('c', 6, 3)];
    const overlaps = nameOverlaps([pot('activity', EMERGENCIES, 100, claims)], []);
    expect(overlaps.map(({ schemes, removed }) => [...schemes, removed])).toEqual([
      ['b', 'c', true],
      ['a', 'c', true],
      ['a', 'b', true],
    ]);
    expect(overlaps.map(({ amount }) => amount)).toEqual([
      (6 * 24) / 44,
      (6 * 12) / 44,
      (6 * 8) / 44,
    ]);
  });

  test('add up over pots, and are placed where at least half of them lies', () => {
    const pots = [
      pot('activity', EMERGENCIES, 100, [claim('a', 2, 1), claim('b', 4, 2)]),
      pot('activity', { ...EMERGENCIES, provider: 'T2' }, 100, [
        claim('a', 2, 1),
        claim('b', 4, 3),
      ]),
      pot('activity', VISITS, 100, [claim('a', 2, 1), claim('b', 2, 1)]),
    ];
    expect(nameOverlaps(pots, [])).toEqual([
      {
        schemes: ['a', 'b'],
        kind: 'activity',
        place: ['older_people', 'emergency'],
        amount: 7,
        removed: true,
      },
    ]);
  });

  test('name no place where none holds half', () => {
    const shared = [claim('a', 2, 1), claim('b', 2, 1)];
    const places = ['emergency', 'ae', 'elective'].map((setting) => ({ ...EMERGENCIES, setting }));
    const [overlap] = nameOverlaps(
      places.map((at) => pot('activity', at, 100, shared)),
      [],
    );
    expect(overlap?.place).toEqual([]);
  });

  test('of two releases of cost are left to the pot of activity', () => {
    const claims = [claim('wards', 5), claim('site', 8), claim('productivity', 10, 9)];
    const overlaps = nameOverlaps([pot('trust_cost', { provider: 'T1' }, 200, claims)], []);
    expect(overlaps.map(({ schemes }) => schemes.join())).toEqual([
      'site,productivity',
      'wards,productivity',
    ]);
    expect(overlaps.reduce((sum, { amount }) => sum + amount, 0)).toBeCloseTo(1, 12);
  });

  test('of a declared saving are the product over what the service holds, and at most the smaller', () => {
    const service = (counted: number) =>
      pot('service', { service: 'prescribing' }, 200, [
        claim('case', 4, 4),
        claim('measure', 10, counted),
      ]);
    expect(nameOverlaps([service(0)], [])).toMatchObject([
      { schemes: ['case', 'measure'], amount: 0.2, atMost: 4, removed: false },
    ]);
  });

  test('of two measures of spend are in the pot of spend alone', () => {
    const claims = [claim('case', 0.001, 0.001), claim('x', 10, 0), claim('y', 10, 0)];
    const overlaps = nameOverlaps([pot('service', { service: 'prescribing' }, 200, claims)], []);
    expect(overlaps.map(({ schemes }) => schemes.join())).not.toContain('x,y');
  });
});

describe('two savings on one part of cost', () => {
  const shared: SharedCost = {
    schemes: ['a', 'b'],
    costLine: 'back_office',
    amount: 3,
    beside: 3,
    atMost: 12,
  };
  const taken = (off: number) =>
    pot('trust_cost', { provider: 'T1' }, 500, [
      claim('a', 12, 12 - off / 2),
      claim('b', 20, 20 - off / 2),
    ]);
  const standing = (pots: readonly Pot[], each = shared) =>
    nameOverlaps(pots, [each]).filter(({ kind }) => kind === 'cost_line');

  test('stand with what compounding on the whole of cost has not taken off', () => {
    expect(standing([taken(1)])).toEqual([
      {
        schemes: ['a', 'b'],
        kind: 'cost_line',
        place: ['back_office'],
        amount: 2,
        atMost: 12,
        removed: false,
      },
    ]);
  });

  test('stand in full where nothing is compounded', () => {
    expect(standing([])).toMatchObject([{ amount: 3 }]);
  });

  test('do not stand where compounding took off as much, or all but a crumb', () => {
    expect(standing([taken(3)])).toEqual([]);
    expect(standing([taken(2.5)])).toEqual([]);
  });

  test('do not stand for productivity on care that has gone', () => {
    expect(standing([], { ...shared, beside: 0 })).toEqual([]);
  });
});
