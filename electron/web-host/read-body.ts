/** Reads a JSON body of limited size. */
import type { IncomingMessage } from 'node:http';
import { PAYLOAD_LIMITS } from '../services/payload-limits';
import { type Refusal, refusal } from './guards';

export type Body =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly refusal: Refusal };

const TOO_LARGE = refusal(413, 'call.malformed', 'The request is too large.');
const NOT_JSON = refusal(400, 'call.malformed', 'The request is not JSON.');

export async function readJson(request: IncomingMessage): Promise<Body> {
  // The stated length first: an honest giant is refused before it is sent.
  if (Number(request.headers['content-length'] ?? 0) > PAYLOAD_LIMITS.size) {
    return { ok: false, refusal: TOO_LARGE };
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += (chunk as Buffer).length;
    if (size > PAYLOAD_LIMITS.size) return { ok: false, refusal: TOO_LARGE };
    chunks.push(chunk as Buffer);
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false, refusal: NOT_JSON };
  }
}
