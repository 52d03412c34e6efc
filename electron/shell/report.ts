import { placesIn } from '../profile/places-in-code.ts';

/** Tells whoever started us from a terminal of a mistake of ours: where, and the places in the code. Never a message. */
export function report(where: string, what: string, error?: unknown): void {
  process.stderr.write(`umbra: ${where} ${what}\n${placesIn(error)}`);
}
