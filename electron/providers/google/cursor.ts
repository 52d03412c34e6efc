import { z } from 'zod';
import type { FieldNeeds } from '../../../shared/model/event.ts';
import { covers } from '../../../shared/rules/field-needs.ts';
import type { Interval } from '../../../shared/time/interval.ts';

const flag = z.boolean();
const shape = z.object({
  v: z.literal(1),
  start: z.number(),
  end: z.number(),
  needs: z.object({
    title: flag,
    location: flag,
    description: flag,
    organizer: flag,
    categories: flag,
  }),
  token: z.string().min(1),
});

/** Our cursor: Google's sync token, and for which window and fields it was made. */
export function formatCursor(token: string, window: Interval, needs: FieldNeeds): string {
  return JSON.stringify({ v: 1, start: window.start, end: window.end, needs, token });
}

/** The sync token, or null where only a complete read will do: another window, or fields that were not kept. */
export function usableToken(
  cursor: string | null,
  window: Interval,
  needs: FieldNeeds,
): string | null {
  if (cursor === null) return null;
  try {
    const parsed = shape.safeParse(JSON.parse(cursor));
    if (!parsed.success) return null;
    const { start, end, needs: had, token } = parsed.data;
    return start === window.start && end === window.end && covers(had, needs) ? token : null;
  } catch {
    return null;
  }
}
