import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { openMemoryStore } from '../../../../electron/store/open-store.ts';
import { eventIdOf, type AccountId, type RuleId } from '../../../../shared/model/ids.ts';
import { noNeeds } from '../../../../shared/rules/field-needs.ts';
import { interval } from '../../../../shared/time/interval.ts';
import { liveBlock } from '../../../kit/block-builder.ts';
import { at, calendarId, timed } from '../../../kit/event-builder.ts';

/** Notes the statements that are asked of it. */
class NotedDatabase extends DatabaseSync {
  readonly asked = new Set<string>();

  override prepare(sql: string): StatementSync {
    this.asked.add(sql);
    return super.prepare(sql);
  }

  /** How SQLite goes about a statement. */
  steps(sql: string): readonly string[] {
    const rows = super.prepare(`EXPLAIN QUERY PLAN ${sql}`).all();
    return rows.map(({ detail }) => String(detail));
  }
}

/** Looking at each row took 0.65 s per written block at a million of them. */
it('one change costs the same however much is stored: no search looks at all events or blocks', () => {
  const database = new NotedDatabase(':memory:');
  const store = openMemoryStore(database);
  const [calendar, now] = [calendarId('c'), at('2026-05-04T08:00Z')];
  const span = interval(now, at('2026-05-05T08:00Z'));
  const slot = {
    ...{ rule: 'mesh' as RuleId, target: calendar, sourceCalendar: calendar },
    ...{ sourceEvent: eventIdOf('a'), occurrence: '' },
  };
  const listed = {
    ...{ id: calendar, account: 'a' as AccountId, remoteId: 'c', name: 'c', ref: 'Work/c' },
    ...{ isDefault: false, canRead: true, canWrite: true, zone: null, color: null },
  };
  store.saveCalendars('a' as AccountId, [listed], now);
  const event = timed(calendar, 'a', now, now + 1_000);
  const pull = {
    ...{ kind: 'changes' as const, events: [event], blocks: [], unclear: [], skipped: 0 },
    ...{ removed: [{ remoteId: 'b', event: eventIdOf('b') }], cursor: 'c' },
  };
  const block = liveBlock(calendar, 'k', now);
  database.asked.clear();
  store.commitPull(calendar, pull, { window: span, needs: noNeeds, at: now });
  store.saveBlock(block);
  store.event(calendar, event.id);
  store.hasEvent(calendar, event.id);
  store.eventsOverlapping(calendar, [span]);
  store.blocksOverlapping(calendar, [span]);
  store.blocksOfSource(calendar, event.id);
  store.blocksWithKey(block.key);
  store.unlinkedBlocks(calendar);
  store.blockBySlot(slot);
  store.blockByKey(calendar, block.key);
  store.blockByRemoteId(calendar, 'r');
  store.removeBlock(calendar, block.key);
  const searches = [...database.asked].filter((sql) => / (event|block) /.test(sql));
  expect(searches.length).toBeGreaterThan(12);
  const slow = searches.filter((sql) =>
    database.steps(sql).some((step) => /^SCAN (?!held|\d+-ROW VALUES|CONSTANT ROW)/.test(step)),
  );
  expect(slow).toEqual([]);
  store.close();
});
