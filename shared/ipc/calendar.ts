import { z } from 'zod';
import { eventKindValues, responseValues, showAsValues, visibilityValues } from '../model/event.ts';
import { plainDate } from '../time/plain-date.ts';
import { audiences } from '../view/audiences.ts';
import { moment, nothing } from './app.ts';

export const calendarKey = z.string();

const date = z.iso.date().transform((text) => plainDate(text));
/** When something happens: instants, or days whose end is exclusive. */
export const viewTime = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('timed'), start: moment, end: moment }),
  z.strictObject({ kind: z.literal('allDay'), start: date, end: date }),
]);

const span = z.strictObject({ from: moment, to: moment });

/** An event or a block on the unified calendar. Texts come from strangers: show them as text only. */
export const calendarItem = z.strictObject({
  id: z.string(),
  calendar: calendarKey,
  kind: z.enum(['event', 'block', 'foreignBlock']),
  time: viewTime,
  title: z.string(),
  location: z.string().nullable(),
  showAs: z.enum(showAsValues),
  response: z.enum(responseValues),
  visibility: z.enum(visibilityValues),
  eventKind: z.enum(eventKindValues),
  recurring: z.boolean(),
  /** Overlaps another commitment of the user's. */
  conflict: z.boolean(),
  /** For blocks: the calendars whose events cast it, and by which rule. */
  castBy: z.strictObject({ rule: z.string(), calendar: calendarKey }).nullable(),
});
export type CalendarItem = z.infer<typeof calendarItem>;

/** What one target shows of an event, or why it shows nothing. */
export const shadow = z.strictObject({
  rule: z.string(),
  target: calendarKey,
  /** What stands there; null where nothing does. */
  block: z
    .strictObject({
      title: z.string(),
      time: viewTime,
      location: z.string().nullable(),
      description: z.string().nullable(),
      showAs: z.enum(showAsValues),
      private: z.boolean(),
      members: z.number().int(),
    })
    .nullable(),
  /** One sentence: why there is, or is not, a block. */
  reason: z.string(),
  state: z.enum(['none', 'live', 'outstanding', 'dismissed', 'edited', 'held']),
});
export type Shadow = z.infer<typeof shadow>;

export const itemDetails = z.strictObject({
  item: calendarItem,
  description: z.string().nullable(),
  shadows: z.array(shadow),
  /** What was written because of it, newest first. */
  history: z.array(z.strictObject({ at: moment, sentence: z.string() })),
});
export type ItemDetails = z.infer<typeof itemDetails>;

/** Two or more commitments at once. */
export const conflict = z.strictObject({
  start: moment,
  end: moment,
  items: z.array(calendarItem).min(2),
});

export const freeSlot = z.strictObject({ start: moment, end: moment });

export const calendarCalls = {
  items: { input: span, output: z.array(calendarItem) },
  itemDetails: {
    input: z.strictObject({ calendar: calendarKey, id: z.string() }),
    output: itemDetails,
  },
  /** A target as others see it: a colleague with reading rights, a delegate, or someone who sees free/busy only. */
  seenAs: {
    input: z.strictObject({ calendar: calendarKey, audience: z.enum(audiences), ...span.shape }),
    output: z.array(
      z.strictObject({
        time: viewTime,
        title: z.string(),
        location: z.string().nullable(),
        showAs: z.enum(showAsValues),
        block: z.boolean(),
      }),
    ),
  },
  conflicts: { input: span, output: z.array(conflict) },
  findTime: {
    input: z.strictObject({
      minutes: z.number().int().min(5).max(1440),
      ...span.shape,
      /** Calendars that count; empty means all. */
      calendars: z.array(calendarKey),
      withinWorkingHours: z.boolean(),
    }),
    output: z.array(freeSlot),
  },
  /** A real, removable busy event on the targets chosen, from now or at a span. */
  blockMe: {
    input: z.strictObject({
      span: z.union([z.enum(['30min', '1h', 'restOfDay']), span]),
      /** None: those that the settings choose for it. */
      targets: z.array(calendarKey),
    }),
    output: nothing,
  },
  /** Spans that the user blocked by hand and that are not over, in order. */
  ownBlocks: {
    input: nothing,
    output: z.array(
      z.strictObject({
        id: z.string(),
        start: moment,
        end: moment,
        calendars: z.array(calendarKey),
      }),
    ),
  },
  /** Takes back one of them; all of them where none is named. */
  unblockMe: { input: z.strictObject({ id: z.string().optional() }), output: nothing },
} as const;
