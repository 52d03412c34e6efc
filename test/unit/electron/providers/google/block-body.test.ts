import { describe, expect, it } from 'vitest';
import { createBody, changeBody } from '../../../../../electron/providers/google/block-body.ts';
import { canonicalContent, type BlockContent } from '../../../../../shared/model/block.ts';
import { formatMarker } from '../../../../../shared/model/marker.ts';
import { plainDate } from '../../../../../shared/time/plain-date.ts';
import { at } from '../../../../kit/event-builder.ts';
import { bench, content, createWrite, existing, markerFor, updateWrite } from './google-bench.ts';

const marker = markerFor('a', content());
const hidden = (blks = '|'): object => ({
  private: { blk: formatMarker(marker), blkv: '1', blks },
});

/** What Google is sent for the plainest block there is. */
const plainest = {
  id: 'id0',
  summary: 'Busy',
  start: { dateTime: '2026-03-24T09:00:00.000Z' },
  end: { dateTime: '2026-03-24T10:00:00.000Z' },
  status: 'confirmed',
  transparency: 'opaque',
  visibility: 'private',
  reminders: { useDefault: false, overrides: [] },
  extendedProperties: hidden(),
};
const day: BlockContent['time'] = {
  kind: 'allDay',
  start: plainDate('2026-03-24'),
  end: plainDate('2026-03-26'),
};
const days = { start: { date: '2026-03-24' }, end: { date: '2026-03-26' } };

const cases: readonly (readonly [string, Partial<BlockContent>, object])[] = [
  ['busy', {}, {}],
  ['labelled', { title: 'Client work' }, { summary: 'Client work' }],
  ['title', { title: 'Board meeting' }, { summary: 'Board meeting' }],
  [
    'title and location',
    { title: 'Board meeting', location: 'Room <4>' },
    { summary: 'Board meeting', location: 'Room <4>' },
  ],
  [
    'details',
    { title: 'Board meeting', location: 'Room 4', description: 'R&D\nBring the plan' },
    { summary: 'Board meeting', location: 'Room 4', description: 'R&D\nBring the plan' },
  ],
  [
    'details with markup',
    { description: '<b>Pay</b> here' },
    { description: '&lt;b>Pay&lt;/b> here' },
  ],
  ['visible to all', { private: false }, { visibility: 'default' }],
  ['all day', { time: day }, days],
  ['tentative', { showAs: 'tentative' }, { status: 'tentative' }],
  ['out of office', { showAs: 'oof' }, { extendedProperties: hidden('oof|') }],
  [
    'working elsewhere',
    { showAs: 'workingElsewhere' },
    { extendedProperties: hidden('workingElsewhere|') },
  ],
  ['coloured', { color: '11' }, { colorId: '11' }],
  ['with a category', { color: 'Green | grey' }, { extendedProperties: hidden('|Green | grey') }],
];

describe('what Google is sent', () => {
  it.each(cases)('for a new block, %s: just this and nothing else', (_, patch, differences) => {
    expect(createBody('id0', content(patch), marker)).toEqual({ ...plainest, ...differences });
  });

  it('for a change: the same, with what is absent named as such', () => {
    const { id, ...rest } = plainest;
    expect(id).toBe('id0');
    expect(changeBody(content(), marker)).toEqual({
      ...rest,
      start: { dateTime: '2026-03-24T09:00:00.000Z', date: null },
      end: { dateTime: '2026-03-24T10:00:00.000Z', date: null },
      location: null,
      description: null,
      colorId: null,
    });
  });

  it('for a change to all day: dates, and no time any more', () => {
    expect(changeBody(content({ time: day }), marker)).toMatchObject({
      start: { date: '2026-03-24', dateTime: null, timeZone: null },
      end: { date: '2026-03-26', dateTime: null, timeZone: null },
    });
  });

  it.each(cases)('crosses the wire unchanged, %s', async (_, patch, differences) => {
    const made = bench();
    await made.apply(createWrite('a', patch));
    const body = JSON.parse(made.sent[0]?.body ?? '') as object;
    const { extendedProperties } = createBody(
      'id0',
      content(patch),
      createWrite('a', patch).marker,
    );
    const id: unknown = expect.stringMatching(/^[a-v0-9]{51}$/);
    expect(body).toEqual({ ...plainest, ...differences, id, extendedProperties });
  });

  it('stays below the lengths at which Google cuts', () => {
    const { extendedProperties } = createBody('id0', content({ color: 'x'.repeat(60) }), {
      ...marker,
      generation: 999_999,
    });
    for (const [key, value] of Object.entries(extendedProperties?.private ?? {})) {
      expect(key.length).toBeLessThanOrEqual(44);
      expect(value.length).toBeLessThan(1024);
    }
  });
});

describe('what is read back', () => {
  const contents = cases.map(([name, patch]) => [name, content(patch)] as const);

  it.each(contents)('is what was written, %s', async (_, shown) => {
    const made = bench();
    await made.apply(createWrite('a', shown));
    const read = await made.pull();
    if (read.kind !== 'ok') throw new Error(read.kind);
    expect(read.value.blocks.map((block) => canonicalContent(block.content))).toEqual([
      canonicalContent(shown),
    ]);
  });

  it.each(contents)('is what it was changed to, from and to %s', async (_, shown) => {
    const made = bench();
    const block = await existing(made, 'a', shown);
    const [there] = await made.apply(updateWrite(block, content()));
    if (there?.kind !== 'written') throw new Error('Not written');
    await made.apply(updateWrite({ ...block, written: there }, shown));
    const read = await made.pull();
    if (read.kind !== 'ok') throw new Error(read.kind);
    expect(read.value.blocks.map((one) => canonicalContent(one.content))).toEqual([
      canonicalContent(shown),
    ]);
  });

  it.each([
    ['the title', { title: 'Mine' }],
    ['the place', { location: 'Here' }],
    ['the description', { description: '<b>Mine</b>' }],
    ['to free', { showAs: 'free' }],
    ['to tentative', { showAs: 'tentative' }],
    ['to public', { sensitivity: 'normal' }],
    ['the colour', { colorId: '3' }],
  ] as const)('shows that a person has changed %s', async (_, edit) => {
    const made = bench();
    const { written } = await existing(made, 'a', { showAs: 'oof', color: 'Green' });
    made.world.updateEvent('home', written.remoteId, edit);
    const read = await made.pull();
    if (read.kind !== 'ok') throw new Error(read.kind);
    const [block] = read.value.blocks;
    expect(block?.content).not.toEqual(content({ showAs: 'oof', color: 'Green' }));
  });

  it('knows the times of a block in any zone', async () => {
    const made = bench();
    const { written } = await existing(made);
    const time = {
      kind: 'timed',
      start: '2026-03-24T10:00:00',
      end: '2026-03-24T11:00:00',
    } as const;
    made.world.updateEvent('home', written.remoteId, { time: { ...time, zone: 'Europe/Berlin' } });
    const read = await made.pull();
    if (read.kind !== 'ok') throw new Error(read.kind);
    expect(read.value.blocks[0]?.content.time).toEqual({
      kind: 'timed',
      start: at('2026-03-24T09:00Z'),
      end: at('2026-03-24T10:00Z'),
    });
  });
});
