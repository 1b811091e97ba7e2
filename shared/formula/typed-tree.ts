/** A formula settled: every node knows what it ranges over and what it measures. */
import type { FinancialYear } from '../units/financial-year';
import type { Unit } from '../units/unit';
import type { Operator } from './syntax';

/** What a formula may know of the lines and dimensions around it. */
export interface Surroundings {
  readonly lines: ReadonlyMap<string, { readonly over: readonly string[]; readonly unit: Unit }>;
  readonly dimensions: DimensionLattice;
}

/** Which dimensions map onto which. `maps(a, b)` is true when each element of a has one element of b. */
export interface DimensionLattice {
  readonly has: (dimension: string) => boolean;
  readonly names: readonly string[];
  readonly maps: (from: string, to: string) => boolean;
  /** True when `part` is a part of `whole`, so that widening makes sense. */
  readonly isPart: (part: string, whole: string) => boolean;
  readonly label: (dimension: string) => string;
  readonly elements: (dimension: string) => readonly string[];
}

export type When = 'now' | 'previous' | 'first' | FinancialYear;

interface Typed {
  readonly over: readonly string[];
  readonly unit: Unit;
  readonly position: number;
}

export type TypedTree = Typed &
  (
    | { readonly kind: 'number'; readonly value: number }
    | { readonly kind: 'year-name'; readonly name: string }
    | { readonly kind: 'line'; readonly line: string; readonly when: When }
    | { readonly kind: 'negate'; readonly arg: TypedTree }
    | {
        readonly kind: 'operate';
        readonly operator: Operator;
        readonly left: TypedTree;
        readonly right: TypedTree;
      }
    | { readonly kind: 'elementwise'; readonly name: string; readonly args: readonly TypedTree[] }
    | {
        readonly kind: 'reduce';
        readonly name: string;
        readonly arg: TypedTree;
        /** The dimensions that go; `arg` is read over them. */
        readonly dimensions: readonly string[];
        /** What `arg` is read over before the reduction. */
        readonly space: readonly string[];
      }
    | {
        readonly kind: 'share';
        readonly arg: TypedTree;
        readonly dimension: string;
        readonly space: readonly string[];
      }
    | {
        readonly kind: 'sum-by';
        readonly arg: TypedTree;
        readonly from: string;
        readonly to: string;
      }
    | {
        readonly kind: 'widen';
        readonly arg: TypedTree;
        readonly from: string;
        readonly to: string;
      }
    | {
        readonly kind: 'pick';
        readonly arg: TypedTree;
        readonly dimension: string;
        readonly element: string;
        readonly space: readonly string[];
      }
    | { readonly kind: 'count'; readonly dimension: string }
  );

/** A line that a formula reads: when, and the elements it picks by name. */
export interface Reference {
  readonly line: string;
  readonly when: When;
  readonly picked: Readonly<Record<string, string>>;
}

/** What a node is made of, in the order of the text. */
function childrenOf(tree: TypedTree): readonly TypedTree[] {
  switch (tree.kind) {
    case 'operate':
      return [tree.left, tree.right];
    case 'elementwise':
      return tree.args;
    case 'negate':
    case 'reduce':
    case 'share':
    case 'sum-by':
    case 'widen':
    case 'pick':
      return [tree.arg];
    default:
      return [];
  }
}

/** Every line a typed tree reads, in the order of the text. */
export function referencesOf(tree: TypedTree): Reference[] {
  if (tree.kind === 'line') return [{ line: tree.line, when: tree.when, picked: {} }];
  const found = childrenOf(tree).flatMap(referencesOf);
  if (tree.kind !== 'pick') return found;
  const { dimension, element } = tree;
  return found.map((each) => ({ ...each, picked: { ...each.picked, [dimension]: element } }));
}

/** True when the formula counts years, so that its value changes though nothing it reads does. */
export const countsYears = (tree: TypedTree): boolean =>
  tree.kind === 'year-name' || childrenOf(tree).some(countsYears);
