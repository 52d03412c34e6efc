import { describe, expect, it } from 'vitest';
import type { Fetch } from '../../electron/ports/fetch.ts';
import { always, firstOf, times } from '../../electron/simulator/fault-sources.ts';
import { CloudRig, type Person } from '../kit/cloud-rig.ts';

/** Servers that speak Graph but offer less of it, or say it in another of the permitted ways. */
const pair: readonly Person[] = [
  { label: 'G', cloud: 'google' },
  { label: 'M', cloud: 'microsoft' },
];
const minute = 60_000;
const noFeed = { operation: 'delta', url: /graph\.example/ } as const;

function busyRig(events: number): CloudRig {
  const rig = new CloudRig(pair);
  for (let hour = 0; hour < events; hour++)
    rig.add(
      'G/Work',
      `2026-05-${String(5 + Math.floor(hour / 10)).padStart(2, '0')}T${10 + (hour % 10)}:00`,
    );
  return rig;
}

function asked({ seen }: CloudRig): readonly string[] {
  return seen.flatMap(({ call }) =>
    call.request.url.includes('graph.example') ? [call.operation] : [],
  );
}

describe('[trap 20] a server that takes no batches', () => {
  it.each([400, 404, 405, 501])('gets each write alone where it answers %i', async (status) => {
    const rig = busyRig(5);
    rig.faults = always({ operation: 'batch' }, { kind: 'status', status, code: 'NotOffered' });
    expect(await rig.sync()).toMatchObject({ ok: true, created: 5, failed: 0 });
    expect(asked(rig).filter((operation) => operation === 'batch')).toHaveLength(1);
    expect(rig.blocks('M/Work')).toHaveLength(5);
    rig.clock.advance(minute);
    expect(await rig.sync()).toMatchObject({ ok: true, created: 0, updated: 0, deleted: 0 });
  });
});

describe('[trap 20] parts of a batch that are told to wait', () => {
  it('[security I14] all get through as long as some do, and none is looked for', async () => {
    const rig = busyRig(20);
    rig.faults = always(
      { operation: 'batch' },
      { kind: 'partialBatch', share: 0.8, status: 429, headers: { 'Retry-After': '1' } },
    );
    expect(await rig.sync()).toMatchObject({ ok: true, created: 20, failed: 0 });
    expect(asked(rig)).not.toContain('get');
    expect(rig.blocks('M/Work')).toHaveLength(20);
  });

  it('[sync-engine, Identity] are known not to have been carried out, and are sent again without a search', async () => {
    const rig = busyRig(3);
    rig.faults = times({ operation: 'batch' }, 3, {
      kind: 'partialBatch',
      share: 1,
      status: 429,
      headers: { 'Retry-After': '1' },
    });
    expect(await rig.sync()).toMatchObject({ ok: false, created: 0, failed: 3 });
    rig.clock.advance(minute);
    expect(await rig.sync()).toMatchObject({ ok: true, created: 3 });
    expect(asked(rig)).toEqual(['delta', 'batch']);
  });

  it.each(['json', 'base64'] as const)(
    'are read where their bodies are text (%s)',
    async (form) => {
      const rig = busyRig(4);
      const device = rig.newDevice(undefined, (fetch) => withTextBodies(fetch, form));
      expect(await rig.sync(device)).toMatchObject({ ok: true, created: 4, failed: 0 });
      expect(rig.blocks('M/Work')).toHaveLength(4);
    },
  );
});

describe('a calendar without a change feed', () => {
  it.each([400, 404, 405, 501])('is read as a list where the feed answers %i', async (status) => {
    const rig = new CloudRig(pair);
    const event = rig.add('M/Work', '2026-05-05T09:00');
    rig.add('M/Work', '2026-05-06T09:00');
    rig.faults = always(noFeed, { kind: 'status', status, code: 'NotOffered' });
    expect(await rig.sync()).toMatchObject({ ok: true, created: 2 });
    rig.clock.advance(minute);
    expect(await rig.sync()).toMatchObject({ ok: true, created: 0, updated: 0, deleted: 0 });
    expect(asked(rig)).toEqual(['list']);
    rig.world.deleteEvent(event.calendarId, event.id);
    rig.clock.advance(minute);
    expect(await rig.sync()).toMatchObject({ ok: true, deleted: 1 });
    expect(rig.blocks('G/Work')).toEqual(['Busy 05-06T09:00 05-06T10:00']);
  });

  it.each([400, 404])(
    '[sync-engine, Speed] is not made of one whose feed refused one of its own links once, with %i',
    async (status) => {
      const rig = new CloudRig(pair);
      rig.add('M/Work', '2026-05-05T09:00');
      await rig.sync();
      rig.faults = times(noFeed, 1, { kind: 'status', status, code: 'ErrorInvalidRequest' });
      rig.clock.advance(minute);
      expect(await rig.sync()).toMatchObject({ ok: true, created: 0, deleted: 0 });
      rig.clock.advance(minute);
      expect(await rig.sync()).toMatchObject({ ok: true, created: 0, deleted: 0 });
      expect(asked(rig)).toEqual(['delta']);
    },
  );

  it('[security F11] that is gone altogether loses no block', async () => {
    const rig = new CloudRig(pair);
    rig.add('M/Work', '2026-05-05T09:00');
    await rig.sync();
    rig.faults = firstOf(
      always(noFeed, { kind: 'status', status: 404, code: 'ErrorItemNotFound' }),
      always({ operation: 'list' }, { kind: 'status', status: 404, code: 'ErrorItemNotFound' }),
    );
    rig.clock.advance(minute);
    expect(await rig.sync()).toMatchObject({ ok: false, deleted: 0 });
    expect(rig.blocks('G/Work')).toHaveLength(1);
  });
});

describe('[security F22] a server that answers a change with nothing', () => {
  it('is asked once what became of it, and is not sent the change again', async () => {
    const rig = new CloudRig(pair);
    const event = rig.add('G/Work', '2026-05-05T09:00');
    const device = rig.newDevice(undefined, withoutAnswersToChanges);
    await rig.sync(device);
    rig.world.updateEvent(event.calendarId, event.id, {
      time: {
        kind: 'timed',
        start: '2026-05-05T11:00:00',
        end: '2026-05-05T12:00:00',
        zone: 'UTC',
      },
    });
    rig.clock.advance(minute);
    expect(await rig.sync(device)).toMatchObject({ ok: true, updated: 1, failed: 0 });
    expect(rig.blocks('M/Work')).toEqual(['Busy 05-05T11:00 05-05T12:00']);
    rig.clock.advance(minute);
    expect(await rig.sync(device)).toMatchObject({ ok: true, updated: 0 });
    expect(asked(rig)).toEqual(['delta']);
  });
});

function withoutAnswersToChanges(fetch: Fetch): Fetch {
  return async (url, init) => {
    const answer = await fetch(url, init);
    return init?.method === 'PATCH' && answer.ok ? new Response(null, { status: 204 }) : answer;
  };
}

/** As a proxy may send a batch's parts: bodies as text, and a number among the headers. */
function withTextBodies(fetch: Fetch, form: 'json' | 'base64'): Fetch {
  return async (url, init) => {
    const answer = await fetch(url, init);
    if (!url.endsWith('/$batch')) return answer;
    const { responses } = (await answer.json()) as {
      responses: { headers?: Record<string, string>; body?: unknown }[];
    };
    const parts = responses.map(({ headers, body, ...part }) => ({
      ...part,
      headers: { ...headers, 'X-Count': 1 },
      body:
        form === 'json'
          ? JSON.stringify(body)
          : Buffer.from(JSON.stringify(body)).toString('base64'),
    }));
    return new Response(JSON.stringify({ responses: parts }), {
      status: 200,
      headers: { 'content-type': 'application/json' },
    });
  };
}
