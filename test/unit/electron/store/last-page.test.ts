import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noticeOldDatabase, pageMemo, turnPage } from '../../../../electron/store/last-page.ts';
import { openMemoryStore } from '../../../../electron/store/open-store.ts';
import type { Store } from '../../../../electron/ports/store.ts';
import type { Slot } from '../../../../shared/model/block.ts';
import { eventIdOf, type RuleId } from '../../../../shared/model/ids.ts';
import { liveBlock } from '../../../kit/block-builder.ts';
import { at, calendarId } from '../../../kit/event-builder.ts';

const target = calendarId('target');
const slot: Slot = {
  rule: 'mesh' as RuleId,
  target,
  sourceCalendar: calendarId('source'),
  sourceEvent: eventIdOf('aa'),
  occurrence: '',
};

let directory: string;
let store: Store;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'umbra-page-'));
  store = openMemoryStore();
  store.saveBlock(liveBlock(target, 'aa', at('2026-05-05T09:00Z'), { slot }));
});
afterEach(() => {
  store.close();
  rmSync(directory, { recursive: true, force: true });
});

const file = (): string => join(directory, 'umbra.db');
const state = (): string | undefined => store.blocksOn(target)[0]?.state;
const open = (page: string): void => noticeOldDatabase(store, pageMemo(file()), page);

describe('[security F16] the last page', () => {
  it('leaves all in peace as long as the database is the one that was opened last', () => {
    open('one');
    turnPage(store, pageMemo(file()), 'two');
    open('three');
    expect(state()).toBe('live');
  });

  it('puts all in doubt where the database is older than the memo beside it', () => {
    open('one');
    pageMemo(file()).write('of a later database');
    open('two');
    expect(state()).toBe('creating');
    open('three');
    expect(store.note('page')).toBe('three');
  });

  it('puts all in doubt where the memo is lost, and trusts a database that was never opened by such a program', () => {
    open('one');
    expect(state()).toBe('live');
    rmSync(`${file()}.page`);
    open('two');
    expect(state()).toBe('creating');
  });

  it('forgets what is known by its marker only: a complete read finds it again', () => {
    open('one');
    store.saveBlock(liveBlock(target, 'bb', at('2026-05-06T09:00Z')));
    pageMemo(file()).write('of a later database');
    open('two');
    expect(store.blocksOn(target).map(({ key }) => key)).toEqual(['aa']);
  });

  it('keeps the memo for its owner only', () => {
    open('one');
    expect(statSync(`${file()}.page`).mode & 0o777).toBe(0o600);
  });
});
