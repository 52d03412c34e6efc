/**
 * Tells whoever started us from a terminal of a mistake of ours: where, and the places in the code. Never a message: it may quote
 * what an event says.
 */
export function report(where: string, what: string, error?: unknown): void {
  process.stderr.write(`umbra: ${where} ${what}\n${placesIn(error)}`);
}

/** The stack's places without its first line, which holds the message. */
export function placesIn(error: unknown): string {
  if (!(error instanceof Error) || error.stack === undefined) return '';
  const places = error.stack.split('\n').filter((line) => /^\s+at /.test(line));
  return [error.name, ...places.slice(0, 8), ''].join('\n');
}
