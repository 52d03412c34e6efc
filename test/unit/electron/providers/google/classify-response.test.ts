import { describe, expect, it } from 'vitest';
import { classifyResponse } from '../../../../../electron/providers/google/classify-response.ts';
import { HOUR } from '../../../../../shared/time/instant.ts';
import { at } from '../../../../kit/event-builder.ts';

const now = at('2026-05-04T09:00Z');

function read(
  status: number,
  error?: unknown,
  headers: Readonly<Record<string, string>> = {},
): ReturnType<typeof classifyResponse> {
  return classifyResponse({ status, headers, body: JSON.stringify({ error }) }, now);
}

const because = (reason: string): object => ({ errors: [{ reason }], message: 'anna@example.com' });

describe('reading a status', () => {
  it.each([200, 204, 304, 400, 404, 409, 410, 412])('leaves %d to the caller', (status) => {
    expect(read(status, because('notFound'))).toBeNull();
  });

  it.each([
    [429, 'rateLimitExceeded', null],
    [429, 'somethingElse', null],
    [403, 'rateLimitExceeded', null],
    [403, 'userRateLimitExceeded', null],
    [403, 'quotaExceeded', HOUR],
    [429, 'quotaExceeded', HOUR],
    [403, 'dailyLimitExceeded', HOUR],
  ])('slows down on %d %s', (status, reason, retryAfterMs) => {
    expect(read(status, because(reason))).toEqual({ kind: 'throttled', retryAfterMs });
  });

  it.each([
    ['7', 7_000],
    ['Mon, 04 May 2026 09:00:30 GMT', 30_000],
    ['soon', null],
  ])('waits as long as Retry-After %s asks', (header, retryAfterMs) => {
    const headers = { 'retry-after': header };
    expect(read(429, because('x'), headers)).toEqual({ kind: 'throttled', retryAfterMs });
    expect(read(403, because('rateLimitExceeded'), headers)).toEqual({
      kind: 'throttled',
      retryAfterMs,
    });
  });

  it('takes the word of a server that is down for when it will be back', () => {
    expect(read(503, undefined, { 'retry-after': '3' })).toEqual({
      kind: 'throttled',
      retryAfterMs: 3_000,
    });
  });

  it.each([
    'forbidden',
    'requiredAccessLevel',
    'insufficientPermissions',
    'forbiddenForNonOrganizer',
    'neverHeardOf',
  ])('does not knock again on 403 %s', (reason) => {
    expect(read(403, because(reason))).toEqual({ kind: 'forbidden', code: reason });
  });

  it.each(['accessNotConfigured', 'admin_policy_enforced', 'domainPolicy'])(
    'sends people to their administrator for %s',
    (reason) => {
      expect(read(403, because(reason))).toEqual({ kind: 'needsAdmin', code: reason });
      expect(read(400, reason)).toEqual({ kind: 'needsAdmin', code: reason });
    },
  );

  it('sends people to sign in where a consent has ended', () => {
    expect(read(401, because('authError'))).toEqual({ kind: 'needsSignIn', code: 'google-401' });
    expect(read(401)).toEqual({ kind: 'needsSignIn', code: 'google-401' });
    expect(read(400, 'invalid_grant')).toEqual({ kind: 'needsSignIn', code: 'invalid_grant' });
  });

  it.each([500, 502, 503, 504, 408])('takes %d for a write that may have been done', (status) => {
    expect(read(status)).toEqual({
      kind: 'unreachable',
      maybeApplied: true,
      code: `google-${status}`,
    });
  });

  it.each([405, 413, 418])('takes %d for no answer of this API', (status) => {
    expect(read(status)).toEqual({ kind: 'malformed', code: `google-${status}` });
  });

  it.each([
    [
      'the details',
      { details: [{}, { reason: 'RATE_LIMIT_EXCEEDED' }], status: 'PERMISSION_DENIED' },
    ],
    ['the status', { status: 'RESOURCE_EXHAUSTED' }],
  ])('finds a reason in %s', (_, error) => {
    expect(read(403, error)).toEqual({ kind: 'throttled', retryAfterMs: null });
  });

  it.each([
    ['a sentence', because('Anna (anna@example.com) may not do this')],
    ['nothing', undefined],
    ['a list', []],
    ['numbers', { errors: [{ reason: 7 }], details: 'x', status: 1 }],
  ])('quotes no more than a reason, given %s', (_, error) => {
    expect(read(403, error)).toEqual({ kind: 'forbidden', code: 'google-403' });
  });

  it('makes do with a page that is no JSON', () => {
    const response = { status: 403, headers: {}, body: '<html>' };
    expect(classifyResponse(response, now)).toEqual({ kind: 'forbidden', code: 'google-403' });
  });
});
