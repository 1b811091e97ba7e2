// HTTP as an attacker would write it: any path, any header, nothing tidied. `fetch` refuses to send most of it.

import { request } from 'node:http';

export interface RawRequest {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

export interface RawReply {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly text: string;
  /** The body as a problem's code; empty when there is none. */
  readonly code: string;
  readonly json: () => { ok?: boolean; value?: unknown; problems?: { code: string }[] };
}

export function sendRaw(origin: string, raw: RawRequest = {}): Promise<RawReply> {
  const { hostname, port } = new URL(origin);
  const { method = 'GET', path = '/', headers = {}, body } = raw;
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, method, path, headers, agent: false }, (reply) => {
      const chunks: Buffer[] = [];
      reply.on('data', (chunk: Buffer) => chunks.push(chunk));
      reply.on('error', reject);
      reply.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        const json = () => JSON.parse(text);
        const isJson = reply.headers['content-type']?.startsWith('application/json') ?? false;
        const code = isJson && text ? (json().problems?.[0]?.code ?? '') : '';
        resolve({ status: reply.statusCode ?? 0, headers: reply.headers, text, code, json });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** What a browser adds to a POST of our own page. */
export function ownPost(
  origin: string,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): RawRequest {
  return {
    method: 'POST',
    path,
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: {
      origin,
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/json',
      ...headers,
    },
  };
}
