import type { z } from 'zod';
import type { pauseLength } from '../ipc/app.ts';
import { HOUR, MINUTE, plus, type Instant } from './instant.ts';
import { addDays } from './plain-date.ts';
import { dateAt, startOfDay } from './zone.ts';

/** When a pause that begins now ends by itself; `resumed` where only the user ends it. */
export function pauseEnd(
  length: z.infer<typeof pauseLength>,
  now: Instant,
  zone: string,
): Instant | 'resumed' {
  switch (length) {
    case '30min':
      return plus(now, 30 * MINUTE);
    case '1h':
      return plus(now, HOUR);
    case 'tomorrow':
      return startOfDay(addDays(dateAt(now, zone), 1), zone);
    case 'untilResumed':
      return 'resumed';
  }
}

/** Whether a kept pause still holds. */
export function isPaused(until: number | 'resumed' | null, now: Instant): boolean {
  return until === 'resumed' || (until !== null && until > now);
}
