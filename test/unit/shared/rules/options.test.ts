import { describe, expect, it } from 'vitest';
import { defaultOptions } from '../../../../shared/model/default-options.ts';
import { options } from '../../../../shared/model/rule.ts';
import { showAsValues } from '../../../../shared/model/event.ts';
import type { BlockContent } from '../../../../shared/model/block.ts';
import type { CalendarEvent } from '../../../../shared/model/event.ts';
import { allDay, timed } from '../../../kit/event-builder.ts';
import { PlanWorld, type RuleInput } from '../../../kit/plan-world.ts';

/** The contents of the blocks that a rule casts for an event, by the planner itself. */
function cast(event: CalendarEvent, more: Partial<RuleInput>): readonly BlockContent[] {
  const world = new PlanWorld(
    ['A', 'B'],
    [{ id: 'rule', sources: ['Work/A'], targets: ['Work/B'], ...more }],
  );
  return world
    .put(event)
    .plan()
    .flatMap((operation) => (operation.kind === 'create' ? [operation.content] : []));
}

const event = timed('A', 'x', '2026-05-05T09:00Z', '2026-05-05T09:30Z');

describe('what a rule without options does', () => {
  it('is the same in the window, which has no schema, as in the program', () => {
    expect(options.parse({})).toEqual(defaultOptions);
  });
});

describe('how a block shows', () => {
  it('[R26] is busy, private and without colour where the rule says nothing', () => {
    expect(cast({ ...event, showAs: 'tentative' }, {})).toMatchObject([
      { showAs: 'busy', private: true, color: null },
    ]);
  });

  it.each(['busy', 'tentative', 'oof', 'workingElsewhere'] as const)(
    '[R26] is %s where the rule fixes it',
    (showAs) => {
      expect(cast(event, { options: { showAs } })).toMatchObject([{ showAs }]);
    },
  );

  it.each(showAsValues)('[R26] is the same as a source that is %s, but never free', (showAs) => {
    const conditions = { showAs: [...showAsValues] };
    const blocks = cast({ ...event, showAs }, { conditions, options: { showAs: 'same' } });
    expect(blocks.map((block) => block.showAs)).toEqual(
      showAs === 'free' ? [] : [showAs === 'unknown' ? 'busy' : showAs],
    );
  });

  it('[R26] takes visibility and colour from the rule, never from the source', () => {
    const loud = { ...event, visibility: 'public' as const, categories: ['Red'] };
    expect(cast(loud, {})).toMatchObject([{ private: true, color: null }]);
    expect(cast(loud, { options: { visibility: 'default', color: 'Blue' } })).toMatchObject([
      { private: false, color: 'Blue' },
    ]);
  });
});

describe('an event without length', () => {
  it.each([
    timed('A', 'x', '2026-05-05T09:00Z', '2026-05-05T09:00Z'),
    timed('A', 'x', '2026-05-05T09:00Z', '2026-05-05T08:00Z'),
    allDay('A', 'x', '2026-05-05', '2026-05-05'),
    allDay('A', 'x', '2026-05-05', '2026-05-04'),
  ])('[R25] casts no block, whatever buffers and rounding would make of it (%#)', (empty) => {
    expect(cast(empty, { options: { bufferBefore: 30, bufferAfter: 30, roundTo: 60 } })).toEqual(
      [],
    );
  });
});
