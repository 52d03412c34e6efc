import { afterEach, describe, expect, it } from 'vitest';
import { UserError } from '../../../../shared/errors/errors.ts';
import type { Audience } from '../../../../shared/view/audiences.ts';
import { AppRig } from '../../../kit/app-rig.ts';
import type { RuleInput } from '../../../kit/plan-world.ts';

const week = { from: Date.parse('2026-05-04T00:00:00Z'), to: Date.parse('2026-05-11T00:00:00Z') };
const mesh: RuleInput = { id: 'mesh', sources: ['*'], targets: ['*'] };
let rig: AppRig;
afterEach(() => rig.close());

async function two(...rules: readonly RuleInput[]): Promise<AppRig> {
  rig = new AppRig([
    { label: 'A', cloud: 'microsoft' },
    { label: 'B', cloud: 'google' },
  ]);
  rig.clouds.add('A/Work', '2026-05-05T09:00', { title: 'Board', location: 'Room 1' });
  return rig.start(...rules);
}

describe('the unified calendar', () => {
  it('shows events with their titles and the blocks that they cast, although no rule needs a title', async () => {
    await two(mesh);
    const items = await rig.call('items', week);
    expect(
      items.map(({ kind, title, location, calendar }) => [kind, title, location, calendar]),
    ).toEqual([
      ['event', 'Board', 'Room 1', rig.key('A/Work')],
      ['block', 'Busy', null, rig.key('B/Work')],
    ]);
    expect(items[1]?.castBy).toEqual({ rule: 'mesh', calendar: rig.key('A/Work') });
  });

  it('keeps a title for the window only: no request and no audit entry says it', async () => {
    await two(mesh);
    expect((await rig.call('items', week))[0]?.title).toBe('Board');
    const asked = JSON.stringify(rig.clouds.seen.map(({ call }) => call));
    expect(asked).toContain('Busy');
    expect(asked).not.toMatch(/Board|Room 1/);
    expect(JSON.stringify([...rig.app.profile.store.auditEntries()])).not.toMatch(/Board|Room 1/);
  });

  it('shows nothing outside the span', async () => {
    await two(mesh);
    expect(await rig.call('items', { from: week.to, to: week.to + 1 })).toEqual([]);
  });

  it('marks a double booking, and lists it with both commitments', async () => {
    await two();
    rig.clouds.add('B/Work', '2026-05-05T09:30', { title: 'Dentist' });
    rig.clouds.add('B/Work', '2026-05-06T09:30', { title: 'Alone' });
    await rig.sync();
    const items = await rig.call('items', week);
    expect(items.filter(({ conflict }) => conflict).map(({ title }) => title)).toEqual([
      'Board',
      'Dentist',
    ]);
    const [conflict, ...others] = await rig.call('conflicts', week);
    expect(others).toEqual([]);
    expect(conflict?.items.map(({ title }) => title)).toEqual(['Board', 'Dentist']);
    expect([conflict?.start, conflict?.end]).toEqual([
      Date.parse('2026-05-05T09:30:00Z'),
      Date.parse('2026-05-05T10:00:00Z'),
    ]);
    expect((await rig.call('state', {})).conflicts).toBe(1);
  });
});

describe('the details of an entry', () => {
  it('say what each target shows of an event, why, and what was written', async () => {
    await two(mesh);
    const [event] = await rig.call('items', week);
    const details = await rig.call('itemDetails', {
      calendar: rig.key('A/Work'),
      id: event?.id ?? '',
    });
    expect(details.item).toEqual(event);
    expect(details.shadows).toMatchObject([
      {
        rule: 'mesh',
        target: rig.key('B/Work'),
        block: { title: 'Busy', location: null, members: 1 },
        reason: 'The rule “mesh” casts this block.',
        state: 'live',
      },
    ]);
    expect(details.history.map(({ sentence }) => sentence)).toEqual([
      'A block was written on “B/Work”.',
    ]);
  });

  it('say why an event casts nothing', async () => {
    await two(mesh);
    rig.clouds.add('A/Work', '2026-05-07T09:00', { title: 'Free', showAs: 'free' });
    await rig.sync();
    const free = (await rig.call('items', week)).find(({ title }) => title === 'Free');
    const details = await rig.call('itemDetails', {
      calendar: rig.key('A/Work'),
      id: free?.id ?? '',
    });
    expect(details.shadows).toMatchObject([
      { block: null, state: 'none', reason: 'It is shown as free, so it takes up nobody’s time.' },
    ]);
  });

  it('say that a block is outstanding while the program is paused, and dismissed once its owner deleted it', async () => {
    await two(mesh);
    await rig.call('pause', { length: 'untilResumed' });
    await rig.call('saveRules', { rules: [{ ...mesh, mask: 'title' }] });
    const [event] = await rig.call('items', week);
    const ask = { calendar: rig.key('A/Work'), id: event?.id ?? '' };
    expect((await rig.call('itemDetails', ask)).shadows).toMatchObject([
      { state: 'outstanding', block: { title: 'Board' } },
    ]);
    await rig.sync();
    const [block] = rig.clouds.blockEvents('B/Work');
    rig.clouds.world.deleteEvent(rig.clouds.calendar('B/Work').id, block?.id ?? '');
    await rig.sync();
    expect((await rig.call('itemDetails', ask)).shadows).toMatchObject([
      { state: 'dismissed', block: null },
    ]);
  });

  it('of a block say which rule casts it', async () => {
    await two(mesh);
    const block = (await rig.call('items', week)).find(({ kind }) => kind === 'block');
    const details = await rig.call('itemDetails', {
      calendar: rig.key('B/Work'),
      id: block?.id ?? '',
    });
    expect(details.shadows).toMatchObject([
      { rule: 'mesh', state: 'live', reason: 'The rule “mesh” casts this block.' },
    ]);
    expect(details.history).toHaveLength(1);
  });

  it('of an entry that is gone are refused in words', async () => {
    await two();
    await expect(
      rig.call('itemDetails', { calendar: rig.key('A/Work'), id: 'gone' }),
    ).rejects.toThrow(UserError);
    await expect(rig.call('itemDetails', { calendar: 'gone', id: 'gone' })).rejects.toThrow(
      'calendar.unknown',
    );
  });
});

describe('a target as others see it', () => {
  it('shows less to those who may see less', async () => {
    await two(mesh);
    rig.clouds.add('B/Work', '2026-05-06T09:00', { title: 'Doctor', sensitivity: 'private' });
    await rig.sync();
    const ask = { calendar: rig.key('B/Work'), ...week };
    const titles = async (audience: Audience): Promise<string[]> =>
      (await rig.call('seenAs', { ...ask, audience })).map(({ title }) => title);
    expect(await titles('colleague')).toEqual(['Private appointment', 'Private appointment']);
    expect(await titles('delegate')).toEqual(['Busy', 'Doctor']);
    expect(await titles('freeBusy')).toEqual(['Busy', 'Busy']);
  });

  it('is in order of time, days among hours', async () => {
    await two(mesh);
    rig.clouds.add('B/Work', '2026-05-07T09:00', { title: 'After' });
    rig.clouds.add('B/Work', '2026-05-06T00:00', {
      title: 'All day',
      time: { kind: 'allDay', start: '2026-05-06', end: '2026-05-07' },
    });
    await rig.sync();
    const seen = await rig.call('seenAs', {
      ...{ calendar: rig.key('B/Work'), audience: 'delegate' },
      ...week,
    });
    expect(seen.map(({ title }) => title)).toEqual(['Busy', 'All day', 'After']);
  });
});

describe('free time', () => {
  it('lies between events and inside working hours', async () => {
    await two();
    const found = await rig.call('findTime', {
      minutes: 60,
      from: Date.parse('2026-05-05T00:00:00Z'),
      to: Date.parse('2026-05-06T00:00:00Z'),
      calendars: [],
      withinWorkingHours: true,
    });
    // 9 to 17 in Berlin, without the board's hour from 11 to 12 there.
    expect(
      found.map(({ start, end }) => [new Date(start).toISOString(), new Date(end).toISOString()]),
    ).toEqual([
      ['2026-05-05T07:00:00.000Z', '2026-05-05T09:00:00.000Z'],
      ['2026-05-05T10:00:00.000Z', '2026-05-05T15:00:00.000Z'],
    ]);
  });

  it('looks only at the calendars named, and never into the past', async () => {
    await two();
    const found = await rig.call('findTime', {
      minutes: 60,
      from: week.from,
      to: week.to,
      calendars: [rig.key('B/Work')],
      withinWorkingHours: false,
    });
    expect(found).toHaveLength(1);
    expect(found[0]?.start).toBeGreaterThanOrEqual(rig.app.now());
  });
});

describe('time blocked by hand', () => {
  it('stands as a marked block on each calendar chosen, goes on request, and touches nothing else', async () => {
    await two();
    await rig.cycle(() => rig.call('blockMe', { span: '1h', targets: [rig.key('B/Work')] }));
    expect(rig.clouds.blocks('B/Work')).toEqual(['Busy 05-04T08:00 05-04T09:00']);
    expect(rig.clouds.blocks('A/Work')).toEqual([]);
    const block = (await rig.call('items', week)).find(({ kind }) => kind === 'block');
    expect(block?.castBy).toBeNull();
    const details = await rig.call('itemDetails', {
      calendar: rig.key('B/Work'),
      id: block?.id ?? '',
    });
    expect(details.shadows[0]?.reason).toBe('You blocked this time by hand.');
    await rig.cycle(() => rig.call('unblockMe', {}));
    expect(rig.clouds.blocks('B/Work')).toEqual([]);
    expect(rig.clouds.world.events(rig.clouds.calendar('A/Work').id)).toHaveLength(1);
  });

  it('stands on every calendar where none is named, beside what rules cast, and casts nothing itself', async () => {
    await two(mesh);
    const span = {
      from: Date.parse('2026-05-08T09:00:00Z'),
      to: Date.parse('2026-05-08T10:00:00Z'),
    };
    await rig.cycle(() => rig.call('blockMe', { span, targets: [] }));
    expect(rig.clouds.blocks('A/Work')).toEqual(['Busy 05-08T09:00 05-08T10:00']);
    expect(rig.clouds.blocks('B/Work')).toEqual([
      'Busy 05-05T09:00 05-05T10:00',
      'Busy 05-08T09:00 05-08T10:00',
    ]);
    await rig.sync();
    expect(rig.clouds.blocks('A/Work')).toHaveLength(1);
  });

  it('stands where the settings choose, and nowhere else, whatever the rules say', async () => {
    await two(mesh);
    await rig.call('saveSettings', { blockTargets: [rig.key('A/Work')] });
    await rig.cycle(() => rig.call('blockMe', { span: '1h', targets: [] }));
    expect(rig.clouds.blocks('A/Work')).toEqual(['Busy 05-04T08:00 05-04T09:00']);
    expect(rig.clouds.blocks('B/Work')).toEqual(['Busy 05-05T09:00 05-05T10:00']);
    await rig.call('saveSettings', { blockTargets: ['gone'] });
    await expect(rig.call('blockMe', { span: '1h', targets: [] })).rejects.toThrow(
      'block-me.nowhere',
    );
  });

  it('is told of one by one, and taken back one by one', async () => {
    await two();
    const targets = [rig.key('B/Work')];
    await rig.cycle(() => rig.call('blockMe', { span: 'restOfDay', targets }));
    await rig.cycle(() => rig.call('blockMe', { span: '1h', targets }));
    const [short, long] = await rig.call('ownBlocks', {});
    expect([short?.calendars, (long?.end ?? 0) > (short?.end ?? 0)]).toEqual([targets, true]);
    await rig.cycle(() => rig.call('unblockMe', { id: long?.id ?? '' }));
    expect(rig.clouds.blocks('B/Work')).toEqual(['Busy 05-04T08:00 05-04T09:00']);
    expect(await rig.call('ownBlocks', {})).toMatchObject([{ id: short?.id }]);
  });

  it('is refused where it is over', async () => {
    await two();
    await expect(rig.call('blockMe', { span: { from: 0, to: 1 }, targets: [] })).rejects.toThrow(
      'span.empty',
    );
  });
});
