import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarChoice } from '../../../../shared/rules/calendar-choices.ts';
import type { RuleList } from '../../../../shared/rules/rule-list.ts';
import { changeable, topology, type Cell } from '../../../../shared/rules/topology.ts';
import { setPairs } from '../../../../shared/rules/topology-edit.ts';
import { maskLevels, type MaskLevel } from '../../../../shared/model/mask-level.ts';
import { parseRuleSet } from '../../../../shared/rules/rule-set.ts';
import { choices, draft } from './choices.ts';

const four = choices('Acme/Work', 'Acme/Board', 'Home/Private', 'Home/Family', 'Club/Fixtures!');

function levels(rules: RuleList, among: readonly CalendarChoice[] = four): Record<string, string> {
  return Object.fromEntries(
    cells(rules, among)
      .filter(({ level }) => level !== null)
      .map(({ source, target, level }) => [`${source.ref} > ${target.ref}`, level ?? '']),
  );
}

function cells(rules: RuleList, among: readonly CalendarChoice[]): readonly Cell[] {
  return topology(rules, among).rows.flat();
}

function pair(source: string, target: string) {
  const find = (ref: string): CalendarChoice => {
    const found = four.find((one) => one.ref === ref);
    if (found === undefined) throw new Error(ref);
    return found;
  };
  return { source: find(source), target: find(target) };
}

describe('the matrix', () => {
  it('shows each pair of a mesh, no calendar on itself, and no read-only target', () => {
    const { sources, targets, rows } = topology([draft('mesh', {})], four);
    expect([sources.length, targets.length]).toEqual([5, 4]);
    expect(rows.flat().filter(({ self }) => self)).toHaveLength(4);
    expect(rows.flat().filter(({ level }) => level === 'busy')).toHaveLength(16);
  });

  it('shows the rule that shows most, and all that reach the pair', () => {
    const rules = [
      draft('mesh', {}),
      draft('own', { sources: ['Acme/Work'], targets: ['Home/Private'], mask: 'title' }),
    ];
    const cell = cells(rules, four).find(({ rules: all }) => all.length === 2);
    expect(cell).toMatchObject({ level: 'title', rule: 'own', rules: ['mesh', 'own'] });
  });

  it('holds a calendar that two accounts list once, where rules mean it', () => {
    const [shared, ...own] = choices('Club/Work', 'Acme/Work', 'Home/Private');
    if (shared === undefined) throw new Error('no choices');
    const listed = [{ ...shared, standIn: 'key:Acme/Work' }, ...own];
    const named = draft('named', { sources: ['Home/Private'], targets: ['Club/Work'] });
    expect(topology([], listed)).toMatchObject({ sources: own, targets: own });
    expect(levels([draft('mesh', {}), named], listed)).toEqual({
      'Acme/Work > Home/Private': 'busy',
      'Home/Private > Acme/Work': 'busy',
    });
    expect(levels([named], listed)).toEqual({});
  });

  it('lets nobody change a pair of the organisation’s rules, nor any where it decides about all', () => {
    const all = cells([draft('acme', { sources: ['Acme/Work'], targets: ['Home/Private'] })], four);
    const free = changeable(all, new Set(['acme']), null);
    expect(all.length - free.length).toBe(1);
    expect(free.some(({ rules }) => rules.includes('acme'))).toBe(false);
    expect(changeable(all, new Set(), 'Your organisation decides.')).toEqual([]);
  });

  it('leaves rules out that are switched off', () => {
    expect(levels([draft('mesh', { enabled: false })])).toEqual({});
  });

  it('says where conditions let only some events through', () => {
    const [cell] = cells([draft('a', { conditions: { allDay: false } })], four).filter(
      ({ level }) => level !== null,
    );
    expect(cell?.partly).toBe(true);
  });
});

describe('a cell that is changed', () => {
  it('to more gets a rule of its own, and the mesh stays as it is', () => {
    const mesh = draft('mesh', {});
    const rules = setPairs([mesh], four, [pair('Acme/Work', 'Home/Private')], 'title');
    expect(rules[0]).toBe(mesh);
    expect(rules[1]).toMatchObject({ sources: ['Acme/Work'], targets: ['Home/Private'] });
  });

  it('joins the rule that already shows that source so', () => {
    const first = setPairs([], four, [pair('Acme/Work', 'Home/Private')], 'title');
    const rules = setPairs(first, four, [pair('Acme/Work', 'Home/Family')], 'title');
    expect(rules).toHaveLength(1);
    expect(rules[0]?.targets).toEqual(['Home/Private', 'Home/Family']);
  });

  it('to nothing takes just that pair out of a mesh, and other accounts keep their wildcard', () => {
    const rules = setPairs([draft('mesh', {})], four, [pair('Acme/Work', 'Home/Private')], null);
    expect(rules.map(({ sources }) => sources)).toEqual([
      ['Home/*', 'Club/*', 'Acme/Board'],
      ['Acme/Work'],
    ]);
    const all = levels([draft('mesh', {})]);
    delete all['Acme/Work > Home/Private'];
    expect(levels(rules)).toEqual(all);
  });

  it('to nothing removes a rule of that pair alone', () => {
    const one = draft('one', { sources: ['Acme/Work'], targets: ['Home/Private'] });
    expect(setPairs([one], four, [pair('Acme/Work', 'Home/Private')], null)).toEqual([]);
  });

  it('to nothing is taken out of the list of sources where only one target is left', () => {
    const hub = draft('hub', { sources: ['Acme/Work', 'Acme/Board'], targets: ['Home/Private'] });
    const [left] = setPairs([hub], four, [pair('Acme/Work', 'Home/Private')], null);
    expect(left).toMatchObject({ id: 'hub', sources: ['Acme/Board'], exclude: [] });
  });

  it('always shows what was asked for, every other cell what it showed, and the rules stay valid', () => {
    const selector = fc.constantFrom('*', 'Acme/*', 'Home/*', ...four.map(({ ref }) => ref));
    const level = fc.constantFrom<MaskLevel>(...maskLevels);
    const anyRule = fc.record({
      sources: fc.uniqueArray(selector, { minLength: 1, maxLength: 3 }),
      targets: fc.uniqueArray(selector, { minLength: 1, maxLength: 3 }),
      exclude: fc.uniqueArray(selector, { maxLength: 1 }),
      level,
    });
    const writable = four.filter(({ canWrite }) => canWrite);
    fc.assert(
      fc.property(
        fc.array(anyRule, { maxLength: 4 }),
        fc.constantFrom(...four),
        fc.constantFrom(...writable),
        fc.option(level),
        (drafts, source, target, wanted) => {
          fc.pre(source !== target);
          const before = drafts.map(({ level: of, ...rest }, index) =>
            draft(`r${index}`, {
              ...rest,
              targets: rest.targets.filter((ref) => ref !== 'Club/Fixtures').concat('Home/Family'),
              mask: of === 'labelled' ? { level: of, label: 'Elsewhere' } : of,
            }),
          );
          const after = setPairs(before, four, [{ source, target }], wanted);
          const expected = levels(before);
          const name = `${source.ref} > ${target.ref}`;
          if (wanted === null) Reflect.deleteProperty(expected, name);
          else expected[name] = wanted;
          expect(levels(after)).toEqual(expected);
          expect(parseRuleSet(JSON.parse(JSON.stringify(after))).ok).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
