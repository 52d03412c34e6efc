import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../../../../electron/providers/microsoft/part-outcome.ts';
import type { Write } from '../../../../../electron/ports/provider.ts';
import type { BlockKey, VaultId } from '../../../../../shared/model/ids.ts';
import { at, calendarId } from '../../../../kit/event-builder.ts';

const now = at('2026-05-05T09:00Z');
const erase: Write = {
  kind: 'delete',
  ref: 'r',
  calendar: { id: calendarId('B'), remoteId: 'b' },
  remoteId: 'e1',
  etag: 'w1',
  marker: {
    vault: 'cd'.repeat(16) as VaultId,
    key: 'ab'.repeat(32) as BlockKey,
    generation: 0,
    fingerprint: 'ef'.repeat(16),
  },
};
const html = { 'content-type': 'text/html' };
const page = '<html><body>Please sign in to the hotel network.</body></html>';

describe('[security F22] the answer to a deletion', () => {
  it.each([204, 200])('means that it was carried out where it is empty (%i)', (status) => {
    expect(readAnswer(erase, { status, headers: {}, body: '' }, now)).toEqual({
      kind: 'settled',
      outcome: { kind: 'removed' },
    });
  });

  it('means nothing where it is a page of somebody else', () => {
    expect(readAnswer(erase, { status: 200, headers: html, body: page }, now)).toEqual({
      kind: 'settled',
      outcome: { kind: 'unreachable', maybeApplied: true, code: 'graph-answer' },
    });
  });

  it('leaves open whether the block is gone or hidden where it is 404', () => {
    expect(readAnswer(erase, { status: 404, headers: {}, body: '' }, now)).toEqual({
      kind: 'settled',
      outcome: { kind: 'gone' },
    });
  });
});
