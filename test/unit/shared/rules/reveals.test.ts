import { describe, expect, it } from 'vitest';
import { maskLevels } from '../../../../shared/model/mask-level.ts';
import { renameLabel } from '../../../../shared/rules/rename-label.ts';
import { reveals } from '../../../../shared/rules/reveals.ts';
import { rule } from '../../../../shared/model/rule.ts';
import { PlanWorld, type RuleInput } from '../../../kit/plan-world.ts';

function revealed(before: readonly RuleInput[], after: readonly RuleInput[]): readonly string[] {
  const old = new PlanWorld(['A', 'B'], before).input();
  const input = new PlanWorld(['A', 'B'], after).input();
  return reveals(old.rules, input.rules, input.calendars);
}

const to = (mask: RuleInput['mask'], more: Partial<RuleInput> = {}): RuleInput => ({
  id: 'r',
  sources: ['Work/A'],
  targets: ['Work/B'],
  mask,
  ...more,
});
const labelled = { level: 'labelled', label: 'Client' } as const;

describe('what drafts reveal', () => {
  it.each(maskLevels)('is nothing where the level stays %s', (level) => {
    const mask = level === 'labelled' ? labelled : level;
    expect(revealed([to(mask)], [to(mask)])).toEqual([]);
  });

  it('is nothing where a mask gets stricter, a rule is switched off, or a new one shows "Busy" only', () => {
    expect(revealed([to('details')], [to('title')])).toEqual([]);
    expect(revealed([to('title')], [to('details', { enabled: false })])).toEqual([]);
    expect(revealed([], [to('busy')])).toEqual([]);
  });

  it('is each field that gets looser, by target, in one sentence', () => {
    expect(revealed([to('title')], [to('details')])).toEqual([
      '“Work/B” will show locations and descriptions of “Work/A” (rule “r”).',
    ]);
    expect(revealed([], [to('title')])).toEqual([
      '“Work/B” will show titles of “Work/A” (rule “r”).',
    ]);
  });

  it('is private events where they are no longer hidden', () => {
    expect(revealed([to('title')], [to({ level: 'title', revealPrivate: true })])).toEqual([
      '“Work/B” will show events that are private of “Work/A” (rule “r”).',
    ]);
    expect(revealed([to('busy')], [to({ level: 'busy', revealPrivate: true })])).toEqual([]);
  });

  it('is a label that is new or another one', () => {
    expect(revealed([to('busy')], [to(labelled)])).toHaveLength(1);
    expect(revealed([to(labelled)], [to({ ...labelled, label: 'Acme' })])).toHaveLength(1);
  });

  it('is nothing where another rule in force shows it on that target already', () => {
    const other = to('title', { id: 'other' });
    expect(revealed([other], [other, to('title')])).toEqual([]);
  });

  it('is a title in a pair that no rule had', () => {
    const mesh: RuleInput = { id: 'mesh', sources: ['*'], targets: ['*'], mask: 'title' };
    expect(revealed([to('title')], [mesh])).toEqual([
      '“Work/A” will show titles of “Work/B” (rule “mesh”).',
    ]);
  });
});

describe('rules after an account was renamed', () => {
  it('mean the same calendars, and only those', () => {
    const before = rule.parse({
      id: 'r',
      sources: ['Acme/*', 'Acme Ltd/*', '*'],
      targets: ['Acme/Board/2026'],
      exclude: ['Other/Acme'],
      mask: { level: 'labelled', label: 'x', labels: { 'Acme/*': 'y' } },
    });
    const [after] = renameLabel([before], 'Acme', 'Client');
    expect(after).toMatchObject({
      sources: ['Client/*', 'Acme Ltd/*', '*'],
      targets: ['Client/Board/2026'],
      exclude: ['Other/Acme'],
      mask: { labels: { 'Client/*': 'y' } },
    });
    expect(renameLabel(renameLabel([before], 'Acme', 'Client'), 'Client', 'Acme')).toEqual([
      before,
    ]);
  });
});
