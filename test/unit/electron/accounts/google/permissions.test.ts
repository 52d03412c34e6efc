import { describe, expect, it } from 'vitest';
import {
  accessOf,
  listScope,
  readScope,
  scopesFor,
  writeScope,
} from '../../../../../electron/accounts/google/permissions.ts';

const whole = 'https://www.googleapis.com/auth/calendar';

describe('S5: what Google granted', () => {
  it.each([
    [scopesFor('readWrite').join(' '), 'readWrite'],
    [scopesFor('readOnly').join(' '), 'readOnly'],
    [`${listScope} ${readScope}`, 'readOnly'],
    [whole, 'readWrite'],
    [`${whole}.readonly`, 'readOnly'],
  ])('"%s" is %s', (granted, access) => {
    expect(accessOf(granted, 'readWrite')).toEqual({ kind: 'access', access });
  });

  it.each([
    ['openid email', [listScope, writeScope]],
    [`openid ${listScope}`, [writeScope]],
    [`openid ${writeScope}`, [listScope]],
  ])('"%s" is too little', (granted, missing) => {
    expect(accessOf(granted, 'readWrite')).toEqual({ kind: 'notGranted', missing });
  });
});
