import { describe, expect, it } from 'vitest';
import type { TransportRequest } from '../../../../../electron/providers/transport/types.ts';
import {
  bench,
  deleteWrite,
  errorAnswer,
  existing,
  jsonAnswer,
  once,
  updateWrite,
  type Bench,
} from './google-bench.ts';

function methods(made: Bench): readonly string[] {
  return made.requests().map((line) => line.split(' ')[0] ?? '');
}

function ifMatch({ headers }: TransportRequest): string | undefined {
  return headers['if-match'];
}

/** Lets something happen in the calendar just before the first request that writes. */
function justBefore(made: Bench, deed: () => void): void {
  let done = false;
  made.intercept = ({ method }) => {
    if (!done && method !== 'GET') {
      done = true;
      deed();
    }
    return null;
  };
}

describe('updating a block', () => {
  it('costs one request, which holds only for the version we know', async () => {
    const made = bench();
    const block = await existing(made);
    const [outcome] = await made.apply(updateWrite(block, { title: 'Client work' }));
    expect(outcome).toMatchObject({ kind: 'written', remoteId: block.written.remoteId });
    expect(methods(made)).toEqual(['PATCH']);
    const request = made.sent.at(-1);
    expect(request && ifMatch(request)).toBe(block.written.etag);
    expect(new URL(request?.url ?? '').search).toBe('?sendUpdates=none');
    expect(made.world.event('home', block.written.remoteId)?.fields.title).toBe('Client work');
  });

  it('gives the etag that the next write needs', async () => {
    const made = bench();
    const block = await existing(made);
    const [first] = await made.apply(updateWrite(block, { title: 'One' }));
    if (first?.kind !== 'written') throw new Error('Not written');
    const [second] = await made.apply(updateWrite({ ...block, written: first }, { title: 'Two' }));
    expect(second?.kind).toBe('written');
  });

  it('clears what the new content does not have any more', async () => {
    const made = bench();
    const block = await existing(made, 'a', {
      location: 'Room 4',
      description: 'Notes',
      color: '5',
    });
    await made.apply(updateWrite(block, { location: null, description: null, color: null }));
    expect(made.world.event('home', block.written.remoteId)?.fields).toMatchObject({
      location: '',
      description: '',
      colorId: null,
    });
  });

  it("lets a person's edit win that it did not know of", async () => {
    const made = bench();
    const block = await existing(made);
    justBefore(made, () =>
      made.world.updateEvent('home', block.written.remoteId, { title: 'Mine' }),
    );
    expect(await made.apply(updateWrite(block, { title: 'Client work' }))).toMatchObject([
      { kind: 'changed', block: { content: { title: 'Mine' } } },
    ]);
    expect(made.world.event('home', block.written.remoteId)?.fields.title).toBe('Mine');
  });

  it('leaves a version that it did not know of to the next plan', async () => {
    const made = bench();
    const block = await existing(made);
    made.world.rewriteVersion('home', block.written.remoteId);
    expect(await made.apply(updateWrite(block, { title: 'Client work' }))).toMatchObject([
      { kind: 'changed', block: { content: { title: 'Busy' } } },
    ]);
  });

  it('recognises its own earlier try, whose answer was lost', async () => {
    const made = bench();
    const update = updateWrite(await existing(made), { title: 'Client work' });
    made.fault = { kind: 'dropAfter' };
    expect(await made.apply(update)).toMatchObject([{ kind: 'unreachable', maybeApplied: true }]);
    made.requests();
    expect(await made.apply(update)).toMatchObject([{ kind: 'written' }]);
    expect(methods(made)).toEqual(['PATCH', 'GET']);
  });

  it('leaves an event alone that carries our marker no longer', async () => {
    const made = bench();
    const block = await existing(made);
    made.world.updateEvent('home', block.written.remoteId, { properties: {} });
    expect(await made.apply(updateWrite(block, { title: 'Client work' }))).toEqual([
      { ref: 'a', kind: 'notOurs' },
    ]);
  });

  it('never writes into an event before it has seen whose it is', async () => {
    const made = bench();
    const block = await existing(made);
    const blind = { ...updateWrite(block, { title: 'Client work' }), etag: null };
    expect(await made.apply(blind)).toMatchObject([{ kind: 'written' }]);
    expect(methods(made)).toEqual(['GET', 'PATCH']);
    made.world.updateEvent('home', block.written.remoteId, { properties: {} });
    expect(await made.apply({ ...blind, etag: null })).toEqual([{ ref: 'a', kind: 'notOurs' }]);
    expect(methods(made)).toEqual(['GET']);
  });

  it('tells that the user has deleted the block, and does not bring it back', async () => {
    const made = bench();
    const block = await existing(made);
    made.world.deleteEvent('home', block.written.remoteId);
    expect(await made.apply(updateWrite(block, { title: 'Client work' }))).toEqual([
      { ref: 'a', kind: 'gone' },
    ]);
    expect(made.world.event('home', block.written.remoteId)?.deleted).toBe(true);
  });

  it.each([
    [404, 'notFound', { kind: 'gone' }],
    [410, 'deleted', { kind: 'gone' }],
    [409, 'conflict', { kind: 'unreachable', maybeApplied: false }],
  ] as const)('reads %d %s as what it is', async (status, reason, outcome) => {
    const made = bench();
    const block = await existing(made);
    made.intercept = once(errorAnswer(status, reason));
    expect(await made.apply(updateWrite(block, {}))).toMatchObject([outcome]);
  });

  it('stays forbidden where the event is there and may not be written', async () => {
    const made = bench();
    const block = await existing(made);
    made.world.updateCalendar('home', { access: 'reader' });
    expect(await made.apply(updateWrite(block, { title: 'x' }))).toMatchObject([
      { kind: 'forbidden', code: 'requiredAccessLevel' },
    ]);
  });

  it('raises an alarm where the answer shows another marker than was written', async () => {
    const made = bench();
    const block = await existing(made);
    const id = block.written.remoteId;
    const shown = { id, start: { date: '2026-03-24' }, end: { date: '2026-03-25' } };
    made.intercept = once(jsonAnswer(200, shown));
    expect(await made.apply(updateWrite(block, { title: 'x' }))).toMatchObject([
      { kind: 'malformed', code: 'google-marker-lost' },
    ]);
  });

  it('is not taken for done when a hotel answers in its place', async () => {
    const made = bench();
    const block = await existing(made);
    made.fault = { kind: 'captivePortal' };
    expect(await made.apply(updateWrite(block, { title: 'x' }))).toMatchObject([
      { kind: 'unreachable', maybeApplied: true },
    ]);
  });
});

describe('deleting a block', () => {
  it('costs one request, which holds only for the version we know', async () => {
    const made = bench();
    const block = await existing(made);
    expect(await made.apply(deleteWrite(block))).toEqual([{ ref: 'a', kind: 'removed' }]);
    expect(methods(made)).toEqual(['DELETE']);
    const request = made.sent.at(-1);
    expect(request && ifMatch(request)).toBe(block.written.etag);
    expect(new URL(request?.url ?? '').search).toBe('?sendUpdates=none');
  });

  it('says that there was nothing to delete where the block is gone already', async () => {
    const made = bench();
    const block = await existing(made);
    made.world.deleteEvent('home', block.written.remoteId);
    expect(await made.apply(deleteWrite(block))).toEqual([{ ref: 'a', kind: 'gone' }]);
    expect(await made.apply({ ...deleteWrite(block), etag: null })).toEqual([
      { ref: 'a', kind: 'gone' },
    ]);
    expect(await made.apply({ ...deleteWrite(block), remoteId: 'never0there' })).toEqual([
      { ref: 'a', kind: 'gone' },
    ]);
  });

  it('spares a block that somebody has just edited', async () => {
    const made = bench();
    const block = await existing(made);
    justBefore(made, () =>
      made.world.updateEvent('home', block.written.remoteId, { title: 'Mine' }),
    );
    expect(await made.apply(deleteWrite(block))).toMatchObject([{ kind: 'changed' }]);
    expect(made.world.event('home', block.written.remoteId)?.deleted).toBe(false);
  });

  it('spares a block that another device has just written anew', async () => {
    const made = bench();
    const block = await existing(made);
    const later = updateWrite(block, { location: 'Room 4' });
    await made.apply(later);
    expect(await made.apply(deleteWrite(block))).toMatchObject([
      { kind: 'changed', block: { marker: later.marker } },
    ]);
  });

  it('leaves a version that it did not know of to the next plan', async () => {
    const made = bench();
    const block = await existing(made);
    made.world.rewriteVersion('home', block.written.remoteId);
    expect(await made.apply(deleteWrite(block))).toMatchObject([{ kind: 'changed' }]);
    expect(made.world.event('home', block.written.remoteId)?.deleted).toBe(false);
  });

  it('never deletes what is not ours', async () => {
    const made = bench();
    const block = await existing(made);
    made.world.updateEvent('home', block.written.remoteId, { properties: {} });
    for (const etag of [null, block.written.etag])
      expect(await made.apply({ ...deleteWrite(block), etag })).toEqual([
        { ref: 'a', kind: 'notOurs' },
      ]);
    expect(made.world.events('home')).toHaveLength(1);
  });

  it.each(['', {}])(
    'is looked for where the answer is 200 with %j, and is done where nothing is there any more',
    async (said) => {
      const made = bench();
      const block = await existing(made);
      made.world.deleteEvent('home', block.written.remoteId);
      made.intercept = once(jsonAnswer(200, said));
      expect(await made.apply(deleteWrite(block))).toEqual([{ ref: 'a', kind: 'removed' }]);
    },
  );

  it('is not taken for done when a hotel answers in its place', async () => {
    const made = bench();
    const block = await existing(made);
    made.fault = { kind: 'captivePortal' };
    expect(await made.apply(deleteWrite(block))).toMatchObject([
      { kind: 'unreachable', maybeApplied: true },
    ]);
    expect(made.world.events('home')).toHaveLength(1);
  });
});
