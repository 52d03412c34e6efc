import { describe, expect, it } from 'vitest';
import { formatCursor, usableToken } from '../../../../../electron/providers/google/cursor.ts';
import { allNeeds, noNeeds } from '../../../../../shared/rules/field-needs.ts';
import { instant } from '../../../../../shared/time/instant.ts';
import { window } from './google-bench.ts';

const cursor = formatCursor('token', window, { ...noNeeds, title: true });

describe('a cursor', () => {
  it('gives its token back for the window and the fields it was made for, or fewer', () => {
    expect(usableToken(cursor, window, { ...noNeeds, title: true })).toBe('token');
    expect(usableToken(cursor, window, noNeeds)).toBe('token');
  });

  it.each([
    ['a later start', { ...window, start: instant(window.start + 1) }, noNeeds],
    ['a later end', { ...window, end: instant(window.end + 1) }, noNeeds],
    ['more fields', window, allNeeds],
  ])('is of no use for %s', (_, other, needs) => {
    expect(usableToken(cursor, other, needs)).toBeNull();
  });

  it.each([null, '', '[]', '{"v":1}', cursor.replace('"v":1', '"v":2'), cursor.slice(1)])(
    'is of no use where it reads %s',
    (text) => {
      expect(usableToken(text, window, noNeeds)).toBeNull();
    },
  );
});
