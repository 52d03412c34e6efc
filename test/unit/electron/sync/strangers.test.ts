import { describe, expect, it } from 'vitest';
import { Strangers } from '../../../../electron/sync/strangers.ts';
import type { AccountId } from '../../../../shared/model/ids.ts';
import type { Operation } from '../../../../shared/plan/operation.ts';
import { liveBlock } from '../../../kit/block-builder.ts';
import { at, calendarId } from '../../../kit/event-builder.ts';

const target = calendarId('target');
const removal = (key: string): Operation => ({
  kind: 'delete',
  target,
  record: liveBlock(target, key, at('2026-05-05T09:00Z')),
  cause: 'sourceGone',
});
const account = 'account' as AccountId;
const source = calendarId('source');
const all = new Set([account, source]);
const nobody = new Set<AccountId>();

describe('[security F15] a block that nothing asks for and that another device may have written', () => {
  it('goes once all lists and all sources were read anew, be it in several cycles', () => {
    const strangers = new Strangers();
    // What was heard before it was met says nothing.
    expect(strangers.judge([removal('a')], all, all)).toMatchObject({ pass: [], news: true });
    expect(strangers.judge([removal('a')], all, new Set([account])).pass).toEqual([]);
    expect(strangers.waiting).toBe(true);
    expect(strangers.judge([removal('a')], all, new Set([source])).pass).toHaveLength(1);
    expect(strangers.waiting).toBe(false);
  });

  it('has the lists taken anew once, and not in each cycle in which a source does not answer', () => {
    const strangers = new Strangers();
    strangers.judge([removal('a')], all, all);
    for (let cycle = 0; cycle < 3; cycle++)
      expect(strangers.judge([removal('a')], all, nobody).news).toBe(false);
  });

  it('waits again where another one is met meanwhile', () => {
    const strangers = new Strangers();
    strangers.judge([removal('a')], all, nobody);
    expect(strangers.judge([removal('a'), removal('b')], all, new Set([account])).news).toBe(true);
    expect(strangers.judge([removal('a'), removal('b')], all, new Set([source])).pass).toEqual([]);
    expect(strangers.judge([removal('a'), removal('b')], all, all).pass).toHaveLength(2);
  });
});
