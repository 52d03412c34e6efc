import { describe, expect, it } from 'vitest';
import { once } from '../../electron/simulator/fault-sources.ts';
import { CloudRig, type Seen } from '../kit/cloud-rig.ts';
import { complaints, type Contract } from './contract.ts';
import { officialContract } from './official-contract.ts';
import { typingsContract } from './typings-contract.ts';

const official = officialContract();
const contracts: readonly (readonly [string, Contract])[] = [
  ['the vendors’ typings', typingsContract()],
  ...(official === null ? [] : [['the vendors’ API descriptions', official] as const]),
];

/** A life that uses every request there is, at every mask level. */
async function everyRequest(): Promise<readonly Seen[]> {
  const rig = new CloudRig([
    { label: 'M', cloud: 'microsoft', calendars: ['Work', 'Other'] },
    { label: 'G', cloud: 'google', calendars: ['Work', 'Other'] },
  ]);
  const seen: Seen[] = [];
  const live = async (): Promise<void> => {
    await rig.sync();
    seen.push(...rig.seen);
    rig.clock.advance(600_000);
  };
  rig.setRules(
    { id: 'mesh', sources: ['*'], targets: ['*'], mask: 'details', options: { color: '5' } },
    { id: 'same', sources: ['M/*'], targets: ['G/*'], options: { showAs: 'same' } },
  );
  for (const ref of ['M/Work', 'G/Work']) {
    rig.add(ref, '2026-05-05T09:00', { showAs: 'oof', location: 'Here', description: 'Words' });
    rig.add(ref, '2026-05-06T09:00', {}, { rrule: 'FREQ=DAILY;COUNT=30' });
    rig.add(ref, '2026-05-07T00:00', {
      time: { kind: 'allDay', start: '2026-05-07', end: '2026-05-09' },
      sensitivity: 'private',
      attendees: [{ name: 'A', email: 'a@a.example', response: 'tentative' }],
      organizer: { name: 'B', email: 'b@b.example' },
      categories: ['Red'],
      onlineMeetingUrl: 'https://meet.example/x',
    });
  }
  rig.faults = once({ operation: ['create', 'batch'] }, { kind: 'dropAfter' });
  await live();
  await live();
  rig.faults = () => null;
  for (const ref of ['M/Work', 'G/Work']) {
    const [first, series] = rig.world.events(rig.calendar(ref).id);
    if (first === undefined || series === undefined) continue;
    rig.world.updateEvent(first.calendarId, first.id, { title: 'Renamed' });
    rig.world.deleteOccurrence(series.calendarId, series.id, '2026-05-08T09:00:00.000Z');
    const [block] = rig.blockEvents(ref);
    if (block !== undefined)
      rig.world.updateEvent(block.calendarId, block.id, { title: 'By hand' });
  }
  await live();
  rig.rules = [];
  await live();
  rig.seen.length = 0;
  await rig.clock.run(
    rig.newDevice().engine.purge({ anyVault: true }, new AbortController().signal),
  );
  return [...seen, ...rig.seen];
}

const exchanges = await everyRequest();

describe.each(contracts)('by %s', (_name, contract) => {
  it('both sides of every exchange are legal', () => {
    const wrong = exchanges.flatMap(({ call, response }) => complaints(contract, call, response));
    expect(exchanges.length).toBeGreaterThan(40);
    expect([...new Set(wrong)]).toEqual([]);
  });

  it('an unknown property, value or parameter would be noticed', () => {
    const created = exchanges.find(
      ({ call }) => call.request.method === 'POST' && call.operation === 'create',
    );
    if (created === undefined) throw new Error('Nothing was created by itself');
    const { call, response } = created;
    const sent = JSON.parse(call.request.body ?? '') as Record<string, unknown>;
    const colourful = new URL(call.request.url);
    colourful.searchParams.set('colour', 'red');
    const spoilt = [
      { ...call.request, url: colourful.href },
      { ...call.request, url: call.request.url.replace('/events', '/event') },
      { ...call.request, body: JSON.stringify({ ...sent, titel: 'x' }) },
      { ...call.request, body: JSON.stringify({ ...sent, start: 'today' }) },
    ];
    for (const request of spoilt)
      expect(complaints(contract, { ...call, request }, response)).not.toEqual([]);
  });
});
