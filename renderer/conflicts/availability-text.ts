import { cityOf, clockWords, dayWords, formatter, zoneShort } from '../calendar/time-words.ts';

interface Slot {
  readonly start: number;
  readonly end: number;
}

export interface Availability {
  readonly text: string;
  readonly html: string;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

/** A slot in the words of one zone; the weekday again where it ends on another day. */
function slotWords({ start, end }: Slot, zone: string): string {
  const sameDay = dayWords(start, zone) === dayWords(end - 1, zone);
  const last = sameDay ? clockWords(end, zone) : `${dayWords(end, zone)}, ${clockWords(end, zone)}`;
  return `${clockWords(start, zone)} – ${last}`;
}

/** Slots by day, for a mail: first in the reader's zone, and in the writer's own where the two differ. */
export function availabilityText(
  slots: readonly Slot[],
  readerZone: string,
  ownZone: string,
): Availability {
  if (slots.length === 0)
    return { text: 'I have no free time there.', html: '<p>I have no free time there.</p>' };
  const long = formatter(readerZone, { weekday: 'long', day: 'numeric', month: 'long' });
  const days = [...Map.groupBy(slots, (slot) => long.format(slot.start))];
  const first = slots[0]?.start ?? 0;
  const head = `I am free at these times (${cityOf(readerZone)}, ${zoneShort(readerZone, first)}):`;
  const line = (slot: Slot): string =>
    readerZone === ownZone
      ? slotWords(slot, readerZone)
      : `${slotWords(slot, readerZone)} (${slotWords(slot, ownZone)} ${cityOf(ownZone)})`;
  const text = [
    head,
    ...days.flatMap(([day, members]) => ['', day, ...members.map((slot) => `  • ${line(slot)}`)]),
  ].join('\n');
  const html = `<p>${escapeHtml(head)}</p>${days
    .map(
      ([day, members]) =>
        `<p><strong>${escapeHtml(day)}</strong></p><ul>${members
          .map((slot) => `<li>${escapeHtml(line(slot))}</li>`)
          .join('')}</ul>`,
    )
    .join('')}`;
  return { text, html };
}
