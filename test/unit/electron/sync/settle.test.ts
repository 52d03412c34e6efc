import { describe, expect, it } from 'vitest';
import { orderFor } from '../../../../electron/sync/order.ts';
import { settle } from '../../../../electron/sync/settle.ts';
import type { Calendar } from '../../../../shared/model/calendar.ts';
import {
  eventIdOf,
  type AccountId,
  type RuleId,
  type VaultId,
} from '../../../../shared/model/ids.ts';
import { liveBlock } from '../../../kit/block-builder.ts';
import { at, calendarId } from '../../../kit/event-builder.ts';

const target = calendarId('target');
const now = at('2026-05-04T08:00Z');
const calendar: Calendar = {
  id: target,
  account: 'account' as AccountId,
  remoteId: 'remote',
  name: 'Work',
  ref: 'A/Work',
  isDefault: true,
  canRead: true,
  canWrite: true,
  zone: null,
  color: null,
};
const slot = {
  rule: 'mesh' as RuleId,
  target,
  sourceCalendar: calendarId('source'),
  sourceEvent: eventIdOf('event'),
  occurrence: '',
};

describe('[security F13] a block whose removal nobody heard of, wanted again', () => {
  const record = liveBlock(target, 'aa', now, { slot, state: 'deleting' });
  const { content, written } = record;
  const order = orderFor(
    { kind: 'update', target, record, slot, content, written, cause: 'source' },
    calendar,
    { id: 'vault' as VaultId, key: new Uint8Array(32) },
  );
  if (order === null) throw new Error('A block with a remote id can be changed');

  it('is on record as one that may be gone, so that its absence is not taken for the user’s deed', () => {
    const lost = {
      kind: 'unreachable',
      maybeApplied: true,
      code: 'timeout',
      ref: order.ref,
    } as const;
    expect(settle(order, lost, record, now, true).record?.state).toBe('deleting');
  });

  it('is live as soon as its change is confirmed', () => {
    const done = { kind: 'written', remoteId: 'remote aa', etag: '"2"', ref: order.ref } as const;
    expect(settle(order, done, record, now, true).record?.state).toBe('live');
  });
});
