import type { Settings } from '../ipc/app.ts';
import { mostZones } from '../model/most-zones.ts';

/** The choices with a further one where the value is none of them, as a file or a policy may set it. */
export function withValue(
  choices: readonly { readonly value: number; readonly label: string }[],
  value: number,
): readonly { readonly value: number; readonly label: string }[] {
  return choices.some((choice) => choice.value === value)
    ? choices
    : [...choices, { value, label: `${value} days` }].sort((a, b) => a.value - b.value);
}

/** The choices that a policy leaves; `most` null leaves all of them. */
export function upTo(
  most: number | null,
  choices: readonly { readonly value: number; readonly label: string }[],
): readonly { readonly value: number; readonly label: string }[] {
  return most === null ? choices : choices.filter(({ value }) => value <= most);
}

export function hoursProblem({ from, to }: Settings['workingHours']): string | null {
  if (!/^\d\d:\d\d$/.test(from) || !/^\d\d:\d\d$/.test(to)) return 'Write both times as HH:mm.';
  return from < to ? null : 'The end must be later than the start.';
}

/** The hours on other days; a week without a working day is none, and changes nothing. */
export function onDays(
  hours: Settings['workingHours'],
  days: Settings['workingHours']['days'],
): Settings['workingHours'] {
  return days.length === 0 ? hours : { ...hours, days };
}

/** Whether another zone may stand beside the user's own. */
export function takesZone(zones: readonly string[]): boolean {
  return zones.length < mostZones;
}

export function addZone(zones: readonly string[], zone: string): string[] {
  return takesZone(zones) && !zones.includes(zone) ? [...zones, zone] : [...zones];
}

export function removeZone(zones: readonly string[], zone: string): string[] {
  return zones.filter((one) => one !== zone);
}

/** Whether it is the only calendar chosen for "Block me now": one always stays, since a block on none is none. */
export function isLastTarget(targets: readonly string[], key: string): boolean {
  return targets.length === 1 && targets[0] === key;
}

/** The calendar put in, or taken out unless it is the last. */
export function toggleTarget(targets: readonly string[], key: string): string[] {
  if (!targets.includes(key)) return [...targets, key];
  return isLastTarget(targets, key) ? [...targets] : targets.filter((one) => one !== key);
}

export const eraseWord = 'ERASE';

/** Whether the word that unlocks erasing was typed. */
export function unlocksErase(text: string): boolean {
  return text.trim().toUpperCase() === eraseWord;
}
