import type { BlockKey, VaultId } from './ids.ts';

/**
 * The hidden property that makes a busy block recognisable as ours on any device.
 * It holds nothing of the source: the key is an HMAC, the fingerprint an HMAC of what the target shows anyway.
 */
export interface Marker {
  readonly vault: VaultId;
  readonly key: BlockKey;
  /** How often this key's event was written anew after a deletion: provider ids can't be reused (providers.md trap 11). */
  readonly generation: number;
  /** First 32 hex digits of an HMAC of the written content. */
  readonly fingerprint: string;
}

const FORMAT = '1';
const PATTERN = /^1\|([0-9a-f]{32})\|([0-9a-f]{64})\|(\d{1,6})\|([0-9a-f]{32})$/;

/** Whether two markers stand for the same block: never across vaults, whatever their keys (security.md I4). */
export function isSameBlock(one: Marker, other: Marker): boolean {
  return one.vault === other.vault && one.key === other.key;
}

/** The text kept in the provider's hidden property: under 150 characters, ASCII (Google cuts values at 1024). */
export function formatMarker(marker: Marker): string {
  return [FORMAT, marker.vault, marker.key, marker.generation, marker.fingerprint].join('|');
}

/** Reads a marker; null where the text is none, so that a damaged marker never counts as ours. */
export function parseMarker(text: string): Marker | null {
  const match = PATTERN.exec(text);
  if (match === null) return null;
  const [, vault, key, generation, fingerprint] = match;
  return {
    vault: vault as VaultId,
    key: key as BlockKey,
    generation: Number(generation),
    fingerprint: fingerprint as string,
  };
}
