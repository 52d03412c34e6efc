import type { BlockRecord } from '../../shared/model/block-record.ts';
import type { Calendar } from '../../shared/model/calendar.ts';
import type { Marker } from '../../shared/model/marker.ts';
import { keyOfOperation, type Operation } from '../../shared/plan/operation.ts';
import { fingerprintOf } from '../../shared/plan/slot.ts';
import type { Write } from '../ports/provider.ts';
import type { VaultSecret } from './engine-deps.ts';

/** An operation on its way to a provider, with the ledger row that stands for it from now on. */
export interface Order {
  readonly ref: string;
  readonly operation: Exclude<Operation, { kind: 'link' | 'forget' }>;
  readonly write: Write;
  /** The row as it is to be on disk before the request leaves: it tells a crash's survivor what was meant. */
  readonly intended: BlockRecord;
}

/** Words an operation for the provider. One order per block, so `ref` is the target and the block key. */
export function orderFor(
  operation: Order['operation'],
  calendar: Calendar,
  vault: VaultSecret,
): Order | null {
  const ref = `${operation.target} ${keyOfOperation(operation)}`;
  if (operation.kind === 'create') return createOrder(ref, operation, calendar, vault);
  const { record } = operation;
  if (record.remoteId === null) return null;
  const there = {
    ref,
    calendar: addressOf(calendar),
    remoteId: record.remoteId,
    etag: record.etag,
  };
  if (operation.kind === 'delete') {
    const marker = markerOf(vault, record.key, record.generation, record.written);
    return {
      ref,
      operation,
      write: { kind: 'delete', ...there, marker },
      intended: { ...record, state: 'deleting' },
    };
  }
  const { content, slot, written } = operation;
  const marker = markerOf(vault, record.key, record.generation, written);
  return {
    ref,
    operation,
    write: { kind: 'update', ...there, content, marker },
    // The old content stays on record until the provider has confirmed the new one, and so does a deletion whose answer
    // nobody heard: should the block be gone, it was not the user who removed it.
    intended: { ...record, slot },
  };
}

function createOrder(
  ref: string,
  operation: Extract<Operation, { kind: 'create' }>,
  calendar: Calendar,
  vault: VaultSecret,
): Order {
  const { target, key, slot, generation, content, written } = operation;
  const marker = markerOf(vault, key, generation, written);
  return {
    ref,
    operation,
    write: { kind: 'create', ref, calendar: addressOf(calendar), content, marker },
    intended: {
      target,
      key,
      slot,
      generation,
      state: 'creating',
      remoteId: null,
      etag: null,
      content,
      written,
      observed: null,
      seenAt: null,
      writtenAt: null,
      repairs: 0,
      repairedAt: null,
    },
  };
}

function addressOf({ id, remoteId }: Calendar): Write['calendar'] {
  return { id, remoteId };
}

function markerOf(
  vault: VaultSecret,
  key: Marker['key'],
  generation: number,
  written: string,
): Marker {
  return { vault: vault.id, key, generation, fingerprint: fingerprintOf(vault.key, written) };
}

/** The next try of a create whose id a deleted event still holds. */
export function nextGeneration(order: Order, vault: VaultSecret): Order {
  if (order.operation.kind !== 'create' || order.write.kind !== 'create')
    throw new Error('Only a create has generations');
  const generation = order.operation.generation + 1;
  const operation = { ...order.operation, generation };
  const marker = markerOf(vault, operation.key, generation, operation.written);
  return {
    ...order,
    operation,
    write: { ...order.write, marker },
    intended: { ...order.intended, generation },
  };
}
