/** What `npm audit --json` says, judged (security.md 16, R2). Pure: who asks the registry is `check-advisories.ts`. */
import { z } from 'zod';

const severities = ['info', 'low', 'moderate', 'high', 'critical'] as const;

const report = z.object({
  vulnerabilities: z.record(
    z.string(),
    z.object({
      severity: z.enum(severities),
      range: z.string(),
      via: z.array(z.union([z.string(), z.object({ title: z.string(), url: z.string() })])),
    }),
  ),
});

const refusal = z.object({ message: z.string() });

export type Verdict =
  /** `lines`: one for each advisory that must not be. */
  | { readonly kind: 'judged'; readonly lines: readonly string[]; readonly known: number }
  /** The registry could not be asked, or has no answer: nothing is known. */
  | { readonly kind: 'unknown'; readonly reason: string };

/**
 * An advisory of whatever severity counts where the package is part of what is shipped, in tools only a high one. Where
 * it is not known what is shipped (`null`), everything is.
 */
export function judgeAdvisories(text: string, shipped: ReadonlySet<string> | null): Verdict {
  const json = parse(text);
  const parsed = report.safeParse(json);
  if (!parsed.success) {
    const refused = refusal.safeParse(json);
    const words = refused.success ? refused.data.message : 'npm gave no answer';
    return { kind: 'unknown', reason: words.split('\n', 1)[0] ?? words };
  }
  const found = Object.entries(parsed.data.vulnerabilities);
  const bad = found.filter(
    ([name, { severity }]) =>
      shipped === null ||
      shipped.has(name) ||
      severities.indexOf(severity) >= severities.indexOf('high'),
  );
  return {
    kind: 'judged',
    known: found.length,
    lines: bad.map(([name, { severity, range, via }]) => {
      const reasons = via.map((one) =>
        typeof one === 'string' ? `by ${one}` : `${one.title} ${one.url}`,
      );
      return `${name} ${range} (${severity}): ${reasons.join('; ')}`;
    }),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
