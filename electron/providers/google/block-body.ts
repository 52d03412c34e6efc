import type { calendar_v3 } from 'googleapis/build/src/apis/calendar/index.js';
import type { BlockContent } from '../../../shared/model/block.ts';
import type { EventTime } from '../../../shared/model/event.ts';
import { formatMarker, type Marker } from '../../../shared/model/marker.ts';
import { toIso } from '../../../shared/time/instant.ts';
import { asHtml } from '../plain-text.ts';
import { isColorId, remainderOf } from './remainder.ts';

/**
 * The words in which blocks are written to Google: built from the allow-list, field by field, with nobody invited and
 * nobody reminded.
 *
 * Private extended properties: this calendar's copy only, returned by every list. Names over 44 characters are silently
 * dropped and values over 1024 silently cut (Calendar API, "Extended properties"), so both are short.
 */
export const MARKER_KEY = 'blk';
/** The same on every block, so that a search can find them all. */
export const ANY_BLOCK = { key: 'blkv', value: '1' } as const;
/** What Google's own fields can't say of the content. */
export const REMAINDER_KEY = 'blks';

type Body = calendar_v3.Schema$Event;

/** A new event. */
export function createBody(id: string, content: BlockContent, marker: Marker): Body {
  const { location, description, colorId, ...rest } = fieldsOf(content, marker);
  return {
    id,
    ...rest,
    ...(location === null ? {} : { location }),
    ...(description === null ? {} : { description }),
    ...(colorId === null ? {} : { colorId }),
    start: endpoint(content.time, 'start'),
    end: endpoint(content.time, 'end'),
  };
}

/** All fields of an existing block anew: what is absent is named as null, since a patch leaves alone what it does not name. */
export function changeBody(content: BlockContent, marker: Marker): Body {
  // The other form of time is cleared, so that a block can turn from timed to all-day and back.
  const other =
    content.time.kind === 'allDay' ? { dateTime: null, timeZone: null } : { date: null };
  return {
    ...fieldsOf(content, marker),
    start: { ...endpoint(content.time, 'start'), ...other },
    end: { ...endpoint(content.time, 'end'), ...other },
  };
}

function fieldsOf(
  content: BlockContent,
  marker: Marker,
): Body & Record<'location' | 'description' | 'colorId', string | null> {
  return {
    summary: content.title,
    location: content.location,
    description: content.description === null ? null : asHtml(content.description),
    colorId: isColorId(content.color) ? content.color : null,
    status: content.showAs === 'tentative' ? 'tentative' : 'confirmed',
    transparency: content.showAs === 'free' ? 'transparent' : 'opaque',
    visibility: content.private ? 'private' : 'default',
    reminders: { useDefault: false, overrides: [] },
    extendedProperties: {
      private: {
        [MARKER_KEY]: formatMarker(marker),
        [ANY_BLOCK.key]: ANY_BLOCK.value,
        [REMAINDER_KEY]: remainderOf(content),
      },
    },
  };
}

function endpoint(time: EventTime, side: 'start' | 'end'): calendar_v3.Schema$EventDateTime {
  return time.kind === 'allDay' ? { date: time[side] } : { dateTime: toIso(time[side]) };
}
