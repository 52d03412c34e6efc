import { canonicalContent, type BlockContent, type Slot } from '../model/block.ts';
import type { ShowAs } from '../model/event.ts';
import type { CalendarId } from '../model/ids.ts';
import { MINUTE } from '../time/instant.ts';
import { hull, type Interval } from '../time/interval.ts';
import type { Draft } from './candidates.ts';
import { slotKey } from './slot.ts';

/** A block that a target should hold. */
export interface Desired {
  readonly draft: Draft;
  readonly span: Interval;
  readonly content: BlockContent;
  readonly written: string;
  /** How many source events it stands for. */
  readonly members: number;
}

export function single(draft: Draft): Desired {
  return { draft, span: draft.span, content: draft.content, written: draft.written, members: 1 };
}

/** What a wanted block is on its target. */
export function slotOf({ draft }: Desired, target: CalendarId): Slot {
  const { active, sourceCalendar, event, occurrence } = draft;
  return {
    rule: active.compiled.rule.id,
    target,
    sourceCalendar,
    sourceEvent: event.id,
    occurrence,
  };
}

/**
 * Makes one block of drafts (of one rule, on one target) that overlap, touch, or lie at most the rule's gap apart.
 * All-day drafts stay single: a whole-day banner and a timed block are different things to a reader.
 * The earliest member lends the identity (ties: the smaller slot key), so that order of input is irrelevant.
 */
export function mergeDrafts(drafts: readonly Draft[], gapMinutes: number): Desired[] {
  const timed = drafts.filter((draft) => draft.content.time.kind === 'timed');
  const rest = drafts.filter((draft) => draft.content.time.kind === 'allDay').map(single);
  const sorted = timed.sort(
    (a, b) => a.span.start - b.span.start || (keyOf(a) < keyOf(b) ? -1 : 1),
  );
  const clusters: { members: Draft[]; span: Interval }[] = [];
  for (const draft of sorted) {
    const last = clusters.at(-1);
    if (last !== undefined && draft.span.start <= last.span.end + gapMinutes * MINUTE) {
      last.members.push(draft);
      last.span = hull(last.span, draft.span);
    } else clusters.push({ members: [draft], span: draft.span });
  }
  return [...clusters.map(({ members, span }) => clusterBlock(members, span)), ...rest];
}

function keyOf({ active, sourceCalendar, event, occurrence }: Draft): string {
  const rule = active.compiled.rule.id;
  return slotKey({ rule, sourceCalendar, sourceEvent: event.id, occurrence });
}

const strength: readonly ShowAs[] = ['workingElsewhere', 'tentative', 'busy', 'oof'];

function clusterBlock(members: readonly Draft[], span: Interval): Desired {
  const [first] = members;
  if (first === undefined) throw new Error('A cluster has members');
  if (members.length === 1) return single(first);
  const content: BlockContent = {
    ...first.content,
    time: { kind: 'timed', start: span.start, end: span.end },
    // One text for several meetings would name one and hide the others: only a text they share stays.
    title: shared(members, 'title') ?? 'Busy',
    location: shared(members, 'location'),
    description: shared(members, 'description'),
    showAs: members.reduce<ShowAs>(
      (best, { content: { showAs } }) =>
        strength.indexOf(showAs) > strength.indexOf(best) ? showAs : best,
      'workingElsewhere',
    ),
  };
  return {
    draft: first,
    span,
    content,
    written: canonicalContent(content),
    members: members.length,
  };
}

function shared(
  members: readonly Draft[],
  field: 'title' | 'location' | 'description',
): string | null {
  const texts = new Set(members.map(({ content }) => content[field]));
  const [only] = texts;
  return texts.size === 1 && only !== undefined ? only : null;
}
