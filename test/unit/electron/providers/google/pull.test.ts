import { describe, expect, it } from 'vitest';
import type { Pull } from '../../../../../electron/ports/provider.ts';
import { eventIdOf } from '../../../../../shared/model/ids.ts';
import { allNeeds, noNeeds } from '../../../../../shared/rules/field-needs.ts';
import { instant } from '../../../../../shared/time/instant.ts';
import { at } from '../../../../kit/event-builder.ts';
import { allDay, newEvent, timed, weekly } from '../../simulator/world/world-builder.ts';
import {
  bench,
  deleteWrite,
  errorAnswer,
  existing,
  home,
  jsonAnswer,
  never,
  once,
  updateWrite,
  window,
  type Bench,
} from './google-bench.ts';

type Snapshot = Extract<Pull, { kind: 'snapshot' }>;
type Changes = Extract<Pull, { kind: 'changes' }>;

async function snapshot({ pull }: Bench, cursor: string | null = null): Promise<Snapshot> {
  const result = await pull({ cursor });
  if (result.kind !== 'ok' || result.value.kind !== 'snapshot') throw new Error('No snapshot');
  return result.value;
}

async function changes({ pull }: Bench, cursor: string): Promise<Changes> {
  const result = await pull({ cursor });
  if (result.kind !== 'ok' || result.value.kind !== 'changes') throw new Error('No changes');
  return result.value;
}

function queries({ sent }: Bench): readonly URLSearchParams[] {
  return sent.map(({ url }) => new URL(url).searchParams);
}

const meeting = newEvent(timed('2026-03-24T09:00', '2026-03-24T10:00'));

describe('a complete read', () => {
  it('shows every event of the window and speaks for just that window', async () => {
    const made = bench();
    made.world.createEvent(meeting);
    made.world.createEvent(weekly);
    const read = await snapshot(made);
    expect(read.covers).toEqual(window);
    expect(read).toMatchObject({ reset: false, unclear: [], blocks: [] });
    expect(read.events).toHaveLength(6);
  });

  it('asks a day further on both sides, since all-day events float', async () => {
    const made = bench();
    made.world.createEvent(newEvent(allDay('2026-03-21', '2026-03-22')));
    const { events } = await snapshot(made);
    expect(events).toHaveLength(1);
    expect(Object.fromEntries(queries(made)[0] ?? [])).toEqual({
      singleEvents: 'true',
      maxResults: '2500',
      timeMin: '2026-03-21T00:00:00.000Z',
      timeMax: '2026-04-23T00:00:00.000Z',
    });
  });

  it.each([null, ''])('takes a token that is %j for none', async (none) => {
    const made = bench();
    made.intercept = once(
      jsonAnswer(200, { items: null, nextPageToken: 'two', nextSyncToken: none }),
      jsonAnswer(200, { items: [], nextPageToken: none, nextSyncToken: 'next' }),
    );
    expect(await snapshot(made)).toMatchObject({ events: [] });
    expect(made.sent).toHaveLength(2);
  });

  it('reads all pages of one calendar and lets the last word on an event hold', async () => {
    const made = bench();
    const item = (id: string, summary: string): object => ({
      id,
      summary,
      start: { date: '2026-03-24' },
      end: { date: '2026-03-25' },
    });
    made.intercept = once(
      jsonAnswer(200, { items: [item('a', 'first'), item('b', 'b')], nextPageToken: 'two' }),
      jsonAnswer(200, { items: [], nextPageToken: 'three' }),
      jsonAnswer(200, { items: [item('a', 'second')], nextSyncToken: 'next' }),
    );
    const { events } = await snapshot(made);
    expect(events.map(({ text }) => text.title)).toEqual(['second', 'b']);
  });

  it('F18: names what nobody could understand, and keeps the rest', async () => {
    const made = bench();
    const good = { id: 'a', start: { date: '2026-03-24' }, end: { date: '2026-03-25' } };
    made.intercept = once(
      jsonAnswer(200, { items: [good, { id: 'b' }, 7, null], nextSyncToken: 'next' }),
    );
    expect(await snapshot(made)).toMatchObject({
      events: [{ id: eventIdOf('a') }],
      unclear: ['b', '', ''],
    });
  });

  it.each([
    ['a refused page', errorAnswer(403, 'forbidden'), { kind: 'forbidden', code: 'forbidden' }],
    ['a lost calendar', errorAnswer(404, 'notFound'), { kind: 'gone' }],
    ['a slow-down', errorAnswer(403, 'rateLimitExceeded'), { kind: 'throttled' }],
    ['a page of another kind', jsonAnswer(200, []), { kind: 'malformed' }],
    ['a last page without a token', jsonAnswer(200, {}), { kind: 'malformed' }],
    ['a page token that expires', errorAnswer(410, 'fullSyncRequired'), { kind: 'unreachable' }],
    [
      'a page that points at itself',
      jsonAnswer(200, { nextPageToken: 'two' }),
      { kind: 'malformed' },
    ],
  ] as const)('is no read at all with %s in the middle', async (_, second, failure) => {
    const made = bench();
    made.intercept = once(jsonAnswer(200, { items: [], nextPageToken: 'two' }), second);
    expect(await made.pull()).toMatchObject(failure);
  });

  it.each(['captivePortal', 'truncate', 'dropAfter'] as const)(
    'is not mistaken for an empty calendar when %s strikes',
    async (kind) => {
      const made = bench();
      made.world.createEvent(meeting);
      made.fault = { kind };
      expect((await made.pull()).kind).toMatch(/malformed|unreachable/);
    },
  );

  it('keeps no text that nothing needs', async () => {
    const made = bench();
    made.world.createEvent(meeting);
    const result = await made.pull({ needs: noNeeds });
    expect(JSON.stringify(result)).not.toContain('Board meeting');
  });
});

describe('a read of changes', () => {
  it('costs one request when nothing changed', async () => {
    const made = bench();
    made.world.createEvent(meeting);
    const { cursor } = await snapshot(made);
    made.requests();
    const read = await changes(made, cursor);
    expect(read).toMatchObject({ events: [], blocks: [], removed: [] });
    expect(made.requests()).toHaveLength(1);
  });

  it('says nothing beside the token but what the first request said', async () => {
    const made = bench();
    const { cursor } = await snapshot(made);
    await changes(made, cursor);
    expect([...(queries(made)[1]?.keys() ?? [])].sort()).toEqual([
      'maxResults',
      'singleEvents',
      'syncToken',
    ]);
  });

  it('shows what is new, moved and deleted, one round after the other', async () => {
    const made = bench();
    const first = await snapshot(made);
    const { id } = made.world.createEvent(meeting);
    const second = await changes(made, first.cursor);
    expect(second.events).toMatchObject([{ id: eventIdOf(id) }]);
    made.world.updateEvent('home', id, { time: timed('2026-03-24T11:00', '2026-03-24T12:00') });
    const third = await changes(made, second.cursor);
    expect(third.events[0]?.time).toMatchObject({ start: at('2026-03-24T10:00Z') });
    made.world.deleteEvent('home', id);
    const fourth = await changes(made, third.cursor);
    expect(fourth).toMatchObject({ events: [], removed: [{ remoteId: id, event: eventIdOf(id) }] });
  });

  it('names the series of an occurrence, so that a deleted series takes them along', async () => {
    const made = bench();
    const { id } = made.world.createEvent(weekly);
    const { events, cursor } = await snapshot(made);
    expect(new Set(events.map(({ series }) => series))).toEqual(new Set([eventIdOf(id)]));
    made.world.deleteEvent('home', id);
    const { removed } = await changes(made, cursor);
    expect(removed.map(({ event }) => event)).toContain(eventIdOf(id));
  });

  it('tells of an event outside the window as it is', async () => {
    const made = bench();
    const { cursor } = await snapshot(made);
    made.world.createEvent(newEvent(timed('2027-01-04T09:00', '2027-01-04T10:00')));
    expect((await changes(made, cursor)).events).toHaveLength(1);
  });

  it('shows our own writes as blocks with the etag they have now, for no further request', async () => {
    const made = bench();
    const first = await snapshot(made);
    const block = await existing(made);
    const second = await changes(made, first.cursor);
    expect(second).toMatchObject({
      events: [],
      blocks: [
        {
          remoteId: block.written.remoteId,
          etag: block.written.etag,
          marker: block.write.marker,
          content: { title: 'Busy' },
        },
      ],
    });
    expect(made.requests()).toHaveLength(1);
    const update = updateWrite(block, { title: 'Client work' });
    await made.apply(update);
    const third = await changes(made, second.cursor);
    expect(third.blocks).toMatchObject([
      { marker: update.marker, content: { title: 'Client work' } },
    ]);
    const [there] = third.blocks;
    await made.apply({ ...deleteWrite(block), etag: there?.etag ?? null });
    const fourth = await changes(made, third.cursor);
    expect(fourth.removed.map(({ remoteId }) => remoteId)).toEqual([block.written.remoteId]);
  });
});

describe('a cursor that can not be used', () => {
  it('leads to a complete read, named a reset, when the server has dropped the token', async () => {
    const made = bench();
    made.world.createEvent(meeting);
    const { cursor } = await snapshot(made);
    made.fault = { kind: 'expireCursor' };
    expect(await snapshot(made, cursor)).toMatchObject({ reset: true, events: [{}] });
  });

  it.each([
    ['fullSyncRequired', 410],
    ['updatedMinTooLongAgo', 410],
    ['invalid', 400],
  ] as const)('is given up for good on %s', async (reason, status) => {
    const made = bench();
    const { cursor } = await snapshot(made);
    made.intercept = once(errorAnswer(status, reason));
    expect((await snapshot(made, cursor)).reset).toBe(true);
  });

  it('is given up as well when it expires between two pages', async () => {
    const made = bench();
    made.world.createEvent(meeting);
    const { cursor } = await snapshot(made);
    made.intercept = once(
      jsonAnswer(200, { items: [], nextPageToken: 'two' }),
      errorAnswer(410, 'fullSyncRequired'),
    );
    expect(await snapshot(made, cursor)).toMatchObject({ reset: true, events: [{}] });
  });

  it('concludes nothing when the complete read after it fails', async () => {
    const made = bench();
    const { cursor } = await snapshot(made);
    made.intercept = once(errorAnswer(410, 'fullSyncRequired'), errorAnswer(403, 'forbidden'));
    expect(await made.pull({ cursor })).toEqual({ kind: 'forbidden', code: 'forbidden' });
  });

  it('does not take a deleted calendar for an expired token', async () => {
    const made = bench();
    const { cursor } = await snapshot(made);
    made.intercept = once(errorAnswer(410, 'deleted'));
    expect(await made.pull({ cursor })).toEqual({ kind: 'gone' });
  });

  it.each([
    ['another window', { window: { ...window, end: instant(window.end + 86_400_000) } }],
    ['fields that were not kept', { needs: allNeeds }],
  ])('leads to a plain complete read for %s', async (_, patch) => {
    const made = bench();
    const first = await made.pull({ needs: noNeeds });
    if (first.kind !== 'ok') throw new Error(first.kind);
    const again = await made.pull({ needs: noNeeds, ...patch, cursor: first.value.cursor });
    expect(again).toMatchObject({ value: { kind: 'snapshot', reset: false } });
  });

  it('goes on where fewer fields are needed than were kept', async () => {
    const made = bench();
    const { cursor } = await snapshot(made);
    expect(await made.pull({ cursor, needs: noNeeds })).toMatchObject({
      value: { kind: 'changes' },
    });
  });

  it.each(['', '{}', 'null', '{"v":2}', 'not json'])(
    'is no obstacle where it reads %j',
    async (cursor) => {
      expect((await snapshot(bench(), cursor)).reset).toBe(false);
    },
  );

  it('stays where it is when the caller has no more time', async () => {
    const ended = new AbortController();
    ended.abort();
    const { provider } = bench();
    const request = {
      calendar: home,
      cursor: null,
      window,
      needs: noNeeds,
      written: () => null,
      holds: () => true,
    };
    expect(await provider.pull(request, ended.signal)).toEqual({ kind: 'aborted' });
    expect(never.aborted).toBe(false);
  });
});
