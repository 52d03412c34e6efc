import { describe, expect, it } from 'vitest';
import { exchangeJson } from '../../../../electron/accounts/json-exchange.ts';
import type { Fetch } from '../../../../electron/ports/fetch.ts';
import { instant } from '../../../../shared/time/instant.ts';
import { VirtualClock } from '../../../kit/virtual-clock.ts';

const clock = new VirtualClock(instant(0));
const question = { url: 'https://a.example/', method: 'POST', headers: {}, body: 'x' } as const;
const never = new AbortController().signal;

function ask(fetch: Fetch, signal = never): ReturnType<typeof exchangeJson> {
  return exchangeJson({ fetch, clock }, question, signal);
}

const hanging: Fetch = (_, init) =>
  new Promise((_resolve, reject) => {
    init?.signal?.addEventListener('abort', () => reject(new Error('cut')));
  });

describe('one question to a sign-in service', () => {
  it('gives the answer as JSON, an error’s too', async () => {
    const answer = await ask(() => Promise.resolve(Response.json({ error: 'x' }, { status: 400 })));
    expect(answer).toMatchObject({ kind: 'answer', status: 400, json: { error: 'x' } });
  });

  it('never follows a redirect', async () => {
    let mode: RequestInit['redirect'];
    const answer = await ask((_, init) => {
      mode = init?.redirect;
      return Promise.resolve(Response.redirect('https://evil.example/', 307));
    });
    expect(mode).toBe('manual');
    expect(answer).toEqual({ kind: 'malformed', code: 'redirect' });
  });

  it('waits half a minute', async () => {
    const answer = ask(hanging);
    clock.advance(30_000);
    expect(await answer).toEqual({ kind: 'unreachable', maybeApplied: false, code: 'timeout' });
  });

  it('can be given up', async () => {
    const cancel = new AbortController();
    const answer = ask(hanging, cancel.signal);
    cancel.abort();
    expect(await answer).toEqual({ kind: 'aborted' });
  });

  it('does not read without end', async () => {
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(100_000)),
    });
    expect(await ask(() => Promise.resolve(new Response(endless)))).toEqual({
      kind: 'malformed',
      code: 'too-large',
    });
  });

  it.each([
    [429, { 'retry-after': '7' }, { kind: 'throttled', retryAfterMs: 7_000 }],
    [429, {}, { kind: 'throttled', retryAfterMs: null }],
    [503, { 'retry-after': '9e99' }, { kind: 'throttled', retryAfterMs: 86_400_000 }],
    [503, {}, { kind: 'unreachable', maybeApplied: false, code: 'sign-in-503' }],
    [200, {}, { kind: 'malformed', code: 'not-json' }],
  ])('reads %i with %o', async (status, headers, outcome) => {
    expect(await ask(() => Promise.resolve(new Response('', { status, headers })))).toEqual(
      outcome,
    );
  });
});
