/** Requests are strangers' data: a name and a payload become a typed request, or every reason why not. */
import type { z } from 'zod';
import { didYouMean } from '../errors/nearest';
import { failure, type Problem, type Result, success } from '../errors/problem';
import { CALL_NAMES, type CallName, CONTRACT, isCallName, type RequestOf } from './contract';

/** Problems: `call.unknown` for a name outside the table, `call.malformed` once for each fault. */
export function decodeRequest<N extends CallName>(name: N, payload: unknown): Result<RequestOf<N>>;
export function decodeRequest(name: string, payload: unknown): Result<RequestOf<CallName>>;
export function decodeRequest(name: string, payload: unknown): Result<RequestOf<CallName>> {
  if (!isCallName(name)) return failure(unknownCall(name));
  const parsed = CONTRACT[name].request.safeParse(payload);
  if (parsed.success) return success(parsed.data);
  return failure(...parsed.error.issues.flatMap((issue) => describeIssue(name, issue)));
}

function unknownCall(name: string): Problem {
  const remedy = didYouMean(name, CALL_NAMES);
  return {
    code: 'call.unknown',
    message: `There is no call named '${name.slice(0, 80)}'.`,
    remedy: remedy || `Calls: ${CALL_NAMES.join(', ')}.`,
  };
}

function describeIssue(name: string, issue: z.core.$ZodIssue): Problem[] {
  const malformed = (message: string, path = issue.path): Problem => ({
    code: 'call.malformed',
    message: `The request to ${name} is malformed: ${message}`,
    place: { path: writePath(path) },
  });
  switch (issue.code) {
    case 'invalid_type':
      return [malformed(`expected ${article(issue.expected)}.`)];
    case 'too_big':
      return [
        malformed(`more than ${issue.maximum} ${UNITS[issue.origin] ?? ''}`.trim().concat('.')),
      ];
    case 'unrecognized_keys':
      // Sliced: the keys are a stranger's, and there may be thousands.
      return issue.keys
        .slice(0, 20)
        .map((key) => malformed('nothing by this name belongs here.', [...issue.path, key]));
    default:
      return [malformed(`${issue.message}.`)];
  }
}

const UNITS: Readonly<Record<string, string>> = { string: 'characters', array: 'entries' };

const article = (noun: string): string => (/^[aeiou]/.test(noun) ? `an ${noun}` : `a ${noun}`);

/** `['set', 2]` -> `set[2]`; the request itself is `request`. */
function writePath(path: readonly PropertyKey[]): string {
  const text = path.reduce<string>((before, part) => {
    if (typeof part === 'number') return `${before}[${part}]`;
    const key = String(part).slice(0, 80);
    return before === '' ? key : `${before}.${key}`;
  }, '');
  return text === '' ? 'request' : text;
}
