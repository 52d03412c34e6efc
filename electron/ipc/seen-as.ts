import type { Calendar } from '../../shared/model/calendar.ts';
import { spanOf } from '../../shared/time/all-day.ts';
import type { Interval } from '../../shared/time/interval.ts';
import type { Audience } from '../../shared/view/audiences.ts';
import { blockSeenAs, eventSeenAs, type SeenEntry } from '../../shared/view/seen-as.ts';
import { reachableOf } from './account-views.ts';
import { mirrorEvents, standingBlocks } from './mirror-events.ts';
import type { RunningApp } from './running-app.ts';

/** One calendar as somebody else sees it, in order of time. */
export function seenAs(
  app: RunningApp,
  { id, account }: Calendar,
  audience: Audience,
  span: Interval,
): readonly SeenEntry[] {
  const { profile, zone } = app;
  const { provider } = reachableOf(app, account);
  const events = mirrorEvents(profile, span, zone, new Set([id]));
  const blocks = standingBlocks(profile, id, span, zone);
  const startOf = ({ time }: SeenEntry): number =>
    time.kind === 'timed' ? time.start : spanOf(time, zone).start;
  return [
    ...events.map((event) => eventSeenAs(audience, event, provider)),
    ...blocks.map(({ content }) => blockSeenAs(audience, content)),
  ]
    .filter((entry) => entry !== null)
    .sort((a, b) => startOf(a) - startOf(b));
}
