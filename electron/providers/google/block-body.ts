import type { calendar_v3 } from 'googleapis/build/src/apis/calendar/index.js';
import type { BlockContent } from '../../../shared/model/block.ts';
import type { EventTime } from '../../../shared/model/event.ts';
import { formatMarker, type Marker } from '../../../shared/model/marker.ts';
import { toIso } from '../../../shared/time/instant.ts';

/** Private extended properties: neutral names, under 44 characters (longer ones are silently dropped). */
export const MARKER_KEY = 'blk';
/** The same on every block, so that a search can find them all. */
export const ANY_BLOCK = { key: 'blkv', value: '1' } as const;
/** What Google's fields can't say of the content, so that reading a block back gives what was written. */
export const REMAINDER_KEY = 'blks';

/** Everything a block shows on Google, built from the allow-list. Absent texts are cleared, not left (providers.md 5). */
export function blockBody(content: BlockContent, marker: Marker): calendar_v3.Schema$Event {
  return {
    summary: content.title,
    location: content.location,
    description: content.description,
    start: endpoint(content.time, 'start'),
    end: endpoint(content.time, 'end'),
    status: content.showAs === 'tentative' ? 'tentative' : 'confirmed',
    transparency: 'opaque',
    visibility: content.private ? 'private' : 'default',
    colorId: isColorId(content.color) ? content.color : null,
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
  // The other form is named as null, so that a block can turn from timed to all-day and back.
  return time.kind === 'allDay'
    ? { date: time[side], dateTime: null }
    : { dateTime: toIso(time[side]), date: null };
}

export function isColorId(color: string | null): color is string {
  return color !== null && /^([1-9]|1[01])$/.test(color);
}

/** Google has no "out of office" or "working elsewhere" for ordinary events, and no categories. */
function remainderOf({ showAs, color }: BlockContent): string {
  const rest = showAs === 'oof' || showAs === 'workingElsewhere' ? showAs : '';
  return `${rest}|${color === null || isColorId(color) ? '' : color}`;
}

export function readRemainder(text: string | undefined): {
  readonly showAs: 'oof' | 'workingElsewhere' | null;
  readonly color: string | null;
} {
  const [showAs = '', ...color] = (text ?? '').split('|');
  return {
    showAs: showAs === 'oof' || showAs === 'workingElsewhere' ? showAs : null,
    color: color.join('|') === '' ? null : color.join('|'),
  };
}
