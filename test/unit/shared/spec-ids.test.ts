import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = new URL('../../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const idsOf = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, id = '']) => id);

const specs = {
  'shared/plan/SPEC.md': 'P',
  'shared/rules/SPEC.md': 'R',
} as const;
const promised = Object.keys(specs).flatMap((path) => idsOf(read(path), /^- \*\*(\w+)\*\*/gm));
/** The ids with which names of tests begin, by file. */
const cited = new Map(
  globSync('test/**/*.test.ts', { cwd: fileURLToPath(root) }).map((path) => [
    path.replaceAll('\\', '/'),
    idsOf(read(path.replaceAll('\\', '/')), /['"`]\[([PR]\d+)\] \S/g),
  ]),
);

describe('the promises of the rules and the planner', () => {
  it.each(promised)('%s is the beginning of the name of at least one test', (id) => {
    expect([...cited.values()].flat()).toContain(id);
  });

  it('are the only ones that tests cite', () => {
    const unknown = [...cited].flatMap(([path, ids]) =>
      ids.filter((id) => !promised.includes(id)).map((id) => `${path}: ${id}`),
    );
    expect(unknown).toEqual([]);
  });

  it.each(Object.entries(specs))(
    'of %s are numbered %s1 onwards, none twice, none left out',
    (path, letter) => {
      const ids = idsOf(read(path), /^- \*\*(\w+)\*\*/gm);
      expect(ids.length).toBeGreaterThan(20);
      expect(ids).toEqual(ids.map((_, index) => `${letter}${index + 1}`));
    },
  );
});
