/** What the browser shows in the end: fixed text, nothing of the request in it, nothing loaded, nothing kept. */
export const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
  'x-content-type-options': 'nosniff',
  connection: 'close',
} as const;

export const answeredPage = page(
  'Back to Umbra',
  'Umbra has the answer. You can close this window.',
);
export const refusedPage = page('Not for Umbra', 'This is not the answer that Umbra waits for.');

function page(title: string, text: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><h1>${title}</h1><p>${text}</p></html>\n`;
}
