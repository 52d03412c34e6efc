/** How far behind our Electron is, judged (security.md 16). Pure: who asks the registry is `check-advisories.ts`. */
import { z } from 'zod';

const version = /^(\d+)\.(\d+)\.(\d+)$/;
/** `latest`, and the newest of each supported line as `44-x-y`. */
const tags = z.record(z.string(), z.string());

type Release = readonly [major: number, minor: number, patch: number];

export type Age =
  | { readonly kind: 'judged'; readonly lines: readonly string[] }
  /** The registry gave no answer: nothing is known. */
  | { readonly kind: 'unknown' };

/** At most one major behind the newest, and at most one release behind the newest of its own line. */
export function judgeAge(ours: string, answer: string): Age {
  const parsed = tags.safeParse(parse(answer));
  const mine = release(ours);
  const newest = parsed.success ? release(parsed.data['latest']) : null;
  if (!parsed.success || mine === null || newest === null) return { kind: 'unknown' };
  const [major] = mine;
  // Where the registry keeps no line of ours, the newest of all is of our line, or our line is closed.
  const line = release(parsed.data[`${major}-x-y`]) ?? (newest[0] === major ? newest : null);
  const lines: string[] = [];
  if (newest[0] - major > 1)
    lines.push(`electron ${ours} is ${newest[0] - major} majors behind ${newest.join('.')}`);
  if (line !== null && releasesBehind(mine, line) > 1)
    lines.push(`electron ${ours} is more than one release behind ${line.join('.')}`);
  return { kind: 'judged', lines };
}

/** Within a line: 0, 1, or "more" as 2. A first patch of a new minor is one release after the minor before. */
function releasesBehind([, minor, patch]: Release, [, newMinor, newPatch]: Release): number {
  if (newMinor < minor || (newMinor === minor && newPatch <= patch)) return 0;
  if (newMinor === minor) return newPatch - patch;
  return newMinor - minor + newPatch;
}

function release(text: string | undefined): Release | null {
  const [, major, minor, patch] = version.exec(text ?? '') ?? [];
  return major === undefined ? null : [Number(major), Number(minor), Number(patch)];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
