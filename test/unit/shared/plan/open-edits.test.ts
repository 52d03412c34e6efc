import { describe, expect, it } from 'vitest';
import type { RuleId } from '../../../../shared/model/ids.ts';
import type { ActiveRule } from '../../../../shared/plan/active-rule.ts';
import { nothingOpen, openEdits } from '../../../../shared/plan/open-edits.ts';
import { compileRule } from '../../../../shared/rules/compile.ts';
import { calendarId } from '../../../kit/event-builder.ts';
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
const one = 'one' as RuleId;
const two = 'two' as RuleId;
const rules = [active('one', [a, b]), active('two', [a])];
const none: ReadonlySet<RuleId> = new Set();

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
