import type { Shadow } from '../ipc/calendar.ts';
import { canonicalContent, type BlockContent } from '../model/block.ts';
import type { BlockRecord } from '../model/block-record.ts';
import type { Rule } from '../model/rule.ts';
import type { Explanation } from '../plan/explain.ts';
import { isOnTarget } from './calendar-item.ts';
import { blockSentence, goingSentence, noBlockSentences } from './reasons.ts';

/** What one target shows of an event by one rule: what the plan says, held against what the ledger knows. */
export function shadowOf(
  explanation: Explanation,
  record: BlockRecord | null,
  rule: Rule,
  held: boolean,
): Shadow {
  const { target } = explanation;
  if (explanation.kind === 'noBlock') {
    if (record !== null && isOnTarget(record)) {
      const state = held ? 'held' : 'outstanding';
      const reason = held
        ? blockSentence('held', rule.name, 1, rule.options.onEdit)
        : goingSentence;
      return { rule: rule.id, target, block: shown(record.content, 1), reason, state };
    }
    const reason = noBlockSentences[explanation.reason];
    return { rule: rule.id, target, block: null, reason, state: 'none' };
  }
  const { content, members } = explanation;
  const state = stateOf(record, content);
  return {
    rule: rule.id,
    target,
    block: state === 'dismissed' ? null : shown(content, members),
    reason: blockSentence(state, rule.name, members, rule.options.onEdit),
    state,
  };
}

function stateOf(
  record: BlockRecord | null,
  wanted: BlockContent,
): 'live' | 'outstanding' | 'dismissed' | 'edited' {
  if (record?.state === 'dismissed') return 'dismissed';
  if (record === null || !isOnTarget(record)) return 'outstanding';
  if (record.observed !== null) return 'edited';
  return record.state === 'live' && record.written === canonicalContent(wanted)
    ? 'live'
    : 'outstanding';
}

function shown(content: BlockContent, members: number): NonNullable<Shadow['block']> {
  const { title, time, location, description, showAs, private: isPrivate } = content;
  return { title, time, location, description, showAs, private: isPrivate, members };
}

/** A block that stands on its own target: why it is there. */
export function shadowOfBlock(
  record: BlockRecord,
  rule: string,
  reason: string,
  held: boolean,
): Shadow {
  const state = held ? 'held' : record.observed === null ? 'live' : 'edited';
  return { rule, target: record.target, block: shown(record.content, 1), reason, state };
}
