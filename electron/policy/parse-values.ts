import { z } from 'zod';
import type { PolicyReading } from '../../shared/policy/reading.ts';

const values = z.record(z.string(), z.unknown());

/** The values of one JSON object; anything else is something that can't be understood. */
export function parseValues(text: string): PolicyReading['content'] {
  let input: unknown;
  try {
    input = JSON.parse(withoutMark(text));
  } catch {
    return { kind: 'unreadable', reason: 'it is no JSON' };
  }
  const parsed = values.safeParse(input);
  return parsed.success
    ? { kind: 'values', values: parsed.data }
    : { kind: 'unreadable', reason: 'it holds no JSON object of policies' };
}

/** Some tools begin a file of UTF-8 with a mark, which is no part of its JSON. */
function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

/** What is said of a place that nobody lets us look at. The error's text can hold anything, its code can't. */
export function unreadable(error: unknown): PolicyReading['content'] {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown error';
  return { kind: 'unreadable', reason: `it can’t be read (${code})` };
}
