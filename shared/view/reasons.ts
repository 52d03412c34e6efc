import type { Options } from '../model/rule.ts';
import type { NoBlockReason } from '../plan/refusal.ts';

/** Why an event makes no block of its own on a target, in one sentence for people. */
export const noBlockSentences: Readonly<Record<NoBlockReason, string>> = {
  foreignBlock: 'It is a busy block of another installation, and a block never casts a block.',
  free: 'It is shown as free, so it takes up nobody’s time.',
  workingLocation: 'It only says where you work.',
  birthday: 'It is a birthday.',
  cancelled: 'It was cancelled.',
  declined: 'You declined it.',
  unknownShowAs: 'Its calendar does not say whether you are busy.',
  conditions: 'It does not meet the conditions of the rule.',
  allDaySkipped: 'The rule leaves all-day events out.',
  empty: 'It ends when it begins, so there is nothing to block.',
  targetHoldsMeeting: 'This calendar holds the very meeting itself.',
  sameMeeting: 'The same meeting in another of your calendars already casts the block.',
  otherRule: 'Another rule, which shows more, casts the block.',
  targetBusy:
    'This calendar is busy for the whole time anyway, and the rule leaves such times alone.',
  againstPolicy: 'Your organisation does not allow this rule from its calendar to this one.',
  keptMerge:
    'A block that stands for several events covers it; it stays as it is, since your organisation does not allow all of them.',
  outsideWindow: 'It lies outside the time that is kept in step.',
};

/** What stands, or is to stand, on a target because of an event, in one sentence. */
export function blockSentence(
  state: 'live' | 'outstanding' | 'dismissed' | 'edited' | 'held',
  ruleName: string,
  members: number,
  onEdit: Options['onEdit'],
): string {
  switch (state) {
    case 'live':
      return members > 1
        ? `The rule “${ruleName}” casts this block for ${members} events at once.`
        : `The rule “${ruleName}” casts this block.`;
    case 'outstanding':
      return `The rule “${ruleName}” asks for this block; the next sync writes it.`;
    case 'dismissed':
      return 'You removed this block, so it stays away until the event moves.';
    case 'edited':
      return onEdit === 'keep'
        ? 'You changed this block by hand, and the rule lets it be.'
        : 'Somebody changed this block by hand; the next sync puts it right.';
    case 'held':
      return 'Nothing asks for this block any more; its removal waits for your decision.';
  }
}

/** A block that stands although nothing asks for it any more. */
export const goingSentence = 'Nothing asks for this block any more; the next sync removes it.';

export const manualSentence = 'You blocked this time by hand.';

/** A block whose source is known only by its marker, as after a lost database. */
export const unlinkedSentence =
  'Umbra wrote this block; which event casts it is known after the next sync.';
