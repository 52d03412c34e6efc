import { describe, expect, it } from 'vitest';
import type { RemoteCalendar } from '../../../../../electron/ports/provider.ts';
import { bench, errorAnswer, jsonAnswer, never, once, type Bench } from './google-bench.ts';

function entry(id: string, more: object = {}): object {
  return { id, summary: id, accessRole: 'owner', ...more };
}

async function listed({ provider }: Bench): Promise<readonly RemoteCalendar[]> {
  const result = await provider.listCalendars(never);
  if (result.kind !== 'ok') throw new Error(result.kind);
  return result.value;
}

async function answered(...items: readonly object[]): Promise<readonly RemoteCalendar[]> {
  const made = bench();
  made.intercept = once(jsonAnswer(200, { items }));
  return listed(made);
}

describe('listing calendars', () => {
  it('finds the calendars of a person with their zone and colour', async () => {
    expect(await listed(bench())).toEqual([
      {
        remoteId: 'home',
        name: 'home',
        isDefault: true,
        canRead: true,
        canWrite: true,
        zone: 'Europe/Berlin',
        color: '#3366cc',
      },
      expect.objectContaining({ remoteId: 'work', isDefault: false }),
    ]);
  });

  it.each([
    ['owner', true, true],
    ['writer', true, true],
    ['writerWithoutPrivateAccess', true, false],
    ['reader', true, false],
    ['freeBusyReader', false, false],
    ['somethingNew', false, false],
  ])('lets %s read: %s, and write: %s', async (accessRole, canRead, canWrite) => {
    expect(await answered(entry('x', { accessRole }))).toMatchObject([{ canRead, canWrite }]);
  });

  it('calls a calendar what its owner calls it', async () => {
    const [renamed, plain, nameless] = await answered(
      entry('a', { summaryOverride: 'Mine' }),
      entry('b'),
      { id: 'c', accessRole: 'reader' },
    );
    expect([renamed?.name, plain?.name, nameless?.name]).toEqual(['Mine', 'b', 'c']);
  });

  it('takes null for absent, and leaves out only the entry that it can not read', async () => {
    const made = bench();
    made.intercept = once(
      jsonAnswer(200, {
        items: [
          entry('a', { primary: null, deleted: null, hidden: null, summaryOverride: null }),
          { id: 7 },
          null,
        ],
        nextPageToken: null,
      }),
    );
    expect(await listed(made)).toMatchObject([{ remoteId: 'a', name: 'a', isDefault: false }]);
    expect(made.sent).toHaveLength(1);
  });

  it('keeps hidden calendars and leaves deleted ones out', async () => {
    const calendars = await answered(
      entry('hidden', { hidden: true }),
      entry('gone', { deleted: true }),
    );
    expect(calendars.map(({ remoteId }) => remoteId)).toEqual(['hidden']);
  });

  it('asks for hidden calendars too, 250 at a time', async () => {
    const made = bench();
    await listed(made);
    expect(made.sent[0]?.url).toBe(
      'https://google.example/calendar/v3/users/me/calendarList?maxResults=250&showHidden=true',
    );
  });

  it('knows no zone where the name of one is unknown', async () => {
    expect(await answered(entry('x', { timeZone: 'Mars/Olympus' }))).toMatchObject([
      { zone: null },
    ]);
  });

  it('reads every page', async () => {
    const made = bench();
    made.intercept = once(
      jsonAnswer(200, { items: [entry('a')], nextPageToken: 'two' }),
      jsonAnswer(200, { items: [], nextPageToken: 'three' }),
      jsonAnswer(200, { items: [entry('b')] }),
    );
    expect((await listed(made)).map(({ remoteId }) => remoteId)).toEqual(['a', 'b']);
    expect(made.sent.map(({ url }) => new URL(url).searchParams.get('pageToken'))).toEqual([
      null,
      'two',
      'three',
    ]);
  });

  it('gives up on a server that goes round in circles', async () => {
    const made = bench();
    made.intercept = () => jsonAnswer(200, { items: [], nextPageToken: 'again' });
    expect(await made.provider.listCalendars(never)).toEqual({
      kind: 'malformed',
      code: 'google-page-loop',
    });
    expect(made.sent.length).toBeLessThan(5);
  });

  it('gives no list at all where a page fails', async () => {
    const made = bench();
    made.intercept = once(
      jsonAnswer(200, { items: [entry('a')], nextPageToken: 'two' }),
      errorAnswer(403, 'insufficientPermissions'),
    );
    expect(await made.provider.listCalendars(never)).toEqual({
      kind: 'forbidden',
      code: 'insufficientPermissions',
    });
  });
});
