import type { CalendarOptions } from '@fullcalendar/react';
import type { JSX } from 'react';
import type { PlainDate } from '../../shared/time/plain-date.ts';
import { instantAt } from '../../shared/time/zone.ts';
import { classNames } from '../ui/class-names.ts';
import type { Entry } from './entries.ts';
import { EventCard } from './event-card.tsx';
import { MoreCount } from './more-count.tsx';
import { clockWords, timeParts, zoneShort } from './time-words.ts';
import styles from './grid.module.css';

interface Drawing {
  readonly zone: string;
  readonly otherZones: readonly string[];
  readonly date: PlainDate;
  readonly selected: string | null;
  readonly hideTitles: boolean;
  /** Entries of a day that the library was not given. */
  readonly left: ReadonlyMap<string, number>;
}

/** How boxes, hours and days look. */
export function drawing(drawing: Drawing): CalendarOptions {
  return { ...boxes(drawing), ...margins(drawing) };
}

function boxes({ zone, selected, hideTitles, left }: Drawing): CalendarOptions {
  return {
    eventClass: ({ event, isPast, view }) => {
      const entry = event.extendedProps.entry as Entry | undefined;
      if (entry === undefined) return '';
      return classNames(
        styles.event,
        styles[entry.weight],
        (entry.look === 'block' || entry.look === 'foreign') && styles.block,
        entry.look === 'foreign' && styles.foreign,
        entry.conflict && styles.conflict,
        isPast && entry.look === 'event' && entry.weight === 'firm' && styles.past,
        view.type === 'dayGridMonth' && !event.allDay && entry.look === 'event' && styles.item,
        entry.id === selected && styles.selected,
      );
    },
    eventInnerClass: styles.inner ?? '',
    rowEventInnerClass: styles.innerLine ?? '',
    listItemEventInnerClass: styles.innerLine ?? '',
    eventContent: ({ event, view, isShort }) => {
      const entry = event.extendedProps.entry as Entry | undefined;
      if (entry === undefined) return '';
      const line = isShort || event.allDay || view.type === 'dayGridMonth';
      const time = event.allDay ? [] : timeOf(entry, zone, line);
      return <EventCard entry={entry} time={time} hideTitle={hideTitles} line={line} />;
    },
    dayLaneInnerClass: styles.lane ?? '',
    nonBusinessHoursClass: styles.shadeOff ?? '',
    nowIndicatorLineClass: styles.now ?? '',
    nowIndicatorDotClass: styles.nowDot ?? '',
    moreLinkClass: styles.more ?? '',
    columnMoreLinkClass: styles.moreBetween ?? '',
    moreLinkContent: ({ num }) => <MoreCount hidden={num} left={left} />,
    moreLinkHint: 'Show the whole day',
    popoverClass: styles.popover ?? '',
  };
}

function margins({ zone, otherZones, date }: Drawing): CalendarOptions {
  const zones = [...otherZones].reverse();
  return {
    slotHeaderInnerClass: styles.slot ?? '',
    slotHeaderContent: ({ time }) =>
      time === undefined ? (
        ''
      ) : (
        <Hours at={instantAt(date, time.milliseconds / 60_000, zone)} zones={[...zones, zone]} />
      ),
    allDayHeaderInnerClass: styles.allDay ?? '',
    allDayHeaderContent: () => (
      <>
        {[...zones, zone].map((name) => (
          <span key={name} title={name}>
            {zoneShort(name, instantAt(date, 720, zone))}
          </span>
        ))}
      </>
    ),
    dayHeaderInnerClass: styles.dayHeaderBox ?? '',
    // The library names the link around it by the date alone; a name begins with the words in sight.
    dayHeaderDidMount: ({ el, weekdayText, dayNumberText }) => {
      const link = el.querySelector('[role="link"]');
      const date = link?.getAttribute('aria-label') ?? '';
      link?.setAttribute('aria-label', `${dayNumberText} ${weekdayText}, ${date}`);
    },
    dayHeaderContent: ({ weekdayText, dayNumberText, isToday }) => (
      <span className={styles.dayHeader} data-today={isToday || undefined}>
        {dayNumberText === '' ? null : <b>{dayNumberText}</b>} {weekdayText}
      </span>
    ),
  };
}

function timeOf(entry: Entry, zone: string, short: boolean): readonly string[] {
  if (entry.time.kind === 'timed' && short) return [clockWords(entry.time.start, zone)];
  return timeParts(entry.time, zone);
}

interface HoursProps {
  readonly at: number;
  readonly zones: readonly string[];
}

/** One hour in each zone, the user's own last, beside the grid. */
function Hours({ at, zones }: HoursProps): JSX.Element {
  return (
    <>
      {zones.map((zone) => (
        <span key={zone}>{clockWords(at, zone)}</span>
      ))}
    </>
  );
}
