/**
 * What the user blocked by hand, as the planner takes it: each block is the one event of a source calendar that exists
 * in no cloud, under a rule of its own. So it is written, marked, repaired, removed and purged as any other block.
 */
import type { Calendar } from '../model/calendar.ts';
import type { CalendarEvent } from '../model/event.ts';
import {
  digest,
  type AccountId,
  type CalendarId,
  type EventId,
  type RuleId,
} from '../model/ids.ts';
import type { ManualBlock } from '../model/manual-block.ts';
import { rule } from '../model/rule.ts';
import { compileRule } from '../rules/compile.ts';
import type { ActiveRule } from './active-rule.ts';
import type { PlanView } from './plan-view.ts';

/** No rule of the user's can have such an id: it holds a dot. */
const PREFIX = 'block-me.';

export function isManualRule(id: string): boolean {
  return id.startsWith(PREFIX);
}

/** The calendars of this program's own, one per block. */
export function manualSources(blocks: readonly ManualBlock[]): readonly Calendar[] {
  return blocks.map((block) => ({
    id: sourceOf(block),
    account: 'here' as AccountId,
    remoteId: '',
    name: 'Block me',
    ref: 'Umbra/Block me',
    isDefault: false,
    canRead: true,
    canWrite: false,
    zone: null,
    color: null,
  }));
}

/** One rule per block; `order` is where they begin in the list, behind the user's. */
export function manualRules(
  blocks: readonly ManualBlock[],
  calendars: readonly Calendar[],
  order: number,
): readonly ActiveRule[] {
  if (blocks.length === 0) return [];
  const usable = new Set(
    calendars.filter(({ canRead, canWrite }) => canRead && canWrite).map(({ id }) => id),
  );
  const plain = rule.parse({ id: 'block-me', name: 'Block me', sources: ['*'], targets: ['*'] });
  return blocks.map((block, index) => ({
    compiled: compileRule({ ...plain, id: `${PREFIX}${block.id}` as RuleId }),
    order: order + index,
    sources: [sourceOf(block)],
    targets: block.targets.filter((target) => usable.has(target)),
  }));
}

/** A view in which the calendars of `manualSources` hold their events. */
export function withManualBlocks(view: PlanView, blocks: readonly ManualBlock[]): PlanView {
  if (blocks.length === 0) return view;
  const events = new Map(blocks.map((block) => [sourceOf(block), manualEvent(block)]));
  return {
    ...view,
    events: (calendar, spans) => {
      const own = events.get(calendar);
      return own === undefined ? view.events(calendar, spans) : [own];
    },
    event: (calendar, id) => {
      const own = events.get(calendar);
      if (own === undefined) return view.event(calendar, id);
      return own.id === id ? own : null;
    },
  };
}

function sourceOf({ id }: ManualBlock): CalendarId {
  return `here:${id}` as CalendarId;
}

function manualEvent(block: ManualBlock): CalendarEvent {
  return {
    id: digest('block-me', block.id) as EventId,
    calendar: sourceOf(block),
    meeting: null,
    occurrence: '',
    series: null,
    time: { kind: 'timed', start: block.start, end: block.end },
    showAs: 'busy',
    response: 'none',
    visibility: 'default',
    kind: 'default',
    cancelled: false,
    foreignBlock: false,
    attendeeCount: 0,
    organizerDomain: null,
    categories: [],
    text: { title: null, location: null, description: null },
  };
}
