import type { Settings } from '../ipc/app.ts';
import { weekdays, type Weekday } from '../model/weekday.ts';

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

/** The day put in or taken out; one always stays. */
export function toggleDay(days: readonly Weekday[], day: Weekday): Weekday[] {
  const chosen = days.includes(day)
    ? days.filter((one) => one !== day)
    : weekdays.filter((one) => one === day || days.includes(one));
  return chosen.length === 0 ? [...days] : [...chosen];
}

export function toggleZone(zones: readonly string[], zone: string): string[] {
  if (zones.includes(zone)) return zones.filter((one) => one !== zone);
  return zones.length >= 3 ? [...zones] : [...zones, zone];
}

/** The calendar put in or taken out. */
export function toggleTarget(targets: readonly string[], key: string): string[] {
  return targets.includes(key) ? targets.filter((one) => one !== key) : [...targets, key];
}

export const eraseWord = 'ERASE';

/** Whether the word that unlocks erasing was typed. */
export function unlocksErase(text: string): boolean {
  return text.trim().toUpperCase() === eraseWord;
}
