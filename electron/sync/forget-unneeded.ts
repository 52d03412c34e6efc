import { covers, needsOf } from '../../shared/rules/field-needs.ts';
import type { CycleScene } from './cycle-scene.ts';
import type { EngineDeps } from './engine-deps.ts';

/** What rules no longer need of a calendar's events is not kept either (security.md P8). Asks no provider. */
export function forgetUnneeded(
  { store }: EngineDeps,
  { calendars, rules, settings }: CycleScene,
): void {
  for (const calendar of calendars) {
    const had = store.cursor(calendar.id)?.needs;
    const needs = needsOf(rules, calendar, settings.mirrorAll);
    if (had !== undefined && !covers(needs, had)) store.forgetFields(calendar.id, needs);
  }
}
