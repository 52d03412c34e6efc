import { describe, expect, it } from 'vitest';
import { schemes } from '../../../../electron/shell/app-scheme.ts';
import { contentPolicy } from '../../../../electron/shell/content-policy.ts';
import { pagePath } from '../../../../electron/shell/page-path.ts';
import { servePages } from '../../../../electron/shell/serve-page.ts';

const files = new Map([
  ['/pages/index.html', '<!doctype html>'],
  ['/pages/assets/index-1.js', 'x'],
  ['/pages/assets/a.css', 'y'],
]);
const read: string[] = [];
const serve = servePages('/pages', (path) => {
  read.push(path);
  const text = files.get(path);
  return Promise.resolve(text === undefined ? null : new TextEncoder().encode(text));
});
const get = (address: string, method = 'GET'): Promise<Response> =>
  serve(new Request(address, { method }));

const escapes = [
  'app://umbra/../secret.html',
  'app://umbra/..%2fsecret.html',
  'app://umbra/..%2F..%2Fetc/passwd.html',
  'app://umbra/%2e%2e/secret.html',
  'app://umbra/%2e%2e%2fsecret.html',
  'app://umbra/assets/%2e%2e/%2e%2e/secret.html',
  'app://umbra/..%5csecret.html',
  'app://umbra/..\\secret.html',
  'app://umbra/assets%5c..%5c..%5csecret.html',
  'app://umbra/index.html%00.js',
  'app://umbra/%00',
  'app://umbra//etc/passwd.html',
  'app://umbra/%2fetc/passwd.html',
  'app://umbra/C:/secret.html',
  'app://umbra/c%3a/secret.html',
  'app://umbra/%5c%5chost%5cshare.html',
  'app://umbra/.env.html',
  'app://umbra/assets/.hidden.js',
  'app://umbra/index.html.',
  'app://umbra/index.html::$DATA',
  'app://umbra/%c0%ae%c0%ae/secret.html',
  'app://umbra/%',
  'app://umbra/%252e%252e/secret.html',
  'app://umbra/assets/',
];

describe('what the scheme answers', () => {
  it.each([
    ['app://umbra/', 'text/html; charset=utf-8'],
    ['app://umbra/index.html', 'text/html; charset=utf-8'],
    ['app://umbra/index.html?x=1#y', 'text/html; charset=utf-8'],
    ['app://umbra/assets/index-1.js', 'text/javascript; charset=utf-8'],
    ['app://umbra/assets/a.css', 'text/css; charset=utf-8'],
    ['app://umbra/stopped.html', 'text/html; charset=utf-8'],
  ])('serves %s as %s', async (address, type) => {
    const response = await get(address);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, type]);
  });

  it.each(escapes)('18: finds nothing at %s, and reads nothing outside', async (address) => {
    read.length = 0;
    expect((await get(address)).status).toBe(404);
    for (const path of read) expect(path).toMatch(/^\/pages\/(?!.*\.\.)/);
  });

  it.each([
    'app://evil/index.html',
    'app://umbra.evil/',
    'https://umbra/',
    'file:///pages/index.html',
  ])('18: knows no other host: %s', async (address) => {
    expect(pagePath(address)).toBeNull();
    expect((await get(address)).status).toBe(404);
  });

  it.each(['POST', 'PUT', 'HEAD', 'DELETE', 'OPTIONS'])('18: refuses %s', async (method) => {
    expect((await get('app://umbra/', method)).status).toBe(405);
  });

  it('serves no kind of file that a build does not make', async () => {
    files.set('/pages/settings.sqlite', 'z');
    expect((await get('app://umbra/settings.sqlite')).status).toBe(404);
  });

  it('7: sends the policy and its companions with every answer', async () => {
    const answers = [get('app://umbra/'), get('app://umbra/no.js'), get('app://umbra/', 'POST')];
    for (const { headers } of await Promise.all([...answers, get('app://umbra/stopped.html')])) {
      expect(headers.get('content-security-policy')).toBe(contentPolicy);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  it('7: allows nothing inline, nothing evaluated and nothing from elsewhere', () => {
    expect(contentPolicy.split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' data:",
      "font-src 'self'",
      "connect-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
    ]);
  });

  it('0.4: the scheme has the privileges of a page, and no more', () => {
    expect(schemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    ]);
  });
});
