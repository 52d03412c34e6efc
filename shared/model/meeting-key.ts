import { digest, type MeetingKey } from './ids.ts';

/** What Outlook's own meeting ids begin with ([MS-OXOCAL] PidLidGlobalObjectId, "Byte Array ID"), in hex. */
const OUTLOOK_PREFIX = '040000008200E00074C5B7101A82E008';
const DATE = { start: 32, end: 40 } as const;
/** `vCal-Uid` and the number 1, little-endian: the rest is another program's UID as text. */
const FOREIGN_UID = '7643616C2D55696401000000';

/**
 * One identity for a meeting wherever it is seen. Microsoft gives each occurrence a UID of its own, Google one to the
 * whole series; with the day taken out, and a UID that Outlook has wrapped unwrapped, they are equal again.
 */
export function meetingKeyOf(iCalUid: string): MeetingKey {
  return digest('meeting', normalised(iCalUid.trim())) as MeetingKey;
}

function normalised(uid: string): string {
  const hex = uid.toUpperCase();
  if (!hex.startsWith(OUTLOOK_PREFIX) || !/^[0-9A-F]+$/.test(hex)) return uid;
  const at = hex.indexOf(FOREIGN_UID, DATE.end);
  if (at >= 0) return textOf(hex.slice(at + FOREIGN_UID.length));
  return hex.slice(0, DATE.start) + '0'.repeat(DATE.end - DATE.start) + hex.slice(DATE.end);
}

function textOf(hex: string): string {
  const end = /^(?:..)*?(?=00)/.exec(hex)?.[0] ?? hex;
  try {
    return decodeURIComponent(end.replace(/../g, '%$&'));
  } catch {
    return hex;
  }
}
