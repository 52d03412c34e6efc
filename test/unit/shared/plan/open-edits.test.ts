import { describe, expect, it } from 'vitest';
import type { BlockRecord } from '../../../../shared/model/block-record.ts';
import type { RuleId } from '../../../../shared/model/ids.ts';
import type { ActiveRule } from '../../../../shared/plan/active-rule.ts';
import { asksFor, nothingOpen, openEdits } from '../../../../shared/plan/open-edits.ts';
import { compileRule } from '../../../../shared/rules/compile.ts';
import { calendarId, timed } from '../../../kit/event-builder.ts';
import { PlanWorld } from '../../../kit/plan-world.ts';
import { draft } from '../rules/choices.ts';

const [a, b, t] = ['A', 'B', 'T'].map(calendarId) as [
  ReturnType<typeof calendarId>,
  ReturnType<typeof calendarId>,
  ReturnType<typeof calendarId>,
];
const active = (id: string, sources: ActiveRule['sources']): ActiveRule => ({
  compiled: compileRule(draft(id, {})),
  order: 0,
  sources,
  targets: [t],
});
const meeting = timed('A', 'x', '2026-05-05T09:00Z', '2026-05-05T09:30Z');
const one = 'one' as RuleId;
const two = 'two' as RuleId;
const rules = [active('one', [a, b]), active('two', [a])];
const none: ReadonlySet<RuleId> = new Set();

describe('[P24] an open edit', () => {
  const world = (): PlanWorld => {
    const made = new PlanWorld(
      ['A', 'T'],
      [{ id: 'one', sources: ['Work/A'], targets: ['Work/T'] }],
    );
    made.put(meeting).settle();
    return made;
  };
  const blockIn = ({ records }: PlanWorld): BlockRecord => {
    const [record] = records.values();
    if (record === undefined) throw new Error('No block was cast');
    return record;
  };
  const open = { pairs: [{ rule: one, source: a, target: t }], frozen: [] };

  it('asks for the block of an event that is still there', () => {
    const made = world();
    expect(asksFor(open, made.input().view)(blockIn(made))).toBe(true);
    expect(asksFor(nothingOpen, made.input().view)(blockIn(made))).toBe(false);
  });

  it('has nothing to do with an event that is gone', () => {
    const made = world();
    made.remove(meeting);
    expect(asksFor(open, made.input().view)(blockIn(made))).toBe(false);
  });

  it('knows nothing of a block whose event nobody knows', () => {
    const made = world();
    const unlinked = { ...blockIn(made), slot: null };
    expect(asksFor(open, made.input().view)(unlinked)).toBe(false);
  });
});

describe('[P24] edits that no plan has carried out', () => {
  it('concern every pair of an edited rule, and of no other', () => {
    expect(openEdits(nothingOpen, new Set([one]), rules, none)).toEqual({
      pairs: [
        { rule: one, source: a, target: t },
        { rule: one, source: b, target: t },
      ],
      frozen: [],
    });
  });

  it('stay open for the pairs that are left, until no rule names them', () => {
    const left = { pairs: [{ rule: one, source: b, target: t }], frozen: [] };
    expect(openEdits(left, none, rules, none)).toEqual(left);
    expect(openEdits(left, none, [active('one', [a])], none)).toEqual(nothingOpen);
  });

  it('wait for a rule that may not act', () => {
    const frozen = openEdits(nothingOpen, new Set([two]), [active('one', [a, b])], new Set([two]));
    expect(frozen).toEqual({ pairs: [], frozen: [two] });
    expect(openEdits(frozen, none, rules, none).pairs).toEqual([
      { rule: two, source: a, target: t },
    ]);
  });
});
