import { describe, expect, it } from 'vitest';
import { meetingKeyOf } from '../../../../shared/model/meeting-key.ts';

const PREFIX = '040000008200E00074C5B7101A82E008';
const CREATED = 'D0A1B2C3D4E5DC01';
const OWN = `${PREFIX}00000000${CREATED}00000000000000001000000011223344556677889900AABBCCDDEEFF`;

/** The UID that Outlook's cloud gives to an occurrence: the day is written into the series' own. */
function occurrence(uid: string, year: number, month: number, day: number): string {
  const hex = (value: number, width: number): string =>
    value.toString(16).toUpperCase().padStart(width, '0');
  return `${uid.slice(0, 32)}${hex(year, 4)}${hex(month, 2)}${hex(day, 2)}${uid.slice(40)}`;
}

/** A UID of another program, as Outlook wraps it. */
function wrapped(uid: string, date = '00000000'): string {
  const bytes = Buffer.concat([
    Buffer.from('vCal-Uid'),
    Buffer.from([1, 0, 0, 0]),
    Buffer.from(uid),
    Buffer.from([0]),
  ]);
  const size = Buffer.alloc(4);
  size.writeUInt32LE(bytes.length);
  return `${PREFIX}${date}${'0'.repeat(32)}${size.toString('hex')}${bytes.toString('hex')}`.toUpperCase();
}

describe('one meeting seen in several calendars', () => {
  it('has one key, whether its occurrences have UIDs of their own or share one', () => {
    const shared = meetingKeyOf(OWN);
    expect(meetingKeyOf(occurrence(OWN, 2026, 5, 5))).toBe(shared);
    expect(meetingKeyOf(occurrence(OWN, 2026, 12, 31))).toBe(shared);
  });

  it('has one key in whichever case its UID is written', () => {
    expect(meetingKeyOf(OWN.toLowerCase())).toBe(meetingKeyOf(OWN));
    expect(meetingKeyOf(` ${OWN}\n`)).toBe(meetingKeyOf(OWN));
  });

  it.each(['7kukuqrfedlm2f9t0vvk6rl1jq@google.com', 'mötley-uid@example.com', 'A'.repeat(300)])(
    'has one key where Outlook has wrapped the UID %s',
    (uid) => {
      expect(meetingKeyOf(wrapped(uid))).toBe(meetingKeyOf(uid));
      expect(meetingKeyOf(wrapped(uid, '07EA0505'))).toBe(meetingKeyOf(uid));
    },
  );
});

describe('different meetings', () => {
  it('have different keys', () => {
    const other = OWN.replace('11223344', '11223345');
    expect(meetingKeyOf(other)).not.toBe(meetingKeyOf(OWN));
    expect(meetingKeyOf('a@google.com')).not.toBe(meetingKeyOf('b@google.com'));
    expect(meetingKeyOf(wrapped('a@google.com'))).not.toBe(meetingKeyOf(wrapped('b@google.com')));
  });

  it('have different keys where UIDs of other programs differ in case only', () => {
    expect(meetingKeyOf('Abc@example.com')).not.toBe(meetingKeyOf('abc@example.com'));
  });

  it('do not fail on UIDs that are damaged', () => {
    const keys = [PREFIX, OWN.slice(0, 41), `${wrapped('a')}F`, wrapped('a').slice(0, -4), ''].map(
      meetingKeyOf,
    );
    for (const key of keys) expect(key).toMatch(/^[0-9a-f]{32}$/);
  });

  it('have keys that do not tell the UID', () => {
    expect(meetingKeyOf('board@example.com')).not.toContain('board');
  });
});
