/** app://footbridge: the page's own files from one folder, with the headers of every host, and nothing else. */
import { protocol } from 'electron';
import { SECURITY_HEADERS } from '../services/content-policy';
import { readRendererFile } from '../services/renderer-files';
import { APP_SCHEME, isAppUrl } from './security';

/** Before the program is ready: as good as https to the page, so that workers and fetch work. */
export function announceAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

export function serveAppScheme(rendererFolder: string): void {
  protocol.handle(APP_SCHEME, async (request) => {
    if (!isAppUrl(request.url)) return refuse(403);
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405);
    const file = await readRendererFile(rendererFolder, new URL(request.url).pathname);
    if (!file) return refuse(404);
    const body = request.method === 'HEAD' ? null : file.bytes;
    return new Response(body, { headers: { ...SECURITY_HEADERS, 'Content-Type': file.type } });
  });
}

const refuse = (status: number): Response =>
  new Response(null, { status, headers: { ...SECURITY_HEADERS } });
