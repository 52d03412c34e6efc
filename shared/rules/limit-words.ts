import type { z } from 'zod';

/** What is too little or too much, in words that say what to write instead; other issues keep their own. */
export function sayLimit(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === 'too_small') return sayLeast(issue.origin, String(issue.minimum));
  if (issue.code === 'too_big') return sayMost(issue.origin, String(issue.maximum));
  return undefined;
}

function sayLeast(of: string, least: string): string {
  const words = least === '1' ? 'one' : least;
  if (of === 'string') return `write at least ${words} character${least === '1' ? '' : 's'}`;
  return of === 'array' ? `give at least ${words}` : `use ${least} at least`;
}

function sayMost(of: string, most: string): string {
  if (of === 'string') return `use ${most} characters at most`;
  return of === 'array' ? `give ${most} at most` : `use ${most} at most`;
}
