import { expect, it } from 'vitest';
import { openMemoryStore } from '../../../../electron/store/open-store.ts';
import { removalJournal } from '../../../../electron/sync/removal-journal.ts';
import type { BlockKey, VaultId } from '../../../../shared/model/ids.ts';
import { at, calendarId } from '../../../kit/event-builder.ts';
import { VirtualClock } from '../../../kit/virtual-clock.ts';

it('[A5] announces a removal once, however often it is sent, and says what came of it', () => {
  const store = openMemoryStore();
  const clock = new VirtualClock(at('2026-05-04T08:00Z'));
  const marker = {
    vault: 'cd'.repeat(16) as VaultId,
    key: 'key' as BlockKey,
    generation: 0,
    fingerprint: 'f',
  };
  const removal = { target: calendarId('T'), block: { remoteId: 'r', etag: 'e', marker } };
  const settled: string[] = [];
  const journal = removalJournal({ store, clock }, new Map([['a', removal]]), (_, { kind }) =>
    settled.push(kind),
  );
  journal.before(['a']);
  // The provider asked us to wait.
  journal.before(['a']);
  journal.after([{ ref: 'a', kind: 'removed' }]);
  const entries = [...store.auditEntries()].map(({ phase, outcome }) => [phase, outcome]);
  expect(entries).toEqual([
    ['intent', 'intended'],
    ['result', 'removed'],
  ]);
  expect(settled).toEqual(['removed']);
});
