import type { Event } from '@microsoft/microsoft-graph-types';
import type { BlockContent } from '../../../shared/model/block.ts';
import type { EventTime } from '../../../shared/model/event.ts';
import { digest } from '../../../shared/model/ids.ts';
import { formatMarker, type Marker } from '../../../shared/model/marker.ts';
import { toIso } from '../../../shared/time/instant.ts';
import { MARKER_PROPERTY } from './marker-property.ts';

/** Everything a block shows on Graph, built from the allow-list. Absent texts are cleared, not left. No attendees, ever. */
export function blockBody(content: BlockContent, marker: Marker): Event {
  return {
    subject: content.title,
    body: { contentType: 'text', content: content.description ?? '' },
    location: { displayName: content.location ?? '' },
    start: endpoint(content.time, 'start'),
    end: endpoint(content.time, 'end'),
    isAllDay: content.time.kind === 'allDay',
    showAs: content.showAs,
    sensitivity: content.private ? 'private' : 'normal',
    isReminderOn: false,
    // Some tenants add a meeting link to every event, and it can't be taken off again.
    isOnlineMeeting: false,
    categories: content.color === null ? [] : [content.color],
    singleValueExtendedProperties: [{ id: MARKER_PROPERTY, value: formatMarker(marker) }],
  };
}

function endpoint(time: EventTime, side: 'start' | 'end'): { dateTime: string; timeZone: string } {
  const dateTime =
    time.kind === 'allDay'
      ? `${time[side]}T00:00:00.0000000`
      : toIso(time[side]).replace('Z', '0000');
  return { dateTime, timeZone: 'UTC' };
}

/**
 * What makes a repeated create meet itself: from the block key, which tells nothing of the source, and the generation,
 * since an id may stay taken after deletion. In the shape of a GUID, as Graph's examples have it.
 */
export function transactionIdFor({ key, generation }: Pick<Marker, 'key' | 'generation'>): string {
  const hex = digest('transaction', key, String(generation));
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20, 32),
  ].join('-');
}
