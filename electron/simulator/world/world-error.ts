export type WorldErrorCode =
  | 'idTaken'
  | 'notFound'
  | 'badTime'
  | 'badRule'
  /** The named original start is none of the series' occurrences, or was deleted. */
  | 'notAnOccurrence'
  | 'badDump';

/** A deed that the simulated world refuses. Its text names ids and places only, never a title or an address. */
export class WorldError extends Error {
  override readonly name = 'WorldError';
  readonly code: WorldErrorCode;

  constructor(code: WorldErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
