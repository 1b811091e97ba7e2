/**
 * What a payload may weigh before anyone reads it. It comes from a page that may have been taken over, by
 * structured clone (which carries cycles, maps and dates) or as JSON (which can nest without end).
 */
import { failure, type Problem, type Result, success } from '../../shared/errors/problem';

export const PAYLOAD_LIMITS = {
  /** Bytes of a request body, and characters of text in a cloned payload. */
  size: 1_000_000,
  depth: 12,
  /** Values of any kind, containers included. */
  values: 20_000,
} as const;

/** The payload itself when it is plain data within the limits; otherwise one `call.malformed`. */
export function checkPayload(payload: unknown): Result<unknown> {
  // A list of work rather than recursion: depth is what the stranger chooses. A cycle ends at the depth limit.
  const waiting: { readonly value: unknown; readonly depth: number }[] = [
    { value: payload, depth: 0 },
  ];
  let values = 0;
  let characters = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, depth } = next;
    values += 1;
    if (values > PAYLOAD_LIMITS.values) return malformed('holds too many values');
    if (depth > PAYLOAD_LIMITS.depth) return malformed('is nested too deeply');
    if (typeof value === 'string') characters += value.length;
    else if (!isPlain(value)) return malformed('holds something other than plain data');
    else if (typeof value === 'object' && value !== null) {
      for (const [key, child] of Object.entries(value)) {
        characters += key.length;
        waiting.push({ value: child, depth: depth + 1 });
        if (waiting.length > PAYLOAD_LIMITS.values) return malformed('holds too many values');
      }
    }
    if (characters > PAYLOAD_LIMITS.size) return malformed('is too large');
  }
  return success(payload);
}

function isPlain(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  if (typeof value === 'number' || typeof value === 'boolean') return true;
  if (typeof value !== 'object') return false;
  if (Array.isArray(value)) return true;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function malformed(fault: string): Result<never> {
  const problem: Problem = {
    code: 'call.malformed',
    message: `The request ${fault}.`,
    place: { path: 'request' },
  };
  return failure(problem);
}
