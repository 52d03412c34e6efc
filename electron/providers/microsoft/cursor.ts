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
  delta: z.string().startsWith('/').nullable(),
});

/**
 * Our cursor: the path of Graph's delta link, and for which window and fields it was made. Null where the calendar has
 * no change feed.
 */
export function formatCursor(delta: string | null, window: Interval, needs: FieldNeeds): string {
  return JSON.stringify({ v: 1, start: window.start, end: window.end, needs, delta });
}

/**
 * The delta path, `noFeed` where the calendar is known to have none, or null where the feed has to be begun anew: the
 * window is frozen inside the link (Graph docs, delta query for events), so another window needs another link.
 */
export function usableDelta(
  cursor: string | null,
  window: Interval,
  needs: FieldNeeds,
): { readonly path: string } | 'noFeed' | null {
  if (cursor === null) return null;
  try {
    const parsed = shape.safeParse(JSON.parse(cursor));
    if (!parsed.success) return null;
    const { start, end, needs: had, delta } = parsed.data;
    if (start !== window.start || end !== window.end || !covers(had, needs)) return null;
    return delta === null ? 'noFeed' : { path: delta };
  } catch {
    return null;
  }
}
