import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../../../../../electron/providers/transport/parse-json.ts';
import {
  bench,
  connectionError,
  json,
  root,
  silence,
  tokensOf,
  type Server,
} from './transport-bench.ts';

const token = 'ya29.a0Canary';
const canaries = [token, 'Dentist', 'anna', 'nextSyncToken', '/calendar/v3', 'api.example'];
const request = {
  method: 'POST' as const,
  url: `${root}/calendars/anna%40example.org/events?q=Dentist&syncToken=nextSyncToken`,
  body: '{"summary":"Dentist"}',
  headers: { 'x-note': 'Dentist' },
};
const quoting = (error: object): Promise<never> =>
  Promise.reject(Object.assign(new TypeError(`fetch ${request.url} ${token} failed`), error));

function expectNoCanary(thing: unknown): void {
  const shown = inspect(thing, { depth: null, showHidden: true, getters: true });
  for (const canary of canaries)
    for (const form of [canary, Buffer.from(canary).toString('base64').replaceAll('=', '')])
      expect(shown).not.toContain(form);
}

async function rejection(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
  } catch (error) {
    return error;
  }
  throw new Error('It did not fail');
}

const portal = { 'content-type': 'text/html' };

describe('failures', () => {
  it.each<[string, Server]>([
    ['an error that quotes the request', () => quoting({})],
    ['an error whose code is an address', () => quoting({ code: request.url })],
    ['an error whose code is in its cause', () => quoting({ cause: { code: `E ${token}` } })],
    ['a system error', () => connectionError('ECONNREFUSED')],
    ['an answer that repeats the request', () => json(500, { 'x-echo': token }, request.body)],
    ['a refusal that names the calendar', () => json(403, {}, '{"error":"anna: Dentist"}')],
    ['a refused token', () => json(401, { 'www-authenticate': `Bearer ${token}` })],
    ['a redirect', () => json(302, { location: request.url })],
    ['a silent server', (_n, arrival) => silence(arrival)],
    ['a body that is too large', () => json(200, {}, 'Dentist'.repeat(1_000_000))],
  ])('S8 show nothing of the request or the answer after %s', async (_name, server) => {
    const { send } = bench(server, { tokens: tokensOf(token) });
    const result = await send(request);
    expect(result.kind).not.toBe('ok');
    expectNoCanary(result);
  });

  it.each([
    ['a page', json(200, portal, 'Dentist')],
    ['cut-off JSON', json(200, {}, request.body.slice(0, -1))],
    ['no JSON', json(200, {}, 'Dentist')],
  ])('S8 show nothing of %s in the place of data', async (_name, answer) => {
    const result = await bench(() => answer).send(request);
    expectNoCanary(result.kind === 'ok' ? parseJson(result.value) : result);
  });

  it('S8 show nothing of a token that is no header value', async () => {
    const { send } = bench(() => json(), { tokens: tokensOf(`${token}\n${token}`) });
    const result = await send(request);
    expect(result.kind).toBe('unreachable');
    expectNoCanary(result);
  });

  it.each([
    `https://elsewhere.example/calendar/v3?q=Dentist`,
    `calendar/v3?q=Dentist&token=${token}`,
    `https://[anna?q=Dentist`,
  ])('S8 show nothing of an address that is refused', async (url) => {
    const { send } = bench(() => json(), { tokens: tokensOf(token) });
    const error = await rejection(send({ ...request, url }));
    expect(error).toBeInstanceOf(Error);
    expectNoCanary(error);
  });
});
