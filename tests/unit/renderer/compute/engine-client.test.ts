import { describe, expect, test } from 'vitest';
import { createEngineClient, type Port } from '../../../../renderer/compute/engine-client';
import type { JobReply, JobRequest } from '../../../../renderer/compute/messages';

function fakePort() {
  const sent: JobRequest[] = [];
  const port: Port = {
    postMessage: (request) => sent.push(request),
    onmessage: null,
    onerror: null,
  };
  const answer = (reply: JobReply) => port.onmessage?.({ data: reply } as MessageEvent<JobReply>);
  return { port, sent, answer };
}

const done = (id: number, output: unknown): JobReply => ({ id, output, milliseconds: 5 });

describe('the engine client', () => {
  test('delivers an answer with the time it took', async () => {
    const { port, answer } = fakePort();
    const outcome = createEngineClient(port).run('open', 'testshire');
    answer(done(1, 'opened'));
    expect(await outcome).toEqual({ status: 'done', value: 'opened', milliseconds: 5 });
  });

  test('passes progress on without ending the job', async () => {
    const { port, answer } = fakePort();
    const told: string[] = [];
    const outcome = createEngineClient(port).run('load', {}, (text) => told.push(text));
    answer({ id: 1, progress: 'Reading' });
    answer(done(1, 'read'));
    expect((await outcome).status).toBe('done');
    expect(told).toEqual(['Reading']);
  });

  test('the newest request of a lane wins, and those between never reach the worker', async () => {
    const { port, sent, answer } = fakePort();
    const client = createEngineClient(port);
    const outcomes = ['a', 'b', 'c'].map((id) => client.run('open', id));
    expect(sent.map(({ input }) => input)).toEqual(['a']);
    answer(done(1, 'stale'));
    expect(sent.map(({ input }) => input)).toEqual(['a', 'c']);
    answer(done(3, 'fresh'));
    const settled = await Promise.all(outcomes);
    expect(settled.map(({ status }) => status)).toEqual(['superseded', 'superseded', 'done']);
  });

  test('lanes do not overtake each other', async () => {
    const { port, answer } = fakePort();
    const client = createEngineClient(port);
    const first = client.run('open', 'a');
    const second = client.run('load', {});
    answer(done(1, 'opened'));
    answer(done(2, 'read'));
    expect((await first).status).toBe('done');
    expect((await second).status).toBe('done');
  });

  test('a cancelled job settles at once and its late answer is dropped', async () => {
    const { port, answer } = fakePort();
    const client = createEngineClient(port);
    const outcome = client.run('open', 'a');
    client.cancel('open');
    expect(await outcome).toEqual({ status: 'superseded' });
    expect(() => answer(done(1, 'late'))).not.toThrow();
  });

  test('a fault of one job, or of the worker itself, is an outcome and not an exception', async () => {
    const { port, answer } = fakePort();
    const client = createEngineClient(port);
    const first = client.run('open', 'a');
    answer({ id: 1, fault: 'broken' });
    expect(await first).toEqual({ status: 'fault', message: 'broken' });
    const second = client.run('open', 'b');
    port.onerror?.({ message: 'gone' } as ErrorEvent);
    expect(await second).toEqual({ status: 'fault', message: 'gone' });
  });
});
