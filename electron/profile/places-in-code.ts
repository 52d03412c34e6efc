/** The stack's places without its first line, which holds the message: that may quote what an event says (security.md S8). */
export function placesIn(error: unknown): string {
  if (!(error instanceof Error) || error.stack === undefined) return '';
  const places = error.stack.split('\n').filter((line) => /^\s+at /.test(line));
  return [error.name, ...places.slice(0, 8), ''].join('\n');
}
