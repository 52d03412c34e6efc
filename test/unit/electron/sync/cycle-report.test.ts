import { describe, expect, it } from 'vitest';
import { joinReports, type CycleReport } from '../../../../electron/sync/cycle-report.ts';
import type { AccountId } from '../../../../shared/model/ids.ts';

const done: CycleReport = {
  ok: true,
  pulled: 1,
  created: 2,
  updated: 0,
  deleted: 0,
  held: 0,
  failed: 0,
  skipped: 0,
  changedCalendars: [],
  accounts: [],
  unheard: [],
  durationMs: 10,
};
const silent: CycleReport['accounts'] = [
  { account: 'a' as AccountId, failures: [{ calendar: null, failure: { kind: 'gone' } }] },
];

describe('two reports of one run', () => {
  it('say that all is well where the second did what the first had to leave', () => {
    const left: CycleReport = { ...done, ok: false, failed: 3 };
    expect(joinReports(left, done)).toMatchObject({ ok: true, failed: 0, created: 4 });
    expect(joinReports(done, left)).toMatchObject({ ok: false, failed: 3 });
  });

  it('never say that something is wrong without naming it, nor hide what the rest did not read again', () => {
    const unread: CycleReport = { ...done, ok: false, accounts: silent };
    expect(joinReports(unread, done)).toMatchObject({ ok: false, accounts: silent });
    expect(joinReports(unread, done, done.accounts)).toMatchObject({ ok: true, accounts: [] });
  });

  it('are well only where the second has heard everybody', () => {
    const early: CycleReport = { ...done, ok: false, unheard: ['a' as AccountId] };
    expect(joinReports(early, done)).toMatchObject({ ok: true, unheard: [] });
    expect(joinReports(done, early)).toMatchObject({ ok: false, unheard: ['a'] });
  });
});
