/** The form in which a world is kept on disk, and the door through which it comes back: everything is checked. */
import { z } from 'zod';
import type { WorldAccount, WorldCalendar, WorldChange, WorldEvent } from './types.ts';
import { WorldError } from './world-error.ts';

export interface WorldDump {
  readonly format: 1;
  readonly accounts: readonly WorldAccount[];
  readonly calendars: readonly WorldCalendar[];
  readonly events: readonly WorldEvent[];
  readonly changes: readonly WorldChange[];
}

const wall = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/);
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const response = z.enum(['none', 'organizer', 'accepted', 'tentative', 'notResponded', 'declined']);
const person = { name: z.string(), email: z.string() };

const time = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('timed'), start: wall, end: wall, zone: z.string() }),
  z.object({ kind: z.literal('allDay'), start: date, end: date }),
]);

const fields = z.object({
  title: z.string(),
  description: z.string(),
  location: z.string(),
  time,
  showAs: z.enum(['free', 'tentative', 'busy', 'oof', 'workingElsewhere']),
  sensitivity: z.enum(['normal', 'personal', 'private', 'confidential']),
  response,
  cancelled: z.boolean(),
  categories: z.array(z.string()),
  colorId: z.string().nullable(),
  organizer: z.object(person).nullable(),
  attendees: z.array(z.object({ ...person, response })),
  onlineMeetingUrl: z.string().nullable(),
  reminderMinutes: z.number().nullable(),
  eventType: z.enum([
    'default',
    'outOfOffice',
    'focusTime',
    'workingLocation',
    'birthday',
    'fromGmail',
  ]),
  properties: z.record(z.string(), z.string()),
});

const event = z.object({
  id: z.string().min(1),
  calendarId: z.string(),
  uid: z.string(),
  fields,
  rrule: z.string().nullable(),
  overrides: z.record(z.string(), fields.partial()),
  deletedOccurrences: z.array(z.string()),
  version: z.int().positive(),
  createdAt: z.number(),
  updatedAt: z.number(),
  transactionId: z.string().nullable(),
  deleted: z.boolean(),
});

const dump = z.object({
  format: z.literal(1),
  accounts: z.array(
    z.object({
      ...person,
      cloud: z.enum(['microsoft', 'google']),
      tenant: z.string().nullable(),
      token: z.string(),
      revoked: z.boolean(),
    }),
  ),
  calendars: z.array(
    z.object({
      id: z.string().min(1),
      accountEmail: z.string(),
      name: z.string(),
      zone: z.string(),
      isDefault: z.boolean(),
      access: z.enum(['owner', 'writer', 'reader', 'freeBusyReader']),
      color: z.string(),
      deleted: z.boolean(),
      sharedWith: z.record(z.string(), z.enum(['writer', 'reader'])).optional(),
    }),
  ),
  events: z.array(event),
  changes: z.array(
    z.object({
      sequence: z.int().positive(),
      calendarId: z.string(),
      eventId: z.string(),
      occurrences: z.array(z.string()),
      before: z.array(z.tuple([z.number(), z.number()])).nullable(),
    }),
  ),
});

/** Reads a dump. Throws `badDump` with the place that is wrong, never with what stands there. */
export function readDump(value: unknown): WorldDump {
  const result = dump.safeParse(value);
  if (!result.success) {
    const [issue] = result.error.issues;
    throw new WorldError('badDump', `The kept world is damaged at ${place(issue?.path ?? [])}`);
  }
  // JSON knows no `undefined`, which is all that the optional fields of an override could add to the type.
  return result.data as WorldDump;
}

function place(path: readonly PropertyKey[]): string {
  const text = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`));
  return text.join('').replace(/^\./, '') || 'its top';
}
