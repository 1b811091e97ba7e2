/**
 * The engine worker as typed calls. Each job has a lane, and in a lane the newest request wins: one that
 * was overtaken before it finished comes back as `superseded`, and one that never started is not run.
 */
import type { JobName, JobReply, JobRequest, Jobs } from './messages';

export type Outcome<T> =
  | { readonly status: 'done'; readonly value: T; readonly milliseconds: number }
  | { readonly status: 'superseded' }
  | { readonly status: 'fault'; readonly message: string };

export interface EngineClient {
  readonly run: <N extends JobName>(
    job: N,
    input: Jobs[N]['in'],
    onProgress?: (text: string) => void,
  ) => Promise<Outcome<Jobs[N]['out']>>;
  /** Lets go of whatever the lane is doing; its result will not be delivered. */
  readonly cancel: (job: JobName) => void;
}

/** The part of Worker that is needed, so that a test can stand in for it. */
export interface Port {
  postMessage(message: JobRequest): void;
  onmessage: ((event: MessageEvent<JobReply>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

interface Pending {
  readonly request: JobRequest;
  readonly settle: (outcome: Outcome<never>) => void;
  readonly onProgress: ((text: string) => void) | undefined;
}

export function createEngineClient(port: Port): EngineClient {
  const running = new Map<JobName, Pending>();
  const waiting = new Map<JobName, Pending>();
  let lastId = 0;

  const send = (pending: Pending) => {
    running.set(pending.request.job, pending);
    port.postMessage(pending.request);
  };

  const overtake = (job: JobName) => {
    waiting.get(job)?.settle({ status: 'superseded' });
    waiting.delete(job);
    // The one under way still occupies the worker; only its answer is no longer wanted.
    running.get(job)?.settle({ status: 'superseded' });
  };

  port.onmessage = ({ data }) => {
    const pending = [...running.values()].find(({ request }) => request.id === data.id);
    if (!pending) return;
    if ('progress' in data) return pending.onProgress?.(data.progress);
    const { job } = pending.request;
    running.delete(job);
    if ('fault' in data) pending.settle({ status: 'fault', message: data.fault });
    else {
      const value = data.output as never;
      pending.settle({ status: 'done', value, milliseconds: data.milliseconds });
    }
    const next = waiting.get(job);
    waiting.delete(job);
    if (next) send(next);
  };

  port.onerror = (event) => {
    const lost = [...running.values(), ...waiting.values()];
    running.clear();
    waiting.clear();
    for (const { settle } of lost) settle({ status: 'fault', message: event.message });
  };

  return {
    run: (job, input, onProgress) =>
      new Promise((settle) => {
        overtake(job);
        lastId += 1;
        const pending: Pending = { request: { id: lastId, job, input }, settle, onProgress };
        if (running.has(job)) waiting.set(job, pending);
        else send(pending);
      }),
    cancel: overtake,
  };
}

export const startEngine = (): EngineClient =>
  createEngineClient(
    new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module', name: 'engine' }),
  );
