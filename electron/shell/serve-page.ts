import { extname, join } from 'node:path';
import { stoppedPage } from './app-origin.ts';
import { guardHeaders } from './content-policy.ts';
import { pagePath } from './page-path.ts';
import { stoppedHtml } from './stopped-page.ts';

/** Reads a file below the window's folder; null where there is none. */
export type ReadFile = (path: string) => Promise<Uint8Array<ArrayBuffer> | null>;

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Answers the window's requests out of one folder: GET only, known kinds of file only, the same guard on every answer. */
export function servePages(
  folder: string,
  read: ReadFile,
): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET') return answer(405, null, {});
    if (request.url === stoppedPage) return answer(200, stoppedHtml, { 'Content-Type': html });
    const parts = pagePath(request.url);
    const type = types[extname(parts?.at(-1) ?? '')];
    if (parts === null || type === undefined) return answer(404, null, {});
    const body = await read(join(folder, ...parts));
    return body === null ? answer(404, null, {}) : answer(200, body, { 'Content-Type': type });
  };
}

const html = 'text/html; charset=utf-8';

function answer(
  status: number,
  body: Uint8Array<ArrayBuffer> | string | null,
  headers: Readonly<Record<string, string>>,
): Response {
  return new Response(body, { status, headers: { ...guardHeaders, ...headers } });
}
