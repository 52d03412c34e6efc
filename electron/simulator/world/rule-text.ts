/** Reads and rewrites the text of a recurrence rule (RFC 5545, 3.3.10), part by part. Pure. */

const weekdayCodes = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const;

type Parts = ReadonlyMap<string, string>;

/** The same rule with its end replaced: `UNTIL` the given text, or `COUNT`. */
export function withEnd(
  rrule: string,
  end: { readonly until: string } | { readonly count: number },
): string {
  const parts = new Map(parse(rrule));
  parts.delete('UNTIL');
  parts.delete('COUNT');
  if ('until' in end) parts.set('UNTIL', end.until);
  else parts.set('COUNT', String(end.count));
  return write(parts);
}

/** `COUNT` of a rule; null where it ends otherwise or never. */
export function countOf(rrule: string): number | null {
  const count = parse(rrule).get('COUNT');
  return count === undefined ? null : Number(count);
}

/**
 * The rule for a series that now starts on another day: a rule on one weekday or one day of the month follows the new
 * start, any other is left as it is.
 */
export function realigned(rrule: string, startWall: string): string {
  const parts = new Map(parse(rrule));
  const day = new Date(`${startWall.slice(0, 10)}T00:00:00Z`);
  const byDay = parts.get('BYDAY');
  const code = weekdayCodes[day.getUTCDay()] ?? 'MO';
  if (byDay !== undefined && /^[+-]?\d*[A-Z]{2}$/.test(byDay))
    parts.set('BYDAY', byDay.replace(/[A-Z]{2}$/, code));
  if (/^\d+$/.test(parts.get('BYMONTHDAY') ?? ''))
    parts.set('BYMONTHDAY', String(day.getUTCDate()));
  return write(parts);
}

function parse(rrule: string): Parts {
  return new Map(
    rrule
      .split(';')
      .filter((part) => part.includes('='))
      .map((part) => {
        const [name = '', value = ''] = part.split('=');
        return [name.toUpperCase(), value.toUpperCase()];
      }),
  );
}

function write(parts: Parts): string {
  return [...parts].map(([name, value]) => `${name}=${value}`).join(';');
}
