import { describe, expect, it } from 'vitest';
import { canaries, findCanary } from '../kit/canary.ts';

const canary = canaries()('title');

describe('the hunt for canaries finds one', () => {
  it.each([
    ['as it is', `x${canary}y`],
    ['in capitals', canary.toUpperCase()],
    ['in part', canary.slice(3, 9)],
    ['in base64', Buffer.from(`{"a":"${canary}"}`).toString('base64')],
    ['in base64url, elsewhere in the text', Buffer.from(`ab${canary}zz?`).toString('base64url')],
    ['in hexadecimal', Buffer.from(canary).toString('hex')],
    ['in percent-encoding', Array.from(canary, (l) => `%${l.charCodeAt(0).toString(16)}`).join('')],
    ['in UTF-16', Buffer.from(canary, 'utf16le').toString('latin1')],
    ['in JSON escapes', Array.from(canary, (l) => `\\u00${l.charCodeAt(0).toString(16)}`).join('')],
    ['in HTML entities', Array.from(canary, (l) => `&#${l.charCodeAt(0)};`).join('')],
    [
      'in hexadecimal HTML entities',
      Array.from(canary, (l) => `&#x${l.charCodeAt(0).toString(16)};`).join(''),
    ],
    ['in quoted-printable', Array.from(canary, (l) => `=${l.charCodeAt(0).toString(16)}`).join('')],
  ])('%s', (_way, text) => {
    expect(findCanary(text, canary)).not.toBe('');
  });

  it('and nothing where there is none', () => {
    expect(findCanary('Busy, 2026-05-05, private, 0123456789abcdef', canary)).toBe('');
  });
});
