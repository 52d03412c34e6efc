import { describe, expect, it } from 'vitest';
import { accountIdOf, calendarIdOf, digest, eventIdOf } from '../../../../shared/model/ids.ts';

describe('ids', () => {
  it('of an account are the same on every device, however its address is written', () => {
    expect(accountIdOf('google', ' Ann@Example.com ')).toBe(
      accountIdOf('google', 'ann@example.com'),
    );
    expect(accountIdOf('microsoft', 'ann@example.com')).not.toBe(
      accountIdOf('google', 'ann@example.com'),
    );
    expect(accountIdOf('google', 'ann@example.com')).not.toContain('ann');
  });

  it('of calendars and events differ where the ids of the provider differ in case only', () => {
    const account = accountIdOf('microsoft', 'ann@example.com');
    expect(calendarIdOf(account, 'AAMkAD')).not.toBe(calendarIdOf(account, 'AAMkAd'));
    expect(eventIdOf('AAMkAD')).not.toBe(eventIdOf('AAMkAd'));
  });

  it('of a calendar differ between two accounts that share it', () => {
    const [ann, bob] = ['ann', 'bob'].map((name) => accountIdOf('google', `${name}@example.com`));
    if (ann === undefined || bob === undefined) throw new Error('no account');
    expect(calendarIdOf(ann, 'team')).not.toBe(calendarIdOf(bob, 'team'));
  });

  it('do not hold the id of the provider', () => {
    expect(eventIdOf('secret-event')).toMatch(/^[0-9a-f]{32}$/);
    expect(calendarIdOf(accountIdOf('google', 'a@b'), 'secret@example.com')).not.toContain(
      'secret',
    );
  });

  it('keep the parts they are made of apart', () => {
    expect(digest('ab', 'c')).not.toBe(digest('a', 'bc'));
    expect(digest('a', '')).not.toBe(digest('a'));
    expect(digest('a","b')).not.toBe(digest('a', 'b'));
  });
});
