import { canonicalContent } from '../../shared/model/block.ts';
import type { BlockRecord } from '../../shared/model/block-record.ts';
import { assertNever } from '../../shared/model/brand.ts';
import { DAY, type Instant } from '../../shared/time/instant.ts';
import type { WriteOutcome } from '../ports/provider.ts';
import type { Order } from './order.ts';

/** What an outcome means: the ledger row from now on, and what remains to be done. */
export interface Settlement {
  /** Null where no row is to stay: nothing was made. */
  readonly record: BlockRecord | null;
  /**
   * `done`: as ordered. `again`: try the next generation now. `replan`: the next plan has to look at it.
   * `failed`: not done, to be planned again. `lost`: not done, and nobody knows whether it took effect.
   */
  readonly next: 'done' | 'again' | 'replan' | 'failed' | 'lost';
  /**
   * "Not found" can also mean "no longer shown to you": only a complete read of the target tells whether the block is
   * really gone (providers.md trap 7, security.md F9).
   */
  readonly doubtful?: true;
}

/**
 * Decides what the ledger holds after a write's outcome. A table of kind of write × outcome.
 * `inWindow`: whether the next complete read of the target will tell about this block.
 */
export function settle(
  order: Order,
  outcome: WriteOutcome,
  before: BlockRecord | null,
  now: Instant,
  inWindow: boolean,
): Settlement {
  const { intended } = order;
  switch (outcome.kind) {
    case 'written':
      return { record: writtenRecord(order, outcome.remoteId, outcome.etag, now), next: 'done' };
    case 'removed':
      return { record: { ...intended, state: 'gone', etag: null, writtenAt: now }, next: 'done' };
    case 'exists':
      return {
        record: adopted(intended, outcome.block, now),
        next: sameAs(order, outcome.block) ? 'done' : 'replan',
      };
    case 'idTaken':
      return { record: intended, next: 'again' };
    case 'changed':
      return { record: edited(before ?? intended, outcome.block, now), next: 'replan' };
    case 'notOurs':
      // Somebody took the marker off: from now on it is their event (security.md I4).
      return { record: { ...intended, state: 'dismissed', etag: null }, next: 'done' };
    case 'gone':
      return inWindow ? notFound(order, before) : goneForGood(order, before);
    case 'unreachable':
      if (outcome.maybeApplied) return { record: intended, next: 'lost' };
      return { record: before, next: 'failed' };
    case 'throttled':
    case 'forbidden':
    case 'needsSignIn':
    case 'needsAdmin':
    case 'malformed':
    case 'aborted':
      return { record: before, next: 'failed' };
    default:
      return assertNever(outcome);
  }
}

/** For a create, it is the calendar that is not there. Otherwise the row stays until a complete read has shown more. */
function notFound({ intended, operation }: Order, before: BlockRecord | null): Settlement {
  switch (operation.kind) {
    case 'create':
      return { record: before, next: 'failed' };
    case 'update':
      return { record: before ?? intended, next: 'replan', doubtful: true };
    case 'delete':
      return { record: { ...intended, missed: true }, next: 'replan', doubtful: true };
  }
}

/** Nothing will ever tell more of a block of the past: it is taken for gone. */
function goneForGood({ intended, operation }: Order, before: BlockRecord | null): Settlement {
  if (operation.kind === 'create') return { record: before, next: 'failed' };
  const record: BlockRecord = { ...intended, state: 'gone', etag: null };
  return { record, next: operation.kind === 'delete' ? 'done' : 'replan' };
}

function writtenRecord(
  order: Order,
  remoteId: string,
  etag: string | null,
  now: Instant,
): BlockRecord {
  const { intended, operation } = order;
  const base: BlockRecord = {
    ...intended,
    state: 'live',
    remoteId,
    etag,
    observed: null,
    writtenAt: now,
    missed: false,
  };
  if (operation.kind === 'delete') return base;
  const { content, written } = operation;
  const repair = operation.kind === 'update' && operation.cause === 'repair';
  return { ...base, content, written, ...(repair ? countRepair(intended, now) : {}) };
}

/** Counts the repairs of the last 24 hours. */
function countRepair(
  record: BlockRecord,
  now: Instant,
): Pick<BlockRecord, 'repairs' | 'repairedAt'> {
  const recent =
    record.repairedAt !== null && now >= record.repairedAt && now - record.repairedAt < DAY;
  return { repairs: recent ? record.repairs + 1 : 1, repairedAt: recent ? record.repairedAt : now };
}

/** The row of a block that was found where one was to be made. */
export function adopted(
  record: BlockRecord,
  block: Extract<WriteOutcome, { kind: 'exists' }>['block'],
  now: Instant,
): BlockRecord {
  return {
    ...record,
    state: 'live',
    remoteId: block.remoteId,
    etag: block.etag,
    generation: block.marker.generation,
    content: block.content,
    written: canonicalContent(block.content),
    observed: null,
    seenAt: now,
    writtenAt: now,
    missed: false,
  };
}

/** Somebody changed the block between our read and our write: their change is what the next plan judges. */
function edited(
  record: BlockRecord,
  block: Extract<WriteOutcome, { kind: 'changed' }>['block'],
  now: Instant,
): BlockRecord {
  const seen = canonicalContent(block.content);
  return {
    ...record,
    state: 'live',
    etag: block.etag,
    observed: seen === record.written ? null : seen,
    seenAt: now,
  };
}

function sameAs(order: Order, block: Extract<WriteOutcome, { kind: 'exists' }>['block']): boolean {
  return (
    order.operation.kind !== 'delete' && canonicalContent(block.content) === order.operation.written
  );
}
