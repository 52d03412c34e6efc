import { createHash, createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Slot } from '../../../../shared/model/block.ts';
import { eventIdOf, type AccountId, type RuleId } from '../../../../shared/model/ids.ts';
import { blockKeyOf, fingerprintOf, slotKey } from '../../../../shared/plan/slot.ts';
import { calendarId } from '../../../kit/event-builder.ts';
import { vaultKey } from '../../../kit/plan-world.ts';

const account = 'google-1' as AccountId;
const slot: Slot = {
  rule: 'mesh' as RuleId,
  target: calendarId('B'),
  sourceCalendar: calendarId('A'),
  sourceEvent: eventIdOf('event'),
  occurrence: '2026-05-05T09:00:00.000Z',
};
const key = blockKeyOf(vaultKey, slot, account);

describe('the key of a block', () => {
  it('is the same on every device with the vault', () => {
    expect(blockKeyOf(new Uint8Array(vaultKey), { ...slot }, account)).toBe(key);
    expect(key).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each<[string, Partial<Slot>]>([
    ['rule', { rule: 'mesh2' as RuleId }],
    ['target', { target: calendarId('C') }],
    ['source calendar', { sourceCalendar: calendarId('D') }],
    ['source event', { sourceEvent: eventIdOf('other') }],
    ['occurrence', { occurrence: '2026-05-06T09:00:00.000Z' }],
    ['day of one event', { occurrence: `${slot.occurrence}#2026-05-05` }],
    ['source and target, swapped', { target: slot.sourceCalendar, sourceCalendar: slot.target }],
  ])('is another for another %s', (_, change) => {
    expect(blockKeyOf(vaultKey, { ...slot, ...change }, account)).not.toBe(key);
  });

  it('is another for another account and another vault', () => {
    expect(blockKeyOf(vaultKey, slot, 'google-2' as AccountId)).not.toBe(key);
    expect(blockKeyOf(new Uint8Array(32).fill(8), slot, account)).not.toBe(key);
  });

  it('cannot be found by one who knows the source but not the vault', () => {
    const { rule, target, sourceCalendar, sourceEvent, occurrence } = slot;
    const parts = ['block', rule, target, account, sourceCalendar, sourceEvent, occurrence];
    const guesses = [JSON.stringify(parts), parts.join('|'), parts.join(''), slotKey(slot)].flatMap(
      (text) => [
        createHash('sha256').update(text).digest('hex'),
        createHmac('sha256', '').update(text).digest('hex'),
        createHmac('sha256', new Uint8Array(32)).update(text).digest('hex'),
      ],
    );
    expect(guesses).not.toContain(key);
    expect(createHmac('sha256', vaultKey).update(JSON.stringify(parts)).digest('hex')).toBe(key);
  });

  it('keeps the parts of a slot apart', () => {
    const a = blockKeyOf(
      vaultKey,
      { ...slot, rule: 'a' as RuleId, target: calendarId('b|c') },
      account,
    );
    const b = blockKeyOf(
      vaultKey,
      { ...slot, rule: 'a|b' as RuleId, target: calendarId('c') },
      account,
    );
    expect(a).not.toBe(b);
  });
});

describe('the fingerprint of a content', () => {
  it('differs by content and by vault, and is no plain hash of a short title', () => {
    const print = fingerprintOf(vaultKey, 'Busy');
    expect(print).toMatch(/^[0-9a-f]{32}$/);
    expect(fingerprintOf(vaultKey, 'busy')).not.toBe(print);
    expect(fingerprintOf(new Uint8Array(32).fill(8), 'Busy')).not.toBe(print);
    for (const text of ['Busy', 'content\nBusy'])
      expect(createHash('sha256').update(text).digest('hex').startsWith(print)).toBe(false);
  });
});
