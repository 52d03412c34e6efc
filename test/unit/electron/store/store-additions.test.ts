import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../../electron/ports/store.ts';
import { openMemoryStore } from '../../../../electron/store/open-store.ts';
import type { AccountId, BlockKey } from '../../../../shared/model/ids.ts';
import { DAY, instant } from '../../../../shared/time/instant.ts';

const account = 'google-1' as AccountId;
const key = (name: string): BlockKey => name as BlockKey;
let store: Store;
beforeEach(() => {
  store = openMemoryStore();
});
afterEach(() => store.close());

function write(at: number, of: string | null): void {
  store.appendAudit({
    at: instant(at),
    action: of === null ? 'rules' : 'create',
    rule: null,
    target: null,
    key: of === null ? null : key(of),
    outcome: 'written',
  });
}

describe('latency samples', () => {
  it('are given back from an instant on, and go after fourteen days', () => {
    store.recordLatency({ account, at: instant(0), ms: 100 });
    store.recordLatency({ account, at: instant(DAY), ms: 200.4 });
    expect(store.latenciesSince(instant(1)).map(({ ms }) => ms)).toEqual([200]);
    store.recordLatency({ account, at: instant(14 * DAY + 1), ms: 300 });
    expect(store.latenciesSince(instant(0)).map(({ ms }) => ms)).toEqual([200, 300]);
  });
});

describe('measures', () => {
  it('are kept by account and hour: writes add up, the highest share stays', () => {
    const other = 'microsoft-1' as AccountId;
    store.recordWrites(account, instant(10), 1, 0);
    store.recordWrites(account, instant(20), 2, 1);
    store.recordQuota(account, instant(30), 0.4);
    store.recordQuota(account, instant(40), 0.2);
    store.recordQuota(other, instant(3_600_000), 0.1);
    expect(store.measuresSince(instant(1))).toEqual([
      { account, hour: 0, good: 3, bad: 1, quotaShare: 0.4 },
      { account: other, hour: 3_600_000, good: 0, bad: 0, quotaShare: 0.1 },
    ]);
  });

  it('go after ninety days', () => {
    store.recordWrites(account, instant(10), 1, 0);
    store.recordWrites(account, instant(90 * DAY), 1, 0);
    expect(store.measuresSince(instant(0))).toHaveLength(2);
    store.recordWrites(account, instant(90 * DAY + 3_600_000), 1, 0);
    expect(store.measuresSince(instant(0)).map(({ hour }) => hour / DAY)).toEqual([
      90,
      90 + 1 / 24,
    ]);
  });
});

describe('the audit log', () => {
  it('is read backwards, page by page', () => {
    for (let at = 1; at <= 5; at++) write(at, null);
    const first = store.auditBefore(null, 2);
    expect(first.map(({ sequence }) => sequence)).toEqual([5, 4]);
    expect(store.auditBefore(4, 10).map(({ sequence }) => sequence)).toEqual([3, 2, 1]);
    expect(store.auditBefore(1, 10)).toEqual([]);
  });

  it('is read by block, newest first', () => {
    write(1, 'a');
    write(2, 'b');
    write(3, null);
    write(4, 'a');
    expect(store.auditOf(key('a'), 10).map(({ at }) => at)).toEqual([4, 1]);
    expect(store.auditOf(key('a'), 1).map(({ at }) => at)).toEqual([4]);
    expect(store.verifyAudit().fault).toBeNull();
  });
});
