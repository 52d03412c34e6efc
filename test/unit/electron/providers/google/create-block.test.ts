import { describe, expect, it } from 'vitest';
import { formatMarker } from '../../../../../shared/model/marker.ts';
import { eventIdFor } from '../../../../../electron/providers/google/event-id.ts';
import { bench, createWrite, errorAnswer, existing, jsonAnswer, once } from './google-bench.ts';

describe('creating a block', () => {
  it('costs one request, invites nobody and mails nobody', async () => {
    const made = bench();
    const [outcome] = await made.apply(createWrite());
    expect(outcome).toMatchObject({
      ref: 'a',
      kind: 'written',
      remoteId: eventIdFor(createWrite().marker),
    });
    expect(made.sent.map(({ kind, method }) => [kind, method])).toEqual([['create', 'POST']]);
    const [request] = made.sent;
    expect(new URL(request?.url ?? '').search).toBe('?sendUpdates=none');
    expect(request?.body).not.toContain('attendees');
  });

  it('leaves one event when its answer is lost and it is tried again', async () => {
    const made = bench();
    made.fault = { kind: 'dropAfter' };
    const write = createWrite();
    expect(await made.apply(write)).toMatchObject([{ kind: 'unreachable', maybeApplied: true }]);
    expect(await made.apply(write)).toMatchObject([
      { kind: 'exists', block: { marker: write.marker, content: { title: 'Busy' } } },
    ]);
    expect(made.world.events('home')).toHaveLength(1);
  });

  it('adopts what another device of the same vault wrote under the same key', async () => {
    const made = bench();
    await existing(made, 'a', { title: 'Client work' });
    const [outcome] = await made.apply(createWrite('a'));
    expect(outcome).toMatchObject({ kind: 'exists', block: { content: { title: 'Client work' } } });
  });

  it('takes the next generation where a deleted event still holds the id', async () => {
    const made = bench();
    const { written } = await existing(made);
    made.world.deleteEvent('home', written.remoteId);
    expect(await made.apply(createWrite())).toEqual([{ ref: 'a', kind: 'idTaken' }]);
    expect(await made.apply(createWrite('a', {}, 1))).toMatchObject([{ kind: 'written' }]);
  });

  it('keeps its hands off an event that has the id but not our marker', async () => {
    const made = bench();
    const { written } = await existing(made);
    made.world.updateEvent('home', written.remoteId, { properties: {} });
    made.requests();
    expect(await made.apply(createWrite())).toEqual([{ ref: 'a', kind: 'idTaken' }]);
    expect(made.requests().map((line) => line.split(' ')[0])).toEqual(['POST', 'GET']);
  });

  it('takes back an event whose marker was cut, and says so', async () => {
    const made = bench();
    made.intercept = (request) => {
      if (request.method !== 'POST') return null;
      const sent = JSON.parse(request.body ?? '') as object;
      return jsonAnswer(200, {
        ...sent,
        etag: '"1"',
        extendedProperties: { private: { blk: '1|cut' } },
      });
    };
    expect(await made.apply(createWrite())).toEqual([
      { ref: 'a', kind: 'malformed', code: 'google-marker-lost' },
    ]);
    expect(made.requests()).toEqual([
      'POST home/events',
      `DELETE home/events/${eventIdFor(createWrite().marker)}`,
    ]);
  });

  it.each(['captivePortal', 'truncate'] as const)(
    'has to be looked for when its answer is spoilt by %s',
    async (kind) => {
      const made = bench();
      made.fault = { kind };
      expect(await made.apply(createWrite())).toMatchObject([
        { kind: 'unreachable', maybeApplied: true },
      ]);
      expect(made.requests()).toHaveLength(1);
    },
  );

  it('passes a calendar that is read-only on as forbidden', async () => {
    const made = bench();
    made.world.updateCalendar('home', { access: 'reader' });
    expect(await made.apply(createWrite())).toMatchObject([
      { kind: 'forbidden', code: 'requiredAccessLevel' },
    ]);
  });

  it('names a content that Google refuses by its reason', async () => {
    const made = bench();
    made.intercept = once(errorAnswer(400, 'timeRangeEmpty'));
    expect(await made.apply(createWrite())).toMatchObject([
      { kind: 'forbidden', code: 'timeRangeEmpty' },
    ]);
  });
});

describe('what is looked for later', () => {
  it('finds a block whose answer was lost', async () => {
    const made = bench();
    made.fault = { kind: 'dropAfter' };
    const write = createWrite();
    await made.apply(write);
    const found = await made.provider.findBlock(write, new AbortController().signal);
    expect(found).toMatchObject({ value: { marker: write.marker } });
    expect(made.sent.at(-1)?.url).toMatch(
      new RegExp(`/calendars/home/events/${eventIdFor(write.marker)}$`),
    );
  });

  it('finds none where nothing was made, where it was deleted, and where it is not ours any more', async () => {
    const made = bench();
    const look = (): Promise<unknown> =>
      made.provider.findBlock(createWrite(), new AbortController().signal);
    expect(await look()).toEqual({ kind: 'ok', value: null });
    const { written } = await existing(made);
    const { properties } = made.world.event('home', written.remoteId)?.fields ?? {};
    made.world.updateEvent('home', written.remoteId, { properties: {} });
    expect(await look()).toEqual({ kind: 'ok', value: null });
    made.world.updateEvent('home', written.remoteId, { properties: properties ?? {} });
    expect(await look()).toMatchObject({ value: { remoteId: written.remoteId } });
    made.world.deleteEvent('home', written.remoteId);
    expect(await look()).toEqual({ kind: 'ok', value: null });
  });

  it('does not conclude anything from a failed look', async () => {
    const made = bench();
    made.fault = { kind: 'captivePortal' };
    const found = await made.provider.findBlock(createWrite(), new AbortController().signal);
    expect(found.kind).toBe('malformed');
  });

  it('writes the marker where every later list shows it', async () => {
    const made = bench();
    const { write, written } = await existing(made);
    expect(made.world.event('home', written.remoteId)?.fields.properties).toEqual({
      blk: formatMarker(write.marker),
      blkv: '1',
      blks: '|',
    });
  });
});
