/** Why the database can't do its work. */
export type StoreErrorCode = 'full' | 'readOnly' | 'io' | 'corrupt' | 'busy' | 'newer';

/** A database that can't be used, or a write that did not happen. Nothing was half-written. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code: StoreErrorCode;
  /** Where a damaged database was put aside, if it was. */
  readonly quarantined: string | null;

  constructor(code: StoreErrorCode, options: { cause?: unknown; quarantined?: string } = {}) {
    super(`store.${code}`, { cause: options.cause });
    this.code = code;
    this.quarantined = options.quarantined ?? null;
  }
}

const SQLITE_CODES: Readonly<Record<number, StoreErrorCode>> = {
  5: 'busy',
  6: 'busy',
  8: 'readOnly',
  10: 'io',
  11: 'corrupt',
  13: 'full',
  14: 'io',
  26: 'corrupt',
};

/** Names an SQLite error; null for anything else, which is a bug and not the disk's doing. */
export function storeErrorOf(error: unknown): StoreError | null {
  if (error instanceof StoreError) return error;
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number')
    return null;
  // The low byte is SQLite's primary result code.
  const code = SQLITE_CODES[error.errcode & 0xff];
  return code === undefined ? null : new StoreError(code, { cause: error });
}
