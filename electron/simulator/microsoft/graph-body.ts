import { tzOffset } from '@date-fns/tz';
import { findIana } from 'windows-iana';
import { z } from 'zod';
import type { WorldFields, WorldTime } from '../world/types.ts';
import { badRequest } from './graph-error.ts';

const moment = z.strictObject({ dateTime: z.string(), timeZone: z.string().optional() });

/** What Graph takes in a create or a change; other known properties are read-only or not needed here. */
const body = z.strictObject({
  subject: z.string().nullable().optional(),
  body: z
    .strictObject({ contentType: z.enum(['text', 'html', 'Text', 'HTML']), content: z.string() })
    .optional(),
  location: z.strictObject({ displayName: z.string().nullable() }).optional(),
  start: moment.optional(),
  end: moment.optional(),
  isAllDay: z.boolean().optional(),
  showAs: z.enum(['free', 'tentative', 'busy', 'oof', 'workingElsewhere']).optional(),
  sensitivity: z.enum(['normal', 'personal', 'private', 'confidential']).optional(),
  isReminderOn: z.boolean().optional(),
  reminderMinutesBeforeStart: z.number().optional(),
  isOnlineMeeting: z.boolean().optional(),
  responseRequested: z.boolean().optional(),
  categories: z.array(z.string()).optional(),
  attendees: z.array(z.unknown()).optional(),
  transactionId: z.string().optional(),
  singleValueExtendedProperties: z
    .array(z.strictObject({ id: z.string(), value: z.string() }))
    .optional(),
});
export type GraphBody = z.infer<typeof body>;

/** Reads a body as strictly as Graph does: an unknown property or a wrong value is a 400. */
export function parseBody(text: string | null): GraphBody {
  let value: unknown;
  try {
    value = JSON.parse(text ?? '');
  } catch {
    throw badRequest('BadRequest');
  }
  const parsed = body.safeParse(value);
  if (!parsed.success) throw badRequest('RequestBodyRead');
  return parsed.data;
}

/** The fields that a body sets, on top of what was there. */
export function fieldsFrom(sent: GraphBody, before: WorldFields): WorldFields {
  const time = timeFrom(sent, before);
  return {
    ...before,
    title: sent.subject ?? (sent.subject === null ? '' : before.title),
    description: sent.body?.content ?? before.description,
    location: sent.location === undefined ? before.location : (sent.location.displayName ?? ''),
    time,
    showAs: sent.showAs ?? before.showAs,
    sensitivity: sent.sensitivity ?? before.sensitivity,
    categories: sent.categories ?? before.categories,
    reminderMinutes: reminder(sent, before),
    properties: {
      ...before.properties,
      ...Object.fromEntries(
        (sent.singleValueExtendedProperties ?? []).map(({ id, value }) => [id, value]),
      ),
    },
  };
}

/** On by default: a client that says nothing gets a reminder. */
function reminder(sent: GraphBody, before: WorldFields): number | null {
  if (sent.isReminderOn === undefined) return before.reminderMinutes;
  return sent.isReminderOn ? (sent.reminderMinutesBeforeStart ?? 15) : null;
}

function timeFrom(sent: GraphBody, before: WorldFields): WorldTime {
  const allDay = sent.isAllDay ?? before.time.kind === 'allDay';
  if (sent.start === undefined && sent.end === undefined) return before.time;
  if (sent.start === undefined || sent.end === undefined)
    throw badRequest('ErrorPropertyValidationFailure');
  if (allDay) {
    const midnight = [sent.start, sent.end].every(({ dateTime }) =>
      /^\d{4}-\d{2}-\d{2}T00:00:00(\.0+)?$/.test(dateTime),
    );
    if (!midnight || sent.start.timeZone !== sent.end.timeZone)
      throw badRequest('ErrorInvalidRequest');
    const [start, end] = [sent.start.dateTime.slice(0, 10), sent.end.dateTime.slice(0, 10)];
    if (end <= start) throw badRequest('ErrorPropertyValidationFailure');
    return { kind: 'allDay', start, end };
  }
  const [start, end] = [utc(sent.start), utc(sent.end)];
  if (end < start) throw badRequest('ErrorPropertyValidationFailure');
  const wall = (ms: number): string => new Date(ms).toISOString().slice(0, 19);
  return { kind: 'timed', start: wall(start), end: wall(end), zone: 'UTC' };
}

function utc({
  dateTime,
  timeZone = 'UTC',
}: {
  dateTime: string;
  timeZone?: string | undefined;
}): number {
  const zone = timeZone === 'UTC' ? 'UTC' : (findIana(timeZone)[0] ?? timeZone);
  const wall = Date.parse(`${dateTime.replace(/(\.\d{3})\d*$/, '$1')}Z`);
  const offset = tzOffset(zone, new Date(wall));
  if (Number.isNaN(wall) || Number.isNaN(offset)) throw badRequest('ErrorInvalidTimeZone');
  return wall - offset * 60_000;
}
