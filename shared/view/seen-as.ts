import type { viewTime } from '../ipc/calendar.ts';
import type { ProviderKind } from '../model/account.ts';
import type { BlockContent } from '../model/block.ts';
import type { CalendarEvent, ShowAs } from '../model/event.ts';
import { isKeptFromReaders } from '../model/privacy.ts';
import type { z } from 'zod';
import { sightOf, type Audience } from './audiences.ts';
import { NO_TITLE } from './calendar-item.ts';

/** One entry of a calendar as somebody else sees it. */
export interface SeenEntry {
  readonly time: z.output<typeof viewTime>;
  readonly title: string;
  readonly location: string | null;
  readonly showAs: ShowAs;
  readonly block: boolean;
}

/** What Outlook and Google write for an appointment whose details are hidden. */
const PRIVATE = 'Private appointment';

/** What a free/busy viewer reads; null is not shown at all. */
const freeBusyWords: Readonly<Record<ShowAs, string | null>> = {
  free: null,
  tentative: 'Tentative',
  busy: 'Busy',
  oof: 'Out of office',
  workingElsewhere: 'Working elsewhere',
  unknown: 'Busy',
};

interface Entry {
  readonly time: SeenEntry['time'];
  readonly title: string;
  readonly location: string | null;
  readonly showAs: ShowAs;
  readonly hidden: boolean;
  readonly block: boolean;
}

/** An entry as one audience sees it; null where it sees nothing. */
function entryFor(audience: Audience, entry: Entry): SeenEntry | null {
  const { time, showAs, block, hidden } = entry;
  const sight = sightOf(audience);
  if (sight === 'times') {
    const title = freeBusyWords[showAs];
    return title === null ? null : { time, title, location: null, showAs, block };
  }
  if (sight === 'allButPrivate' && hidden)
    return { time, title: PRIVATE, location: null, showAs, block };
  return { time, title: entry.title, location: entry.location, showAs, block };
}

export function eventSeenAs(
  audience: Audience,
  event: CalendarEvent,
  provider: ProviderKind,
): SeenEntry | null {
  const { time, showAs, foreignBlock } = event;
  const { title, location } = event.text;
  return entryFor(audience, {
    time,
    title: title ?? (foreignBlock ? 'Busy' : NO_TITLE),
    location,
    showAs,
    hidden: isKeptFromReaders(event, provider),
    block: foreignBlock,
  });
}

export function blockSeenAs(audience: Audience, content: BlockContent): SeenEntry | null {
  const { time, title, location, showAs } = content;
  return entryFor(audience, {
    time,
    title,
    location,
    showAs,
    hidden: content.private,
    block: true,
  });
}
