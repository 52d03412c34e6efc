import { z } from 'zod';
import type { CloudResponse, Damage } from './cloud.ts';

const row = z.looseObject({ start: z.unknown(), end: z.unknown() });
const page = z.looseObject({
  value: z.array(z.unknown()).optional(),
  items: z.array(z.unknown()).optional(),
});

/** The same answer with one event that can't be understood: the middle one of those that have a time. */
export function damaged(response: CloudResponse, how: Damage): CloudResponse {
  if (response.status !== 200) return response;
  const parsed = page.parse(JSON.parse(response.body));
  const rows = parsed.value ?? parsed.items ?? [];
  const timed = rows.flatMap((one, index) => {
    const read = row.safeParse(one);
    return read.success && read.data.start !== undefined ? [{ index, event: read.data }] : [];
  });
  const chosen = timed[Math.floor(timed.length / 2)];
  if (chosen === undefined) return response;
  rows[chosen.index] = { ...chosen.event, ...partsOf(chosen.event, how) };
  return { ...response, body: JSON.stringify(parsed) };
}

function partsOf({ start, end }: z.infer<typeof row>, how: Damage): object {
  switch (how) {
    case 'noEnd':
      return { end: undefined };
    case 'endsBefore':
      return { start: end, end: start };
    case 'unknownZone':
      return { start: { dateTime: '2026-05-05T09:00:00.0000000', timeZone: 'Nowhere/Land' } };
    case 'wrongType':
      return { start: 7, end: { dateTime: null, date: [] } };
  }
}
