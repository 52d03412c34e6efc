import type { WorldEvent } from '../../electron/simulator/world/types.ts';
import type { Wanted } from './oracle-look.ts';

const DAY = 86_400_000;

/** The title that people give to a block which they change by hand. */
export const EDITED = 'Changed by hand';

export function isEdited({ fields }: WorldEvent): boolean {
  return fields.title === EDITED;
}

/** Of two events with one key, the one that somebody changed is theirs (I10): a list had hidden it for a while. */
export function isTheirs(event: WorldEvent, here: readonly WorldEvent[]): boolean {
  return isEdited(event) && here.some((other) => other !== event && keyOf(other) === keyOf(event));
}

/** The block key in an event's marker. */
export function keyOf({ fields }: WorldEvent): string | undefined {
  return Object.values(fields.properties)
    .find((value) => value.startsWith('1|'))
    ?.split('|')[2];
}

type Place = Pick<Wanted, 'start' | 'end'>;

export function placeOf(time: WorldEvent['fields']['time']): Place {
  if (time.kind === 'allDay') return { start: time.start, end: time.end };
  return { start: Date.parse(`${time.start}Z`), end: Date.parse(`${time.end}Z`) };
}

export function placeText({ start, end }: Place): string {
  const text = (moment: number | string): string =>
    typeof moment === 'string' ? moment : new Date(moment).toISOString().slice(0, 16);
  return `${text(start)}/${text(end)}`;
}

interface Span {
  readonly now: number;
  /** The window's end. */
  readonly until: number;
}

/** What lies on a calendar and is not asked for, and what is asked for and does not lie there, in words. */
export function compare(
  { ref, id }: { readonly ref: string; readonly id: string },
  asked: readonly Wanted[],
  here: readonly WorldEvent[],
  dismissals: ReadonlySet<string>,
  span: Span,
): string[] {
  const lacking = asked.filter(({ start }) => isInside(start, span));
  const wrong: string[] = [];
  for (const { fields } of here) {
    const place = placeOf(fields.time);
    if (!isInside(place.start, span)) continue;
    const index = lacking.findIndex(
      ({ start, end, titles }) =>
        start === place.start && end === place.end && titles.has(fields.title),
    );
    if (fields.location !== '' || fields.description !== '')
      wrong.push(`${ref} shows more than a title ${placeText(place)}`);
    if (index >= 0) lacking.splice(index, 1);
    else wrong.push(`${ref} shows "${fields.title}" ${placeText(place)}, which no rule asks for`);
  }
  for (const one of lacking) {
    if (dismissals.has(`${id} ${placeText(one)}`)) continue;
    wrong.push(`${ref} lacks "${[...one.titles].join('" or "')}" ${placeText(one)}`);
  }
  return wrong;
}

/** Blocks of the past stay as history, and near its edges the window depends on the zone. */
function isInside(start: number | string, { now, until }: Span): boolean {
  const at = typeof start === 'string' ? Date.parse(start) : start;
  return at > now + DAY && at < until - 2 * DAY;
}
