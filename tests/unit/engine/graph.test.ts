import fc from 'fast-check';
import { expect, test } from 'vitest';
import '../../helpers/fixed-seed';
import { orderByNeed } from '../../../shared/engine/graph';

test('each node comes after all that it needs', () => {
  const acyclic = fc
    .array(fc.array(fc.nat(1000), { maxLength: 4 }), { maxLength: 40 })
    .map((all) => all.map((needs, node) => (node === 0 ? [] : needs.map((need) => need % node))));
  fc.assert(
    fc.property(acyclic, (needs) => {
      const { order, cycles } = orderByNeed(needs);
      expect(cycles).toEqual([]);
      expect([...order].sort((a, b) => a - b)).toEqual(needs.map((_, node) => node));
      const place = new Map(order.map((node, i) => [node, i]));
      needs.forEach((all, node) => {
        for (const need of all) expect(place.get(need)).toBeLessThan(place.get(node) as number);
      });
    }),
  );
});

test('a ring is told as the chain of its nodes, first repeated at the end', () => {
  expect(orderByNeed([[1], [2], [0], []])).toEqual({ order: [3], cycles: [[0, 1, 2, 0]] });
});

test('a node that needs itself is a ring of one', () => {
  expect(orderByNeed([[0]]).cycles).toEqual([[0, 0]]);
});

test('a chain of a hundred thousand nodes does not exhaust the stack', () => {
  const length = 100_000;
  const needs = Array.from({ length }, (_, i) => (i + 1 < length ? [i + 1] : []));
  expect(orderByNeed(needs).order[0]).toBe(length - 1);
});

test('free nodes keep the order in which they were met', () => {
  expect(orderByNeed([[], [], []]).order).toEqual([0, 1, 2]);
});
