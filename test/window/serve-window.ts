import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

/** The policy that the shell gives the window (security.md). */
export const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'none'";

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** Serves a built window under the policy that it ships with, the fake program loaded before it. */
export async function serveWindow(
  built: string,
  port = 0,
): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const server: Server = createServer((request, response) => {
    void (async (): Promise<void> => {
      const path = normalize(new URL(request.url ?? '/', 'http://x').pathname);
      try {
        const file =
          path === '/fake.js'
            ? join(built, 'fake/fake.js')
            : join(built, 'window', path === '/' ? 'index.html' : path);
        let body = await readFile(file);
        if (file.endsWith('index.html'))
          body = Buffer.from(
            body.toString().replace('<head>', '<head><script src="/fake.js"></script>'),
          );
        response.writeHead(200, {
          'content-type': types[extname(file)] ?? 'application/octet-stream',
          'content-security-policy': policy,
        });
        response.end(body);
      } catch {
        response.writeHead(404).end();
      }
    })();
  });
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => new Promise((done) => server.close(() => done())),
  };
}
