import { describe, expect, it } from 'vitest';
import { GraphApi } from '../../../../../electron/providers/microsoft/api.ts';
import type { TransportRequest } from '../../../../../electron/providers/transport/types.ts';

const never = new AbortController().signal;

/** The URL that a path ends in, as it leaves for the transport. */
async function urlOf(root: string, path: string): Promise<string | undefined> {
  const sent: TransportRequest[] = [];
  const api = new GraphApi(root, {
    clockSkewMs: () => null,
    send: (request) => {
      sent.push(request);
      return Promise.resolve({ kind: 'gone' });
    },
  });
  await api.send({ kind: 'list', method: 'GET', path, replayable: true }, never);
  return sent[0]?.url;
}

/** Where a link that the server gave leads. */
async function following(root: string, link: string): Promise<string | undefined> {
  const api = new GraphApi(root, {
    clockSkewMs: () => null,
    send: () => Promise.resolve({ kind: 'gone' }),
  });
  const path = api.pathOf(link);
  return path === null ? undefined : urlOf(root, path);
}

/** In whatever order: the library puts its own first. */
function parameters(url: string): readonly string[] {
  return [...new URL(url).searchParams].map(([name, value]) => `${name}=${value}`).sort();
}

describe('the Graph client over our transport', () => {
  it.each([
    ['https://graph.microsoft.com/v1.0', 'https://graph.microsoft.com/v1.0'],
    ['http://127.0.0.1:4000/v1.0/', 'http://127.0.0.1:4000/v1.0'],
    ['http://127.0.0.1:4000', 'http://127.0.0.1:4000/v1.0'],
    ['https://proxy.example/ms/graph/v1.0', 'https://proxy.example/ms/graph/v1.0'],
  ])('stays under the API root %s, links followed included', async (root, base) => {
    expect(await urlOf(root, '/me/calendars?$top=100')).toBe(`${base}/me/calendars?$top=100`);
    const rest = '/me/calendars?$skip=10';
    expect(await following(root, `${base}${rest}`)).toBe(`${base}${rest}`);
    expect(await following(root, `https://graph.microsoft.com/v1.0${rest}`)).toBe(`${base}${rest}`);
    expect(await following(root, `http://localhost:9/v1.0${rest}`)).toBe(`${base}${rest}`);
  });

  it.each([
    '/me/calendars/AAMk%2Fa%2Bb%3D%3D/calendarView?startDateTime=2026-01-01T00:00:00Z&$skip=10',
    "/me/calendars('AAMk%2Fa%2Bb%3D%3D')/calendarView?$skip=10",
    "/users('a%40b.example')/calendars/AAMk/calendarView/delta()?$skiptoken=a%2Bb%2F_-c%3D%3D",
    '/me/calendars/x/calendarView/delta?$deltatoken=R0usmcCM996atia_s==&extra=1',
    "/me/calendars/x/calendarView?$expand=singleValueExtendedProperties($filter%3Did%20eq%20'String%20%7Bg%7D%20Name%20blk')&$select=id,start",
    '/me/calendars/x/calendarView?%24skip=10&%24top=5',
  ])('follows a link with every character of its path and parameters: %s', async (rest) => {
    const link = `http://127.0.0.1:4000/v1.0${rest}`;
    const followed = (await following('http://127.0.0.1:4000/v1.0', link)) ?? '';
    expect(new URL(followed).pathname).toBe(new URL(link).pathname);
    expect(parameters(followed)).toEqual(parameters(link));
  });

  it('follows no link that is none', async () => {
    expect(await following('http://127.0.0.1:4000/v1.0', 'http://')).toBe(undefined);
  });
});
