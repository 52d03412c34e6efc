import { describe, expect, it } from 'vitest';
import type { Result } from '../../../../../electron/ports/outcome.ts';
import { parseJson } from '../../../../../electron/providers/transport/parse-json.ts';
import { bench, connectionError, json, type Server } from './transport-bench.ts';

const page = '<html><body>Welcome to the hotel. Please sign in.</body></html>';
const html = { 'content-type': 'text/html; charset=utf-8' };

/** What a provider makes of the answer to a read. */
async function read(server: Server): Promise<Result<unknown>> {
  const answer = await bench(server).send();
  return answer.kind === 'ok' ? parseJson(answer.value) : answer;
}

const brokenBody = (bytes: string): Response =>
  new Response(
    new ReadableStream({
      pull(controller) {
        controller.enqueue(new TextEncoder().encode(bytes));
        controller.error(new TypeError('terminated'));
      },
    }),
    { headers: { 'content-type': 'application/json' } },
  );

describe('answers that are none', () => {
  it.each<[string, () => Response, string]>([
    ["a captive portal's page", () => json(200, html, page), 'not-json'],
    ["a portal's page that says it is JSON", () => json(200, {}, page), 'cut-off'],
    ['JSON that says it is a page', () => json(200, html, '{"items":[]}'), 'not-json'],
    ['an empty 200', () => json(200, {}, ''), 'cut-off'],
    ['an empty 200 without a type', () => new Response(null), 'not-json'],
    ['a 204 where there should be data', () => new Response(null, { status: 204 }), 'not-json'],
    ['JSON that is cut off', () => json(200, {}, '{"items":[{"id":"a"'), 'cut-off'],
    ['two answers in one', () => json(200, {}, '{"items":[]}{"items":[]}'), 'cut-off'],
    ['an image', () => json(200, { 'content-type': 'image/png' }, '\u0000'), 'not-json'],
  ])('F22 takes %s for a failed read, not for an empty calendar', async (_name, answer, code) => {
    expect(await read(answer)).toEqual({ kind: 'malformed', code });
  });

  it.each([
    'application/json',
    'application/json; charset=utf-8',
    'Application/JSON;odata.metadata=minimal',
    'application/problem+json',
  ])('reads data sent as %s', async (type) => {
    const body = '{"title":"Zürich ✓"}';
    expect(await read(() => json(200, { 'content-type': type }, body))).toEqual({
      kind: 'ok',
      value: { title: 'Zürich ✓' },
    });
  });

  it('reads data whose kind the server does not name', async () => {
    const body = new TextEncoder().encode('{"items":[]}');
    expect(await read(() => new Response(body))).toEqual({ kind: 'ok', value: { items: [] } });
  });

  it('keeps a character whole that comes in two pieces', async () => {
    const bytes = new TextEncoder().encode('"✓"');
    const body = new ReadableStream({
      start(controller) {
        for (const byte of bytes) controller.enqueue(new Uint8Array([byte]));
        controller.close();
      },
    });
    const headers = { 'content-type': 'application/json' };
    expect(await read(() => new Response(body, { headers }))).toEqual({ kind: 'ok', value: '✓' });
  });

  it('F22 reads again when the connection breaks in the middle of the body', async () => {
    const { send, arrivals } = bench((n) =>
      n === 0 ? brokenBody('{"items":[') : json(200, {}, '{"items":[]}'),
    );
    expect(await send()).toMatchObject({ kind: 'ok', value: { body: '{"items":[]}' } });
    expect(arrivals).toHaveLength(2);
  });

  it.each<[string, Server, string]>([
    ['a failing name server', () => connectionError('EAI_AGAIN'), 'EAI_AGAIN'],
    ['an untrusted certificate', () => connectionError('CERT_HAS_EXPIRED'), 'CERT_HAS_EXPIRED'],
    ['no reason', () => Promise.reject(new TypeError('fetch failed')), 'connection'],
  ])('F21 turns %s into a value, never an exception', async (_name, server, code) => {
    expect(await read(server)).toMatchObject({ kind: 'unreachable', code });
  });

  it('F21 turns a proxy that wants a password into a value', async () => {
    expect(await read(() => json(407, html, page))).toMatchObject({ kind: 'malformed' });
  });

  it('stops reading an endless body', async () => {
    let pulled = 0;
    let stopped = false;
    const { send } = bench(
      () =>
        new Response(
          new ReadableStream({
            pull: (controller) => {
              pulled += 1;
              controller.enqueue(new Uint8Array(1_000));
            },
            cancel: () => {
              stopped = true;
            },
          }),
        ),
      { limits: { maxBodyBytes: 10_000 } },
    );
    expect(await send()).toEqual({ kind: 'malformed', code: 'too-large' });
    expect(stopped).toBe(true);
    expect(pulled).toBeLessThan(20);
  });

  it.each([
    [10_000, 'ok'],
    [10_001, 'malformed'],
  ])('of a body of %i bytes where 10000 are the most makes %s', async (bytes, kind) => {
    const { send } = bench(() => json(200, {}, 'x'.repeat(bytes)), {
      limits: { maxBodyBytes: 10_000 },
    });
    expect((await send()).kind).toBe(kind);
  });

  it.each([
    ['Mon, 23 Mar 2026 12:10:00 GMT', 600_000],
    ['Mon, 23 Mar 2026 11:50:00 GMT', -600_000],
    ['yesterday', null],
    ['0', null],
  ])("F12 learns from the server's date %j how far off the clock is", async (date, skew) => {
    const { send, skewMs } = bench(() => json(200, { date }));
    expect(skewMs()).toBeNull();
    await send();
    expect(skewMs()).toBe(skew);
  });
});
