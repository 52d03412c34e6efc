import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BlockKey, VaultId } from '../../../../shared/model/ids.ts';
import {
  formatMarker,
  isSameBlock,
  parseMarker,
  type Marker,
} from '../../../../shared/model/marker.ts';

const hex = (length: number): fc.Arbitrary<string> =>
  fc
    .array(fc.integer({ min: 0, max: 15 }), { minLength: length, maxLength: length })
    .map((digits) => digits.map((digit) => digit.toString(16)).join(''));
const anyMarker: fc.Arbitrary<Marker> = fc.record({
  vault: hex(32).map((text) => text as VaultId),
  key: hex(64).map((text) => text as BlockKey),
  generation: fc.integer({ min: 0, max: 999_999 }),
  fingerprint: hex(32),
});
const marker: Marker = {
  vault: 'a'.repeat(32) as VaultId,
  key: 'b'.repeat(64) as BlockKey,
  generation: 3,
  fingerprint: 'c'.repeat(32),
};
const text = formatMarker(marker);

describe('a marker', () => {
  it('is read as it was written, and fits where providers keep it', () => {
    fc.assert(
      fc.property(anyMarker, (one) => {
        expect(parseMarker(formatMarker(one))).toEqual(one);
        expect(formatMarker(one)).toMatch(/^[\x21-\x7e]{1,150}$/);
      }),
    );
  });

  it('of another vault is recognised as a marker', () => {
    const foreign = { ...marker, vault: 'd'.repeat(32) as VaultId };
    expect(parseMarker(formatMarker(foreign))?.vault).toBe('d'.repeat(32));
  });

  it('I4: of another vault never stands for a block of ours, even with its key', () => {
    const foreign = { ...marker, vault: 'd'.repeat(32) as VaultId };
    expect(isSameBlock(marker, foreign)).toBe(false);
    expect(isSameBlock(marker, { ...marker, generation: 9 })).toBe(true);
  });

  it.each([
    ['an older format', text.replace(/^1/, '0')],
    ['a newer format', text.replace(/^1/, '2')],
    ['a newer format with more in it', `${text}|more`],
    ['a format without a number', text.slice(2)],
    ['nothing', ''],
    ['other words', 'umbra'],
    ['a short key', text.replace('b'.repeat(64), 'b'.repeat(63))],
    ['upper case', text.toUpperCase()],
    ['a negative generation', text.replace('|3|', '|-3|')],
    ['no generation', text.replace('|3|', '||')],
    ['an endless generation', text.replace('|3|', '|99999999999|')],
    ['another line', `${text}\n`],
    ['a line before', `\n${text}`],
    ['a cut end', text.slice(0, -1)],
  ])('is not read from %s, so that no such event counts as ours', (_, damaged) => {
    expect(parseMarker(damaged)).toBeNull();
  });

  it('is never read from a text that one wrong character has crept into', () => {
    fc.assert(
      fc.property(
        anyMarker,
        fc.nat(),
        fc.constantFrom('g', ' ', '|', 'A', '\u0000', 'é'),
        (one, place, wrong) => {
          const whole = formatMarker(one);
          const at = place % whole.length;
          const changed = whole.slice(0, at) + wrong + whole.slice(at + 1);
          if (changed !== whole) expect(parseMarker(changed)).toBeNull();
        },
      ),
    );
  });
});
