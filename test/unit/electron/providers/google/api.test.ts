import { describe, expect, it } from 'vitest';
import { GoogleApi } from '../../../../../electron/providers/google/api.ts';
import type {
  Transport,
  TransportRequest,
} from '../../../../../electron/providers/transport/types.ts';
import { errorAnswer, never } from './google-bench.ts';

function caught(answer: Awaited<ReturnType<Transport['send']>> | Error): {
  readonly transport: Transport;
  readonly sent: TransportRequest[];
} {
  const sent: TransportRequest[] = [];
  const transport: Transport = {
    clockSkewMs: () => null,
    send: (request) => {
      sent.push(request);
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
  };
  return { transport, sent };
}

const get =
  (calendarId: string, eventId: string): Parameters<GoogleApi['send']>[1] =>
  ({ events }, options) =>
    events.get({ calendarId, eventId }, options);

describe('the Google client over our transport', () => {
  it.each([
    ['https://www.googleapis.com', 'https://www.googleapis.com/calendar/v3/'],
    ['https://www.googleapis.com/', 'https://www.googleapis.com/calendar/v3/'],
    ['http://127.0.0.1:4001', 'http://127.0.0.1:4001/calendar/v3/'],
    ['https://proxy.example/google', 'https://proxy.example/google/calendar/v3/'],
    // As Google's own pages write it.
    ['https://www.googleapis.com/calendar/v3', 'https://www.googleapis.com/calendar/v3/'],
    ['https://www.googleapis.com/calendar/v3/', 'https://www.googleapis.com/calendar/v3/'],
  ])('stays under the API root %s', async (root, start) => {
    const { transport, sent } = caught({ kind: 'gone' });
    await new GoogleApi(root, transport).send({ kind: 'get' }, get('home', 'x'), never);
    expect(sent[0]?.url).toBe(`${start}calendars/home/events/x`);
  });

  it('keeps every character of an id', async () => {
    const { transport, sent } = caught({ kind: 'gone' });
    const id = 'de.german#holiday@group.v.calendar.google.com';
    await new GoogleApi('https://g.example', transport).send(
      { kind: 'get' },
      get(id, 'a/b'),
      never,
    );
    const segments = new URL(sent[0]?.url ?? '').pathname.split('/');
    expect([segments[4], segments[6]].map((segment) => decodeURIComponent(segment ?? ''))).toEqual([
      id,
      'a/b',
    ]);
  });

  it('carries no credentials of its own', async () => {
    const { transport, sent } = caught({ kind: 'gone' });
    await new GoogleApi('https://g.example', transport).send(
      { kind: 'get' },
      get('home', 'x'),
      never,
    );
    expect(Object.keys(sent[0]?.headers ?? {})).not.toContain('authorization');
    expect(sent[0]?.headers).not.toHaveProperty('x-goog-user-project');
  });

  it('hands on every status and every failure as it is, after one request', async () => {
    for (const answer of [
      errorAnswer(503, 'backendError'),
      errorAnswer(412, 'conditionNotMet'),
      { kind: 'throttled', retryAfterMs: 5 },
      { kind: 'needsSignIn', code: 'google-401' },
    ] as const) {
      const { transport, sent } = caught(answer);
      const api = new GoogleApi('https://g.example', transport);
      expect(await api.send({ kind: 'get' }, get('home', 'x'), never)).toBe(answer);
      expect(sent).toHaveLength(1);
    }
  });

  it('lets a bug surface as itself, without the request around it', async () => {
    const bug = new Error('bug');
    const { transport } = caught(bug);
    const api = new GoogleApi('https://g.example', transport);
    await expect(api.send({ kind: 'get' }, get('home', 'x'), never)).rejects.toBe(bug);
  });

  it('never quotes what it was to send in an error', async () => {
    const { transport } = caught({ kind: 'gone' });
    const api = new GoogleApi('https://g.example', transport);
    const secret = 'Project Nightingale';
    const call: Parameters<GoogleApi['send']>[1] = () => Promise.reject(new Error(secret));
    const error: unknown = await api
      .send({ kind: 'get' }, call, never)
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Error);
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain(secret);
  });
});
