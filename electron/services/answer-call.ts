/**
 * One way to answer a call, whichever host it came through: weigh, decode, handle, and never let a fault of
 * ours reach the page as anything but a plain sentence.
 */
import { type CallName, CONTRACT } from '../../shared/contract/contract';
import { decodeRequest } from '../../shared/contract/decode-call';
import { failure, type Problem, type Result } from '../../shared/errors/problem';
import type { Handlers } from './handlers';
import { checkPayload } from './payload-limits';

export type AnswerCall = (name: string, payload: unknown) => Promise<Result<unknown>>;

/** Told of a bug with the call it happened in; the page is not. */
export type ReportBug = (call: string, error: unknown) => void;

export function createAnswerCall(handlers: Handlers, reportBug: ReportBug): AnswerCall {
  return async (name, payload) => {
    try {
      const weighed = checkPayload(payload);
      if (!weighed.ok) return weighed;
      const request = decodeRequest(name, weighed.value);
      if (!request.ok) return request;
      // The name is in the table, or it would not have decoded.
      return await handle(handlers, name as CallName, request.value);
    } catch (error) {
      reportBug(name, error);
      return failure(hostBug(name));
    }
  };
}

async function handle<N extends CallName>(
  handlers: Handlers,
  name: N,
  request: unknown,
): Promise<Result<unknown>> {
  const handler = handlers[name] as (request: unknown) => Promise<Result<unknown>>;
  const answer = await handler(request);
  if (answer.ok) assertWithinContract(name, answer.value);
  return answer;
}

/** What we say is checked too: an answer outside the contract is our bug, found here and not in the page. */
function assertWithinContract(name: CallName, value: unknown): void {
  const parsed = CONTRACT[name].response.safeParse(value);
  if (parsed.success) return;
  const [issue] = parsed.error.issues;
  throw new Error(
    `the answer is outside the contract at ${issue?.path.join('.')}: ${issue?.message}`,
  );
}

function hostBug(name: string): Problem {
  return {
    code: 'host.bug',
    message: `Footbridge met a fault of its own while answering ${name}.`,
    remedy: 'Nothing was changed. Try again; if it happens again, please report it.',
  };
}
