import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskText, tidy } from '../../../../shared/rules/mask.ts';
import { timed } from '../../../kit/event-builder.ts';
import { compiledOf } from './rule-builder.ts';

function shown(title: string, location = '', description = ''): ReturnType<typeof maskText> {
  const event = timed('A', 'x', '2026-05-05T09:00Z', '2026-05-05T09:30Z', {
    text: { title, location, description },
  });
  return maskText(event, compiledOf({ mask: 'details' }), 'Work/A');
}

describe('texts that a stranger wrote', () => {
  it.each([
    ['an override of direction', 'a\u202egpj.exe', 'agpj.exe'],
    ['isolates', '\u2066a\u2069\u2067b\u2068', 'ab'],
    ['marks of direction', '\u200ea\u200fb\u061cc', 'abc'],
    ['control characters', 'a\u0000b\u0007c\u001b[31md\u007fe\u0085f', 'abc[31mdef'],
    ['half a character', 'a\ud83db\udc00c', 'abc'],
    ['a run of blanks', '  a \t  b  ', 'a b'],
  ])('[R17] lose %s', (_, raw, clean) => {
    expect(shown(raw, raw, raw)).toStrictEqual({
      title: clean,
      location: clean,
      description: clean,
    });
  });

  it.each(['a\nb', 'a\r\nb', 'a\u2028b', 'a\u2029b', 'a\n\n \nb'])(
    '[R17] become one line as a title: %j',
    (raw) => {
      expect(shown(raw).title).toBe('a b');
    },
  );

  it('[R17] keep their lines as a description', () => {
    expect(shown('a', '', 'one \r\n two\n\nthree').description).toBe('one\ntwo\n\nthree');
  });

  it('[R17] keep letters of every script, and emoji', () => {
    const text = 'Über naïve 会議 اجتماع 👩‍👩‍👧 שלום';
    expect(shown(text).title).toBe(text);
  });

  it.each([250, 251, 5_000])('[R17] of %i characters fit a title and a location', (length) => {
    const { title, location } = shown('x'.repeat(length), 'y'.repeat(length));
    expect(title).toBe(length === 250 ? 'x'.repeat(250) : `${'x'.repeat(249)}…`);
    expect(location).toBe(length === 250 ? 'y'.repeat(250) : `${'y'.repeat(249)}…`);
  });

  it('[R17] fit a description', () => {
    expect(shown('a', '', 'z'.repeat(8_000)).description).toBe('z'.repeat(8_000));
    expect(shown('a', '', 'z'.repeat(8_001)).description).toBe(`${'z'.repeat(7_999)}…`);
  });

  it('[R17] fit a title also where a template makes them longer', () => {
    const event = timed('A', 'x', '2026-05-05T09:00Z', '2026-05-05T09:30Z', {
      text: { title: 'x'.repeat(249), location: null, description: null },
    });
    const mask = { level: 'title' as const, label: 'Client', template: '{label}: {title}' };
    const { title } = maskText(event, compiledOf({ mask }), 'Work/A');
    expect(title).toBe(`Client: ${'x'.repeat(241)}…`);
  });

  it('[R17] are never cut inside a character', () => {
    expect(shown('😀'.repeat(251)).title).toBe(`${'😀'.repeat(249)}…`);
  });

  it('[R17] come out safe, short and settled, whatever they are', () => {
    const nasty = fc.string({
      unit: fc.oneof(
        fc.constantFrom('\u202e', '\u2067', '\u061c', '\u0000', '\r', '\n', '\t', ' ', '\ud800'),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 2 }),
      ),
      maxLength: 60,
    });
    fc.assert(
      fc.property(nasty, fc.integer({ min: 1, max: 40 }), (text, max) => {
        const clean = tidy(text, max);
        expect(clean.isWellFormed()).toBe(true);
        expect(clean).not.toMatch(/\p{Bidi_Control}|[\p{Cc}--[\n]]/v);
        expect(Array.from(clean).length).toBeLessThanOrEqual(max);
        expect(tidy(clean, max)).toBe(clean);
      }),
    );
  });
});
