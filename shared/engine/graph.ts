/** A generic ordering of named nodes by what they need. Knows nothing of lines or years. */

export interface Ordering {
  /** Nodes in an order in which each comes after all it needs; those on a cycle are left out. */
  readonly order: readonly number[];
  /** Each cycle as the chain of nodes, first repeated at the end. */
  readonly cycles: readonly (readonly number[])[];
}

/**
 * Orders nodes 0…n−1. Iterative, so that a chain of a hundred thousand nodes does not exhaust the stack,
 * and stable: among those that are free, the lowest index comes first as met.
 */
export function orderByNeed(needs: readonly (readonly number[])[]): Ordering {
  const NEW = 0;
  const OPEN = 1;
  const DONE = 2;
  const state = new Uint8Array(needs.length);
  const order: number[] = [];
  const cycles: number[][] = [];
  for (let root = 0; root < needs.length; root += 1) {
    if (state[root] !== NEW) continue;
    const path: number[] = [root];
    const next: number[] = [0];
    state[root] = OPEN;
    while (path.length > 0) {
      const node = path[path.length - 1] as number;
      const position = next[next.length - 1] as number;
      const need = needs[node]?.[position];
      if (need === undefined) {
        state[node] = DONE;
        order.push(node);
        path.pop();
        next.pop();
        continue;
      }
      next[next.length - 1] = position + 1;
      if (state[need] === NEW) {
        state[need] = OPEN;
        path.push(need);
        next.push(0);
      } else if (state[need] === OPEN) {
        cycles.push([...path.slice(path.indexOf(need)), need]);
      }
    }
  }
  const onCycle = new Set(cycles.flat());
  return { order: order.filter((node) => !onCycle.has(node)), cycles };
}
