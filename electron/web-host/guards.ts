/**
 * What a request must be before it is looked at. Any page in any browser on this machine can send requests
 * here, under any name that resolves to 127.0.0.1; these checks let only our own page through.
 */
import type { IncomingHttpHeaders } from 'node:http';
import type { Problem } from '../../shared/errors/problem';

export interface Refusal {
  readonly status: number;
  readonly problem: Problem;
}

export interface Head {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
}

/** Every check that needs the head of the request alone, in order; undefined when it may come in. */
export function refuseHead({ method, headers }: Head, authority: string): Refusal | undefined {
  // Another name for this address means that a page elsewhere has had its own name pointed at us.
  if (headers.host !== authority) {
    return refusal(421, 'host.misdirected', `This is ${authority} and answers to no other name.`);
  }
  if (method !== 'GET' && method !== 'HEAD' && method !== 'POST') {
    return refusal(405, 'host.method', 'Only GET, HEAD and POST are answered here.');
  }
  const isPost = method === 'POST';
  if (!isOwnSite(headers['sec-fetch-site'], isPost)) {
    return refusal(403, 'host.foreign', 'Another page may not use this one.');
  }
  if (!isOwnOrigin(headers.origin, `http://${authority}`, isPost)) {
    return refusal(403, 'host.foreign', 'Another page may not use this one.');
  }
  // A form can send other types across origins without asking; JSON it cannot.
  if (isPost && !/^application\/json(;\s*charset=utf-8)?$/i.test(headers['content-type'] ?? '')) {
    return refusal(415, 'host.content-type', 'Requests are application/json.');
  }
  return undefined;
}

/**
 * `none` is a person typing the address. A GET without the header comes from no page of a current browser, and
 * what GET serves holds no secret; a POST has to say where it comes from.
 */
function isOwnSite(site: string | string[] | undefined, isPost: boolean): boolean {
  if (site === 'same-origin') return true;
  return !isPost && (site === undefined || site === 'none');
}

function isOwnOrigin(origin: string | undefined, own: string, isPost: boolean): boolean {
  return origin === own || (!isPost && origin === undefined);
}

export function refusal(status: number, code: string, message: string, remedy?: string): Refusal {
  return { status, problem: { code, message, ...(remedy ? { remedy } : {}) } };
}
