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

/** A zone with what its name means now: `Europe/Berlin (UTC+01:00)`. */
export function sayZone(zone: string, now: number): string {
  const offset =
    new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
      .formatToParts(now)
      .find(({ type }) => type === 'timeZoneName')?.value ?? 'UTC';
  return `${zone.replaceAll('_', ' ')} (${offset.replace('GMT', 'UTC')})`;
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
