/**
 * The host API on loopback: the page's files by GET, `POST /session` to swap the code, `POST /call/<name>` for
 * every call of the contract. Listens on 127.0.0.1, on a port the system picks, and nowhere else.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { failure, type Result, success } from '../../shared/errors/problem';
import type { AnswerCall } from '../services/answer-call';
import { SECURITY_HEADERS } from '../services/content-policy';
import { readRendererFile } from '../services/renderer-files';
import { type Refusal, refusal, refuseHead } from './guards';
import { readJson } from './read-body';
import type { Session } from './session';

const TOKEN_HEADER = 'x-footbridge-token';

export interface WebHostOptions {
  readonly rendererFolder: string;
  readonly answer: AnswerCall;
  readonly session: Session;
}

export interface WebHost {
  /** `http://127.0.0.1:PORT`, without a code. */
  readonly origin: string;
  /** Ends every connection and frees the port. */
  readonly close: () => Promise<void>;
}

export async function startWebHost(options: WebHostOptions): Promise<WebHost> {
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000 });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const authority = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  server.on('request', (request, response) => {
    respond(options, authority, request, response).catch(() => response.destroy());
  });
  refuseOtherProtocols(server);
  return { origin: `http://${authority}`, close: () => close(server) };
}

/** No web sockets and no tunnels. A request that is not HTTP gets no answer. */
function refuseOtherProtocols(server: Server): void {
  const end = 'HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n';
  server.on('upgrade', (_request, socket) => socket.end(end));
  server.on('connect', (_request, socket) => socket.end(end));
  server.on('clientError', (_error, socket) => socket.destroy());
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function respond(
  options: WebHostOptions,
  authority: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const method = request.method ?? '';
  const refused = refuseHead({ method, headers: request.headers }, authority);
  if (refused) return sendRefusal(response, refused);
  // Cut by hand: a URL parser would tidy the path before it is checked.
  const [pathname = ''] = (request.url ?? '').split(/[?#]/);
  if (method === 'POST') return respondToPost(options, pathname, request, response);
  const file = await readRendererFile(options.rendererFolder, pathname);
  if (!file) return sendRefusal(response, NOT_HERE);
  response.writeHead(200, {
    ...SECURITY_HEADERS,
    'Content-Type': file.type,
    'Content-Length': file.bytes.length,
  });
  response.end(method === 'HEAD' ? undefined : file.bytes);
}

async function respondToPost(
  { session, answer }: WebHostOptions,
  pathname: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readJson(request);
  if (!body.ok) return sendRefusal(response, body.refusal);
  if (pathname === '/session') {
    const token = session.swapCode(readCode(body.value));
    return token ? sendResult(response, 200, success({ token })) : sendRefusal(response, BAD_CODE);
  }
  const token = request.headers[TOKEN_HEADER];
  if (typeof token !== 'string' || !session.holdsToken(token)) {
    return sendRefusal(response, NO_TOKEN);
  }
  if (!pathname.startsWith('/call/')) return sendRefusal(response, NOT_HERE);
  const name = pathname.slice('/call/'.length);
  const result = await answer(name, body.value);
  sendResult(response, statusOf(result), result);
}

// For people reading logs: the page reads the body. A problem that a call foresees is still an answer.
const STATUS: Readonly<Record<string, number>> = {
  'call.malformed': 400,
  'call.unknown': 404,
  'host.bug': 500,
};

const statusOf = (result: Result<unknown>): number =>
  result.ok ? 200 : (STATUS[result.problems[0]?.code ?? ''] ?? 200);

const NOT_HERE = refusal(404, 'host.not-found', 'There is nothing at this address.');

const BAD_CODE = refusal(
  403,
  'session.refused',
  'This address has been used already, or is too old.',
  'Go back to the window that is open, or start Footbridge again for a new address.',
);

const NO_TOKEN = refusal(
  401,
  'session.missing',
  'This window has not been let in.',
  'Use the window that Footbridge opened, or the whole address it printed.',
);

function readCode(body: unknown): string {
  if (typeof body !== 'object' || body === null || !Object.hasOwn(body, 'code')) return '';
  const { code } = body as { code: unknown };
  return typeof code === 'string' ? code : '';
}

function sendRefusal(response: ServerResponse, { status, problem }: Refusal): void {
  // What a refused request was still sending is not waited for.
  response.setHeader('Connection', 'close');
  sendResult(response, status, failure(problem));
}

function sendResult(response: ServerResponse, status: number, result: Result<unknown>): void {
  response.writeHead(status, {
    ...SECURITY_HEADERS,
    'Content-Type': 'application/json; charset=utf-8',
  });
  response.end(JSON.stringify(result));
}
