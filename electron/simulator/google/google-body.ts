import { tzOffset } from '@date-fns/tz';
import { z } from 'zod';
import type { WorldFields, WorldTime } from '../world/types.ts';
import { GoogleFault } from './google-error.ts';

const moment = z.object({
  date: z.string().nullish(),
  dateTime: z.string().nullish(),
  timeZone: z.string().nullish(),
});
const body = z.object({
  id: z.string().optional(),
  summary: z.string().nullish(),
  description: z.string().nullish(),
  location: z.string().nullish(),
  start: moment.optional(),
  end: moment.optional(),
  status: z.enum(['confirmed', 'tentative', 'cancelled']).optional(),
  transparency: z.enum(['opaque', 'transparent']).optional(),
  visibility: z.enum(['default', 'public', 'private', 'confidential']).optional(),
  colorId: z.string().nullish(),
  eventType: z.string().optional(),
  reminders: z
    .object({ useDefault: z.boolean().optional(), overrides: z.array(z.unknown()).optional() })
    .optional(),
  attendees: z.array(z.unknown()).optional(),
  extendedProperties: z
    .object({ private: z.record(z.string(), z.string().nullable()).optional() })
    .optional(),
});
export type GoogleBody = z.infer<typeof body>;

/** Longer keys are dropped and longer values are cut, both without a word (Calendar API guide, extended properties). */
const KEY_MAX = 44;
const VALUE_MAX = 1024;

export function parseBody(text: string | null): GoogleBody {
  let value: unknown;
  try {
    value = JSON.parse(text ?? '');
  } catch {
    throw new GoogleFault(400, 'parseError');
  }
  const parsed = body.safeParse(value);
  if (!parsed.success) throw new GoogleFault(400, 'invalid');
  const { id, colorId, eventType } = parsed.data;
  if (id !== undefined && !/^[a-v0-9]{5,1024}$/.test(id)) throw new GoogleFault(400, 'invalid');
  if (colorId != null && !/^([1-9]|1[01])$/.test(colorId)) throw new GoogleFault(400, 'invalid');
  if (eventType !== undefined && eventType !== 'default')
    throw new GoogleFault(400, 'eventTypeRestriction');
  return parsed.data;
}

/** The fields that a body sets, on top of what was there; null clears. */
export function fieldsFrom(sent: GoogleBody, before: WorldFields): WorldFields {
  return {
    ...before,
    title: text(sent.summary, before.title),
    description: text(sent.description, before.description),
    location: text(sent.location, before.location),
    time: timeFrom(sent, before.time),
    showAs: showAs(sent, before),
    sensitivity: sensitivity(sent, before),
    colorId: sent.colorId === undefined ? before.colorId : sent.colorId,
    reminderMinutes:
      sent.reminders === undefined
        ? before.reminderMinutes
        : sent.reminders.useDefault === false
          ? null
          : 10,
    properties: properties(sent, before),
  };
}

function text(sent: string | null | undefined, before: string): string {
  return sent === undefined ? before : (sent ?? '');
}

function showAs({ transparency, status }: GoogleBody, before: WorldFields): WorldFields['showAs'] {
  if (transparency === undefined && status === undefined) return before.showAs;
  if (transparency === 'transparent') return 'free';
  return status === 'tentative' ? 'tentative' : 'busy';
}

function sensitivity({ visibility }: GoogleBody, before: WorldFields): WorldFields['sensitivity'] {
  if (visibility === undefined) return before.sensitivity;
  return visibility === 'private' || visibility === 'confidential' ? visibility : 'normal';
}

function properties(
  { extendedProperties }: GoogleBody,
  before: WorldFields,
): WorldFields['properties'] {
  const sent = Object.entries(extendedProperties?.private ?? {}).filter(
    ([key]) => key.length <= KEY_MAX,
  );
  const kept = { ...before.properties };
  for (const [key, value] of sent) {
    if (value === null) Reflect.deleteProperty(kept, key);
    else kept[key] = value.slice(0, VALUE_MAX);
  }
  return kept;
}

function timeFrom({ start, end }: GoogleBody, before: WorldTime): WorldTime {
  if (start === undefined && end === undefined) return before;
  if (start === undefined || end === undefined) throw new GoogleFault(400, 'required');
  if (start.date != null && end.date != null) {
    if (start.dateTime != null || end.dateTime != null || end.date <= start.date)
      throw new GoogleFault(400, 'invalid');
    return { kind: 'allDay', start: start.date, end: end.date };
  }
  const [from, to] = [utc(start), utc(end)];
  if (to < from) throw new GoogleFault(400, 'timeRangeEmpty');
  const wall = (ms: number): string => new Date(ms).toISOString().slice(0, 19);
  return { kind: 'timed', start: wall(from), end: wall(to), zone: 'UTC' };
}

function utc({ dateTime, timeZone }: z.infer<typeof moment>): number {
  if (dateTime == null) throw new GoogleFault(400, 'required');
  if (/(Z|[+-]\d{2}:\d{2})$/.test(dateTime)) return Date.parse(dateTime);
  if (timeZone == null) throw new GoogleFault(400, 'required');
  const floating = Date.parse(`${dateTime}Z`);
  return floating - tzOffset(timeZone, new Date(floating)) * 60_000;
}
