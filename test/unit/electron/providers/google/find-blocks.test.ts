import { describe, expect, it } from 'vitest';
import type { VaultId } from '../../../../../shared/model/ids.ts';
import { at } from '../../../../kit/event-builder.ts';
import { newEvent, timed } from '../../simulator/world/world-builder.ts';
import {
  bench,
  createWrite,
  existing,
  home,
  jsonAnswer,
  never,
  once,
  type Bench,
} from './google-bench.ts';

async function ids({ provider }: Bench): Promise<readonly string[]> {
  const found = await provider.findAllBlocks(home, never);
  if (found.kind !== 'ok') throw new Error(found.kind);
  return found.value.map(({ remoteId }) => remoteId);
}

const meeting = newEvent(timed('2026-03-24T09:00', '2026-03-24T10:00'));

describe('finding all blocks', () => {
  it('finds those of every vault, whatever their time, and no event of a person', async () => {
    const made = bench();
    made.world.createEvent(meeting);
    const near = await existing(made, 'near');
    const foreign = createWrite('far', {
      time: { kind: 'timed', start: at('2019-01-01T09:00Z'), end: at('2019-01-01T10:00Z') },
    });
    const vault = '0'.repeat(32) as VaultId;
    const other = { ...foreign, marker: { ...foreign.marker, vault } };
    const [far] = await made.apply(other);
    expect(await ids(made)).toEqual([
      near.written.remoteId,
      far?.kind === 'written' ? far.remoteId : null,
    ]);
  });

  it('trusts no filter: what it can not recognise is not a block', async () => {
    const made = bench();
    await existing(made);
    const [block] = made.world.events('home');
    made.intercept = once(
      jsonAnswer(200, {
        items: [
          { id: 'person', start: { date: '2026-03-24' }, end: { date: '2026-03-25' } },
          {
            id: 'damaged',
            start: { date: '2026-03-24' },
            end: { date: '2026-03-25' },
            extendedProperties: { private: { blkv: '1', blk: '1|x' } },
          },
          {
            id: block?.id,
            start: { date: '2026-03-24' },
            end: { date: '2026-03-25' },
            extendedProperties: { private: block?.fields.properties },
          },
        ],
      }),
    );
    expect(await ids(made)).toEqual([block?.id]);
  });

  it('finds one whose time can not be read, by its marker', async () => {
    const made = bench();
    await existing(made);
    const [block] = made.world.events('home');
    const marked = { id: block?.id, extendedProperties: { private: block?.fields.properties } };
    made.intercept = once(
      jsonAnswer(200, {
        items: [{ ...marked, start: { dateTime: 'soon' }, end: null }],
      }),
    );
    const found = await made.provider.findAllBlocks(home, never);
    expect(found).toMatchObject({ kind: 'ok', value: [{ remoteId: block?.id, content: null }] });
  });

  it('reads every page, and is no list where one fails', async () => {
    const made = bench();
    made.intercept = once(jsonAnswer(200, { nextPageToken: 'two' }), jsonAnswer(200, {}));
    expect(await ids(made)).toEqual([]);
    expect(made.sent).toHaveLength(2);
    made.intercept = once(jsonAnswer(200, { nextPageToken: 'two' }));
    made.world.updateCalendar('home', { deleted: true });
    expect(await made.provider.findAllBlocks(home, never)).toEqual({ kind: 'gone' });
  });
});
