import { describe, expect, it } from 'vitest';
import { canonicalContent, type RemoteBlock } from '../../../../shared/model/block.ts';
import type { BlockRecord } from '../../../../shared/model/block-record.ts';
import type { BlockKey, VaultId } from '../../../../shared/model/ids.ts';
import { LAG, observe } from '../../../../shared/plan/observe.ts';
import { fingerprintOf } from '../../../../shared/plan/slot.ts';
import { plus } from '../../../../shared/time/instant.ts';
import { busyHour } from '../../../kit/block-builder.ts';
import { at, calendarId } from '../../../kit/event-builder.ts';
import { vaultKey } from '../../../kit/plan-world.ts';

const now = at('2026-05-05T09:00Z');
const target = calendarId('B');
const content = busyHour(at('2026-05-06T09:00Z'));
const written = canonicalContent(content);
const key = 'ab'.repeat(32) as BlockKey;

function seen(remoteId: string, patch: Partial<RemoteBlock['content']> = {}): RemoteBlock {
  const marker = {
    vault: 'cd'.repeat(16) as VaultId,
    key,
    generation: 0,
    fingerprint: fingerprintOf(vaultKey, written),
  };
  return { remoteId, etag: 'e1', marker, content: { ...content, ...patch } };
}

function row(patch: Partial<BlockRecord>): BlockRecord {
  return {
    target,
    key,
    slot: null,
    generation: 0,
    state: 'live',
    remoteId: 'first',
    etag: 'e0',
    content,
    written,
    observed: null,
    seenAt: null,
    writtenAt: now,
    repairs: 0,
    repairedAt: null,
    ...patch,
  };
}

const look = (record: BlockRecord | null, block: RemoteBlock, there = true, when = now) =>
  observe(vaultKey, target, record, block, when, there);

describe('a block seen in a read', () => {
  it('that we have just removed is a lagging list, and later a block that came back', () => {
    const gone = row({ state: 'gone' });
    expect(look(gone, seen('first'))).toEqual({ kind: 'stale' });
    expect(look(gone, seen('first'), true, plus(now, LAG))).toMatchObject({
      kind: 'record',
      record: { state: 'live', remoteId: 'first' },
    });
  });

  it('under another id than the one we have just removed was left over, and is ours to remove', () => {
    expect(look(row({ state: 'gone' }), seen('second'))).toMatchObject({
      kind: 'record',
      record: { state: 'live', remoteId: 'second' },
    });
  });

  it('is the survivor that every device would choose, of two with one key', () => {
    const [one, other] = [
      look(row({ remoteId: 'first' }), seen('second')),
      look(row({ remoteId: 'second' }), seen('first')),
    ];
    expect(one).toMatchObject({ kind: 'duplicate', remove: { remoteId: 'second' } });
    expect(other).toMatchObject({ kind: 'duplicate', remove: { remoteId: 'second' } });
  });

  it('takes the place of one that a read has shown and now lacks, and is not removed for its sake', () => {
    const shown = row({ seenAt: now });
    expect(look(shown, seen('second'), false)).toMatchObject({
      kind: 'record',
      record: { remoteId: 'second' },
    });
    // One that no read has shown yet may lie beside it: then one of them is too many.
    expect(look(row({}), seen('second'), false)).toMatchObject({
      kind: 'duplicate',
      remove: { remoteId: 'second' },
    });
  });

  it('is left alone where it is a copy that somebody changed', () => {
    expect(look(row({}), seen('second', { title: 'Dentist' }))).toEqual({ kind: 'copy' });
  });

  it('that the ledger does not know is taken up, as edited where it is not what its marker says', () => {
    expect(look(null, seen('first'))).toMatchObject({ record: { state: 'live', written } });
    expect(look(null, seen('first', { title: 'Dentist' }))).toMatchObject({
      record: { state: 'live', written: '' },
    });
  });
});
