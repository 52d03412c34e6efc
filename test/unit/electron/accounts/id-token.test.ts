import { describe, expect, it } from 'vitest';
import { readIdToken } from '../../../../electron/accounts/id-token.ts';
import { microsoftClouds } from '../../../../electron/accounts/microsoft/clouds.ts';
import { instant } from '../../../../shared/time/instant.ts';

const right = {
  iss: 'https://accounts.google.com',
  sub: '1',
  aud: 'umbra',
  exp: 2_000,
  nonce: 'n',
};
const expected = {
  issuers: () => ['https://accounts.google.com'],
  audience: 'umbra',
  nonce: 'n',
  now: instant(1_900_000),
};

function token(claims: unknown): string {
  return `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.x`;
}

describe('S4: an ID token', () => {
  it('that is right is read', () => {
    expect(readIdToken(token(right), expected)).toMatchObject({ claims: { sub: '1' } });
    expect(readIdToken(token({ ...right, aud: ['umbra'] }), expected).kind).toBe('claims');
  });

  it.each([
    ['of another issuer', { iss: 'https://evil.example' }, 'issuer'],
    ['for another client', { aud: 'other' }, 'audience'],
    ['for two clients', { aud: ['umbra', 'other'] }, 'id-token'],
    ['of another attempt', { nonce: 'other' }, 'nonce'],
    ['without a nonce', { nonce: undefined }, 'nonce'],
    ['that ended long ago', { exp: 1_000 }, 'clock'],
    ['without a subject', { sub: '' }, 'id-token'],
  ])('%s is refused', (_, own, code) => {
    expect(readIdToken(token({ ...right, ...own }), expected)).toEqual({ kind: 'untrusted', code });
  });

  it('that is none is refused', () => {
    for (const text of ['', 'a.b.c', 'e30', token(null)])
      expect(readIdToken(text, expected)).toEqual({ kind: 'untrusted', code: 'id-token' });
  });

  it('of Entra names its tenant in the issuer', () => {
    const claims = { ...right, tid: 't1' };
    expect(microsoftClouds.global.issuers(claims)).toEqual([
      'https://login.microsoftonline.com/t1/v2.0',
    ]);
    expect(microsoftClouds.china.issuers(claims)).toContain(
      'https://login.partner.microsoftonline.cn/t1/v2.0',
    );
  });
});
