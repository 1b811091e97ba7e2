import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { GivenCell } from '../../shared/domain/cell';
import '../helpers/fixed-seed';
import { bytesOf, cell, line, runSmall, type World } from '../helpers/small-world';

/** Every kind of node, look-back and collector over three inputs that draws may change. */
const LINES = [
  line('rate', ['shift'], undefined),
  line('weight', ['ward'], 'years_from_start + 1', { input: true }),
  line('step', [], undefined, { extend: 'zero' }),
  line('mix', ['ward', 'shift'], 'weight * rate + step'),
  line('grown', ['ward'], 'prev(grown) * (1 + step) + base(weight)', { opening: 'weight' }),
  line('later', [], 'prev(total) / 2', { opening: '1' }),
  line('total', [], 'sum(mix, ward, shift)'),
  line('parts', ['ward', 'shift'], 'share(mix, ward)'),
  line('by_area', ['area', 'shift'], 'sum_by(mix, area)'),
  line('wide', ['ward'], 'widen(north_beds / north_beds * weight, ward)'),
  line('one', ['shift'], 'pick(mix, ward, "b")'),
  line('kept', ['shift'], 'product(1 - weight / 100, ward) * rate'),
  line('most', [], 'largest(weight, ward)'),
  line('choice', ['ward'], 'if(weight > 2, ratio(weight, step), -weight)'),
  line('at_year', [], 'at(total, "2015/16") + calendar_year'),
  line('blocks', ['ward'], 'max(ceil(weight), prev(blocks))', { opening: 'ceil(weight)' }),
  line('pot', ['area'], undefined, { collects: true, input: false }),
  line('from_mix', ['ward', 'shift'], 'mix * 2', { contributesTo: 'pot' }),
  line('from_plain', ['ward'], 'beds / base(beds)', { contributesTo: 'pot' }),
  line('fixed', [], 'cost * 2', { unit: 'GBP million' }),
];

const value = fc.double({ min: -50, max: 50, noNaN: true });
const year = fc.option(fc.constantFrom(2015, 2016, 2017), { nil: undefined });
const change: fc.Arbitrary<GivenCell> = fc.oneof(
  fc
    .tuple(fc.constantFrom('day', 'night'), value, year)
    .map(([shift, x, at]) => cell('rate', x, { shift }, at)),
  fc
    .tuple(fc.constantFrom('a', 'b', 'c'), value, year)
    .map(([ward, x, at]) => cell('weight', x, { ward }, at)),
  fc.tuple(value, year).map(([x, at]) => cell('step', x, {}, at)),
  value.map((x) => cell('weight', x)),
);
const common = [cell('rate', 2), cell('rate', 3, { shift: 'night' }), cell('step', 0.1, {}, 2016)];
const draws = fc.array(fc.array(change, { maxLength: 4 }), { minLength: 1, maxLength: 6 });

const ofDraw = (world: World, draw: number): number[] =>
  world.program.lines.flatMap((each) =>
    [0, 1, 2].flatMap((at) =>
      Array.from({ length: each.size }, (_, element) =>
        world.projection.value(each.index, at, element, draw),
      ),
    ),
  );

test('a run of n draws gives, to the bit, what n runs of one draw give', () => {
  fc.assert(
    fc.property(draws, (all) => {
      const together = runSmall(LINES, common, all);
      expect(together.program.problems).toEqual([]);
      all.forEach((each, draw) => {
        const alone = runSmall(LINES, common, [each]);
        expect(ofDraw(together, draw)).toEqual(ofDraw(alone, 0));
      });
    }),
    { numRuns: 60 },
  );
});

test('a draw without changes gives the common run, whatever the other draws do', () => {
  fc.assert(
    fc.property(draws, (all) => {
      const plain = runSmall(LINES, common);
      const among = runSmall(LINES, common, [...all, []]);
      expect(ofDraw(among, all.length)).toEqual(ofDraw(plain, 0));
    }),
    { numRuns: 30 },
  );
});

test('the same draws give the same bytes twice, and in another order the same draws', () => {
  fc.assert(
    fc.property(draws, (all) => {
      const once = runSmall(LINES, common, all);
      expect(bytesOf(runSmall(LINES, common, all).projection)).toBe(bytesOf(once.projection));
      const back = runSmall(LINES, common, [...all].reverse());
      all.forEach((_, draw) => {
        expect(ofDraw(back, all.length - 1 - draw)).toEqual(ofDraw(once, draw));
      });
    }),
    { numRuns: 30 },
  );
});
