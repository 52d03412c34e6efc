import { instant } from '../../shared/time/instant.ts';
import { addDays, parsePlainDate, type PlainDate } from '../../shared/time/plain-date.ts';
import { dateAt, wallClock } from '../../shared/time/zone.ts';

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** The day that a text means, seen from now: `2026-12-24`, `24 dec`, `24.12.`, `tomorrow`, `friday`, `+3 weeks`. */
export function readDate(text: string, now: number, zone: string): PlainDate | null {
  const words = text.trim().toLowerCase();
  if (words === '') return null;
  const today = dateAt(instant(now), zone);
  const days = { today: 0, tomorrow: 1, yesterday: -1 }[words];
  if (days !== undefined) return addDays(today, days);
  return (
    parsePlainDate(words) ??
    readOffset(words, today) ??
    readWeekday(words, today, wallClock(instant(now), zone).weekday) ??
    readDayAndMonth(words, today)
  );
}

function readOffset(words: string, today: PlainDate): PlainDate | null {
  const found = /^([+-]\d{1,3})\s*(d|day|days|w|week|weeks)?$/.exec(words);
  if (found === null) return null;
  return addDays(today, Number(found[1]) * (found[2]?.startsWith('w') === true ? 7 : 1));
}

function readWeekday(words: string, today: PlainDate, weekday: number): PlainDate | null {
  const name = words.replace(/^(next|on)\s+/, '');
  const wanted = name.length < 3 ? -1 : weekdays.findIndex((day) => day.startsWith(name));
  return wanted === -1 ? null : addDays(today, ((wanted - weekday + 6) % 7) + 1);
}

/** Without a year, the nearest one that is not past. */
function readDayAndMonth(words: string, today: PlainDate): PlainDate | null {
  const named = /^(\d{1,2})\.?\s*([a-z]{3,9})\.?\s*(\d{4})?$/.exec(words);
  const turned = /^([a-z]{3,9})\.?\s*(\d{1,2})(?:,?\s*(\d{4}))?$/.exec(words);
  const dotted = /^(\d{1,2})\.\s*(\d{1,2})\.?\s*(\d{4})?$/.exec(words);
  const [day, month, year] =
    named !== null
      ? [named[1], monthNumber(named[2]), named[3]]
      : turned !== null
        ? [turned[2], monthNumber(turned[1]), turned[3]]
        : dotted !== null
          ? [dotted[1], Number(dotted[2]), dotted[3]]
          : [undefined, 0, undefined];
  if (day === undefined || month === 0) return null;
  const inYear = (full: number): PlainDate | null =>
    parsePlainDate(`${full}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`);
  if (year !== undefined) return inYear(Number(year));
  const thisYear = Number(today.slice(0, 4));
  const near = inYear(thisYear);
  return near !== null && near >= today ? near : inYear(thisYear + 1);
}

function monthNumber(name: string | undefined): number {
  return months.indexOf(name?.slice(0, 3) ?? '') + 1;
}
