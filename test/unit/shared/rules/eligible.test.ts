import { describe, expect, it } from 'vitest';
import {
  eventKindValues,
  responseValues,
  showAsValues,
  type CalendarEvent,
} from '../../../../shared/model/event.ts';
import { judge, type Refusal } from '../../../../shared/rules/eligible.ts';
import { timed } from '../../../kit/event-builder.ts';
import type { RuleInput } from '../../../kit/plan-world.ts';
import { berlin, compiledOf } from './rule-builder.ts';

const event = timed('A', 'x', '2026-05-05T09:00Z', '2026-05-05T09:30Z');

function refusal(changes: Partial<CalendarEvent>, rule: Partial<RuleInput> = {}): Refusal | 'cast' {
  const verdict = judge({ ...event, ...changes }, compiledOf(rule), berlin);
  return verdict.cast ? 'cast' : verdict.reason;
}

/** What the contract says, in its own words, for each combination. */
const table = showAsValues.flatMap((showAs) =>
  responseValues.flatMap((response) =>
    [false, true].flatMap((cancelled) =>
      eventKindValues.map((kind) => {
        const never =
          cancelled || showAs === 'free' || kind === 'workingLocation' || kind === 'birthday';
        const usual = ['busy', 'tentative', 'oof', 'workingElsewhere'].includes(showAs);
        const casts = !never && usual && response !== 'declined';
        return { showAs, response, cancelled, kind, never, casts };
      }),
    ),
  ),
);

describe('which events cast a block', () => {
  it.each(table)(
    '[R1] $showAs, answered $response, cancelled $cancelled, $kind: $casts',
    ({ casts, showAs, response, cancelled, kind }) => {
      expect(refusal({ showAs, response, cancelled, kind }) === 'cast').toBe(casts);
    },
  );

  it.each<[Refusal, Partial<CalendarEvent>]>([
    ['foreignBlock', { foreignBlock: true }],
    ['cancelled', { cancelled: true }],
    ['free', { showAs: 'free' }],
    ['workingLocation', { kind: 'workingLocation' }],
    ['birthday', { kind: 'birthday' }],
    ['declined', { response: 'declined' }],
    ['unknownShowAs', { showAs: 'unknown' }],
  ])('[R1] tells the user why not: %s', (reason, changes) => {
    expect(refusal(changes)).toBe(reason);
  });

  it('[R2] holds against rules that ask for it in so many words', () => {
    const greedy: Partial<RuleInput> = {
      conditions: {
        all: [
          { showAs: [...showAsValues] },
          { response: [...responseValues] },
          { eventKind: [...eventKindValues] },
        ],
      },
    };
    for (const { never, showAs, response, cancelled, kind } of table) {
      expect(refusal({ showAs, response, cancelled, kind }, greedy) === 'cast').toBe(!never);
      expect(refusal({ showAs, response, cancelled, kind, foreignBlock: true }, greedy)).toBe(
        'foreignBlock',
      );
    }
  });

  it('[R3] lets a rule ask for declined events, and leaves show-as to its default', () => {
    const conditions = { response: ['declined' as const] };
    expect(refusal({ response: 'declined' }, { conditions })).toBe('cast');
    expect(refusal({ response: 'accepted' }, { conditions })).toBe('conditions');
    expect(refusal({ response: 'declined', showAs: 'unknown' }, { conditions })).toBe(
      'unknownShowAs',
    );
  });

  it('[R4] lets a rule ask for a show-as that is unknown, and leaves answers to their default', () => {
    const conditions = { showAs: ['unknown' as const] };
    expect(refusal({ showAs: 'unknown' }, { conditions })).toBe('cast');
    expect(refusal({ showAs: 'busy' }, { conditions })).toBe('conditions');
    expect(refusal({ showAs: 'unknown', response: 'declined' }, { conditions })).toBe('declined');
  });

  it('[R3] counts a question about answers however deep it lies', () => {
    const conditions: RuleInput['conditions'] = {
      any: [{ allDay: true }, { none: [{ all: [{ response: ['accepted'] }] }] }],
    };
    expect(refusal({ response: 'declined' }, { conditions })).toBe('cast');
    expect(refusal({ response: 'accepted' }, { conditions })).toBe('conditions');
  });

  it('[R3] keeps both defaults where conditions speak of something else', () => {
    const conditions = { allDay: false };
    expect(refusal({ response: 'declined' }, { conditions })).toBe('declined');
    expect(refusal({ showAs: 'unknown' }, { conditions })).toBe('unknownShowAs');
    expect(refusal({}, { conditions: { allDay: true } })).toBe('conditions');
  });
});
