/** The operators as tight loops over typed arrays: they are most of the work of a run. */
import type { Operator } from '../formula/syntax';

/** Fills `draws` values from `to` on; a step of 0 reads one value for all of them. */
export type Loop = (
  out: Float64Array,
  to: number,
  x: Float64Array,
  i: number,
  stepX: number,
  y: Float64Array,
  j: number,
  stepY: number,
  draws: number,
) => void;

/** One loop an operator, so that each stays simple enough to be compiled tightly. */
export const LOOPS: Readonly<Record<Operator, Loop>> = {
  '+': (out, to, x, i, sx, y, j, sy, n) => {
    for (let d = 0; d < n; d += 1)
      out[to + d] = (x[i + d * sx] as number) + (y[j + d * sy] as number);
  },
  '-': (out, to, x, i, sx, y, j, sy, n) => {
    for (let d = 0; d < n; d += 1)
      out[to + d] = (x[i + d * sx] as number) - (y[j + d * sy] as number);
  },
  '*': (out, to, x, i, sx, y, j, sy, n) => {
    for (let d = 0; d < n; d += 1)
      out[to + d] = (x[i + d * sx] as number) * (y[j + d * sy] as number);
  },
  // Nothing divides by nothing: endless would turn back into a number further down.
  '/': (out, to, x, i, sx, y, j, sy, n) => {
    for (let d = 0; d < n; d += 1) {
      const by = y[j + d * sy] as number;
      out[to + d] = by === 0 ? Number.NaN : (x[i + d * sx] as number) / by;
    }
  },
  '^': (out, to, x, i, sx, y, j, sy, n) => {
    for (let d = 0; d < n; d += 1) {
      const base = x[i + d * sx] as number;
      out[to + d] = Number.isNaN(base) ? base : base ** (y[j + d * sy] as number);
    }
  },
  '<': (out, to, x, i, sx, y, j, sy, n) => {
    for (let d = 0; d < n; d += 1) {
      const a = x[i + d * sx] as number;
      const b = y[j + d * sy] as number;
      out[to + d] = a < b ? 1 : a >= b ? 0 : Number.NaN;
    }
  },
  '>': (out, to, x, i, sx, y, j, sy, n) => {
    for (let d = 0; d < n; d += 1) {
      const a = x[i + d * sx] as number;
      const b = y[j + d * sy] as number;
      out[to + d] = a > b ? 1 : a <= b ? 0 : Number.NaN;
    }
  },
  '<=': (out, to, x, i, sx, y, j, sy, n) => {
    for (let d = 0; d < n; d += 1) {
      const a = x[i + d * sx] as number;
      const b = y[j + d * sy] as number;
      out[to + d] = a <= b ? 1 : a > b ? 0 : Number.NaN;
    }
  },
  '>=': (out, to, x, i, sx, y, j, sy, n) => {
    for (let d = 0; d < n; d += 1) {
      const a = x[i + d * sx] as number;
      const b = y[j + d * sy] as number;
      out[to + d] = a >= b ? 1 : a < b ? 0 : Number.NaN;
    }
  },
  '==': (out, to, x, i, sx, y, j, sy, n) => {
    for (let d = 0; d < n; d += 1) {
      const a = x[i + d * sx] as number;
      const b = y[j + d * sy] as number;
      out[to + d] = a === b ? 1 : a < b || a > b ? 0 : Number.NaN;
    }
  },
  '!=': (out, to, x, i, sx, y, j, sy, n) => {
    for (let d = 0; d < n; d += 1) {
      const a = x[i + d * sx] as number;
      const b = y[j + d * sy] as number;
      out[to + d] = a < b || a > b ? 1 : a === b ? 0 : Number.NaN;
    }
  },
};
