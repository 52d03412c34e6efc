import { describe, expect, it } from 'vitest';
import type { Calendar } from '../../../../shared/model/calendar.ts';
import { rule } from '../../../../shared/model/rule.ts';
import type { AccountId, CalendarId } from '../../../../shared/model/ids.ts';
import { standIns } from '../../../../shared/rules/same-calendar.ts';
import { resolveSelectors, selectorProblems } from '../../../../shared/rules/selectors.ts';

function calendar(ref: string, patch: Partial<Calendar> = {}): Calendar {
  const [account = '', name = ''] = ref.split('/');
  return {
    id: ref as CalendarId,
    account: account as AccountId,
    remoteId: ref,
    name,
    ref,
    isDefault: false,
    canRead: true,
    canWrite: true,
    zone: null,
    color: null,
    ...patch,
  };
}

const pairs = (calendars: readonly Calendar[]) =>
  [...standIns(calendars)].map(([id, best]) => `${id} → ${best.id}`);
const mesh = rule.parse({ id: 'mesh', sources: ['*'], targets: ['*'] });

describe('a calendar that two accounts list', () => {
  it('is taken where it belongs, by Google’s id', () => {
    const own = calendar('A/Work', { remoteId: 'anna@x.example', isDefault: true });
    const seen = calendar('B/Anna', { remoteId: 'anna@x.example' });
    expect(pairs([seen, own])).toEqual(['B/Anna → A/Work']);
    expect(resolveSelectors(mesh, [seen, own])).toEqual({
      sources: ['A/Work'],
      targets: ['A/Work'],
    });
  });

  it('is taken where it may be written, if it belongs to neither', () => {
    const [team, other] = [
      calendar('A/Team', { remoteId: 'team@group.example', canWrite: false }),
      calendar('B/Team', { remoteId: 'team@group.example' }),
    ];
    expect(pairs([team, other])).toEqual(['A/Team → B/Team']);
  });

  it('is taken where it belongs, by the owner that Graph names', () => {
    const own = calendar('A/Calendar', { isDefault: true, owner: 'anna@x.example' });
    const seen = calendar('B/Anna', { owner: 'anna@x.example' });
    const home = calendar('B/Calendar', { isDefault: true, owner: 'ben@y.example' });
    expect(pairs([own, seen, home])).toEqual(['B/Anna → A/Calendar']);
  });

  it('is not taken for another of a short name, which two accounts may both use', () => {
    expect(
      pairs([calendar('A/Work', { remoteId: 'c' }), calendar('B/Work', { remoteId: 'c' })]),
    ).toEqual([]);
  });

  it('is taken as it comes where its owner is not connected, or two mailboxes claim one name', () => {
    const seen = calendar('B/Anna', { owner: 'anna@x.example' });
    expect(pairs([seen, calendar('B/Calendar', { isDefault: true, owner: 'ben' })])).toEqual([]);
    const claimed = ['A', 'B'].map((label) =>
      calendar(`${label}/Calendar`, { isDefault: true, owner: 'shared' }),
    );
    expect(pairs([...claimed, calendar('B/Other', { owner: 'shared' })])).toEqual([]);
  });

  it('is refused by the name that is not meant, with the one that is', () => {
    const own = calendar('A/Work', { remoteId: 'anna@x.example', isDefault: true });
    const seen = calendar('B/Anna', { remoteId: 'anna@x.example' });
    const named = rule.parse({ id: 'r', sources: ['B/Anna'], targets: ['A/Work'] });
    expect(selectorProblems(named, [own, seen])).toEqual([
      {
        path: 'sources[0]',
        reason:
          'the calendar "B/Anna" belongs to another account of yours, and is reached there; name "A/Work"',
      },
    ]);
  });
});
