import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const numbered = (letter: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${letter}${index + 1}`);

/** The security rules that concern the app: Electron's own checklist (1 to 20), its features, secrets, release. */
const rules = [
  ...numbered('', 20),
  ...numbered('E', 15),
  ...numbered('S', 10),
  ...numbered('R', 6),
];

/** Rules without a test, and why. */
const without: Readonly<Record<string, string>> = {
  E15: 'names the programs that were read; it asks for nothing of its own',
  S10: 'an option that is not offered: how far the free/busy scopes go can only be seen at the live services',
};

/** The ids before the colon with which names of tests begin: `E6 E7: …`, `13 14: …`. */
const cited = new Set(
  globSync('test/**/*.test.ts').flatMap((file) =>
    [
      ...readFileSync(file, 'utf8').matchAll(/['"`]((?:[A-Z]?\d+(?:\.\d+)? )*[A-Z]?\d+): \S/g),
    ].flatMap(([, ids = '']) => ids.split(' ')),
  ),
);

describe('the rules of security', () => {
  it.each(rules.filter((id) => !(id in without)))(
    '%s is the beginning of the name of at least one test',
    (id) => {
      expect(cited).toContain(id);
    },
  );

  it('that no test is named after are few, and each says why', () => {
    for (const [id, why] of Object.entries(without)) {
      expect(cited, id).not.toContain(id);
      expect(why.length).toBeGreaterThan(20);
    }
    expect(Object.keys(without)).toHaveLength(2);
  });
});
