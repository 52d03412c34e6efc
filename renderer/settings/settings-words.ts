import type { Settings } from '../../shared/ipc/app.ts';
import { weekdays, type Weekday } from '../../shared/model/weekday.ts';

export const horizonChoices = [
  { value: 30, label: '30 days' },
  { value: 60, label: '60 days' },
  { value: 90, label: '90 days' },
  { value: 180, label: 'Half a year' },
  { value: 365, label: 'A year' },
  { value: 730, label: 'Two years' },
] as const;

export const pastChoices = [
  { value: 0, label: 'From today' },
  { value: 1, label: 'From yesterday' },
  { value: 7, label: 'The last 7 days' },
  { value: 30, label: 'The last 30 days' },
] as const;

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

/** A zone with what its name means now: `Europe/Berlin (UTC+01:00)`. */
export function sayZone(zone: string, now: number): string {
  const offset =
    new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
      .formatToParts(now)
      .find(({ type }) => type === 'timeZoneName')?.value ?? 'UTC';
  return `${zone.replaceAll('_', ' ')} (${offset.replace('GMT', 'UTC')})`;
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

/** What the dialog says when a key goes to, or comes from, another device. */
export const passphraseWords = {
  export: {
    title: 'Export this device’s key',
    description:
      'Whoever has the file and its passphrase can tell which blocks are yours. It opens no account.',
    hint: 'At least 12 characters, such as four words.',
    button: 'Export…',
    done: 'The key was exported. Import it in Umbra on your other device.',
  },
  import: {
    title: 'Take over another device’s key',
    description:
      'Choose the file that was exported there. This device’s own key is replaced; that works only while no block of it lies on any calendar.',
    hint: null,
    button: 'Choose the file…',
    done: 'Done. The other device’s blocks are known here as your own.',
  },
} as const;
