/** The only source of chance below the roots. */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  /** Bytes fit for keys. */
  bytes(length: number): Uint8Array;
}
