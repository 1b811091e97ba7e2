/** What a kernel is and what it may read: all that the rest of the engine knows of kernels. */
import type { Dimensions } from './dimensions';

/** Values of one node for one year, [element][draw]; `width` draws for each element, 1 when none differ. */
export interface Kernel {
  readonly over: readonly string[];
  readonly width: number;
  /** The array is the kernel's own and is overwritten by the next call. */
  readonly run: (year: number) => Float64Array;
}

/** What a kernel may read: the values of other lines. */
export interface KernelWorld {
  readonly dimensions: Dimensions;
  readonly draws: number;
  readonly firstYear: number;
  readonly lineOver: (line: string) => readonly string[];
  /** Draws the line keeps: `draws` or 1. */
  readonly lineWidth: (line: string) => number;
  /** The block of a line in a year index; undefined before it is calculated. */
  readonly block: (line: string, year: number) => Float64Array | undefined;
}
