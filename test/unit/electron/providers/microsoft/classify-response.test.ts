import { describe, expect, it } from 'vitest';
import { classifyResponse } from '../../../../../electron/providers/microsoft/classify-response.ts';
import { readAnswer } from '../../../../../electron/providers/microsoft/part-outcome.ts';
import type { Write } from '../../../../../electron/ports/provider.ts';
import type { BlockKey, CalendarId, VaultId } from '../../../../../shared/model/ids.ts';
import { busyHour } from '../../../../kit/block-builder.ts';
import { at } from '../../../../kit/event-builder.ts';

const now = at('2026-05-04T08:00:00Z');

function answer(
  status: number,
  code = '',
  headers: Record<string, string> = {},
): Parameters<typeof classifyResponse>[0] {
  const body = code === '' ? '' : JSON.stringify({ error: { code, message: 'secret words' } });
  return { status, headers: { 'content-type': 'application/json', ...headers }, body };
}

describe('an answer of Graph', () => {
  it.each([
    [200, '', null],
    [401, 'InvalidAuthenticationToken', 'needsSignIn'],
    [403, 'ErrorAccessDenied', 'forbidden'],
    [403, 'AADSTS90094', 'needsAdmin'],
    [403, 'ApplicationThrottled', 'throttled'],
    [403, '', 'forbidden'],
    [404, 'MailboxNotEnabledForRESTAPI', 'forbidden'],
    [404, 'ErrorItemNotFound', null],
    [410, 'syncStateNotFound', null],
    [412, 'ErrorIrresolvableConflict', null],
    [405, 'MethodNotAllowed', null],
    [501, 'NotImplemented', null],
    [429, 'ApplicationThrottled', 'throttled'],
    [500, 'ErrorInternalServerError', 'unreachable'],
    [502, '', 'unreachable'],
    [503, '', 'unreachable'],
    [504, '', 'unreachable'],
    [418, '', 'malformed'],
  ])('%i %s is %s', (status, code, kind) => {
    expect(classifyResponse(answer(status, code), now)?.kind ?? null).toBe(kind);
  });

  it('asks for a pause with 503 as with 429 where it says how long', () => {
    expect(classifyResponse(answer(503, '', { 'retry-after': '7' }), now)).toEqual({
      kind: 'throttled',
      retryAfterMs: 7_000,
    });
  });

  it('S8: passes on codes, never messages', () => {
    const failures = [401, 403, 429, 500, 418].map((status) =>
      JSON.stringify(classifyResponse(answer(status, 'ErrorX'), now)),
    );
    for (const told of failures) expect(told).not.toContain('secret');
  });
});

const calendar = { id: 'c' as CalendarId, remoteId: 'AQ' };
const marker = {
  vault: 'ab'.repeat(16) as VaultId,
  key: 'cd'.repeat(32) as BlockKey,
  generation: 0,
  fingerprint: 'ef'.repeat(16),
};
const removal: Write = { kind: 'delete', ref: 'a', calendar, remoteId: 'x', etag: '1', marker };
const creation: Write = {
  kind: 'create',
  ref: 'a',
  calendar,
  marker,
  content: busyHour(now),
};

describe('[trap 20] a part of a batch', () => {
  it.each([
    [removal, answer(204), { kind: 'settled', outcome: { kind: 'removed' } }],
    [removal, answer(404, 'ErrorItemNotFound'), { kind: 'settled', outcome: { kind: 'gone' } }],
    [removal, answer(412, 'ErrorIrresolvableConflict'), { kind: 'moved' }],
    [
      removal,
      answer(429, 'ApplicationThrottled', { 'retry-after': '3' }),
      { kind: 'throttled', retryAfterMs: 3_000 },
    ],
    [
      creation,
      answer(409, 'ErrorDuplicateTransactionId'),
      { kind: 'duplicate', existingEventId: null },
    ],
    [
      creation,
      answer(400, 'ErrorDuplicateTransactionId'),
      { kind: 'duplicate', existingEventId: null },
    ],
    [
      creation,
      answer(400, 'ErrorInvalidRequest'),
      { kind: 'settled', outcome: { kind: 'forbidden', code: 'ErrorInvalidRequest' } },
    ],
    [
      creation,
      answer(201),
      {
        kind: 'settled',
        outcome: { kind: 'unreachable', maybeApplied: true, code: 'graph-answer' },
      },
    ],
  ] as const)('is judged by its own status: %#', (write, response, expected) => {
    expect(readAnswer(write, response, now)).toEqual(expected);
  });
});
