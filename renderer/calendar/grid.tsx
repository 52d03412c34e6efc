import FullCalendar, { type CalendarOptions, type CalendarRef } from '@fullcalendar/react';
import dayGrid from '@fullcalendar/react/daygrid';
import interaction from '@fullcalendar/react/interaction';
import forma from '@fullcalendar/react/themes/forma';
import timeGrid from '@fullcalendar/react/timegrid';
import { useEffect, useMemo, useRef, type JSX, type RefObject } from 'react';
import type { Settings } from '../../shared/ipc/app.ts';
import { instant } from '../../shared/time/instant.ts';
import { dateAt } from '../../shared/time/zone.ts';
import type { Entry } from './entries.ts';
import { drawing } from './grid-drawing.tsx';
import type { Span } from './calendar-store.ts';
import { formatter } from './time-words.ts';
import { toEventInput } from './to-event-input.ts';
import { dayNumbers, type Place } from './use-calendar.ts';
import '@fullcalendar/react/skeleton.css';
import '@fullcalendar/react/themes/forma/theme.css';
import styles from './grid.module.css';

export interface GridProps {
  readonly place: Place;
  readonly zone: string;
  readonly otherZones: readonly string[];
  readonly now: number;
  readonly entries: readonly Entry[];
  readonly selected: string | null;
  readonly hours: Settings['workingHours'];
  readonly hideTitles: boolean;
  /** Whether something is being done with a dragged span. */
  readonly picking: boolean;
  readonly onOpen: (entry: Entry) => void;
  readonly onSpan: (span: Span, at: { readonly x: number; readonly y: number }) => void;
}

const viewNames = {
  day: 'timeGridDay',
  workweek: 'workweek',
  week: 'timeGridWeek',
  month: 'dayGridMonth',
  agenda: 'timeGridWeek',
} as const;

const plugins = [forma, dayGrid, timeGrid, interaction];

/** How much stands on a screen: at most four boxes side by side, and whole days never grow beyond their cell. */
const density: CalendarOptions = {
  eventOrder: 'start,order,-duration,title',
  eventMaxStack: 4,
  dayMaxEvents: true,
  fixedWeekCount: false,
  slotEventOverlap: true,
  eventMinHeight: 20,
  eventShortHeight: 36,
  slotDuration: '00:30:00',
  slotHeaderInterval: '01:00:00',
  scrollTime: '07:30:00',
  scrollTimeReset: false,
};

function working(hours: Settings['workingHours']): CalendarOptions {
  const workdays = dayNumbers(hours.days);
  const hiddenDays = [0, 1, 2, 3, 4, 5, 6].filter((day) => !workdays.includes(day));
  return {
    businessHours: { daysOfWeek: workdays, startTime: hours.from, endTime: hours.to },
    views: { workweek: { type: 'timeGrid', duration: { weeks: 1 }, hiddenDays } },
  };
}

/** "23 Mon, show this day": begins with the words in sight. */
function linkWords(day: Date, zone: string): string {
  const words = (options: Intl.DateTimeFormatOptions): string =>
    formatter(zone, options).format(day);
  return `${words({ day: 'numeric' })} ${words({ weekday: 'short' })}, ${words({ month: 'long', year: 'numeric' })}, show this day`;
}

/** Whoever has no mouse scrolls by the keys: the library's own scrollers take the focus where nothing inside does. */
function useScrollableByKeys(view: string): RefObject<HTMLDivElement | null> {
  const grid = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const timer = setTimeout(() => {
      for (const part of grid.current?.querySelectorAll<HTMLElement>('div[style*="auto"]') ?? [])
        part.tabIndex = 0;
    });
    return () => clearTimeout(timer);
  }, [view]);
  return grid;
}

/** Day, weeks and month. The library draws; what is drawn and where it stands comes from outside. */
export function Grid(props: GridProps): JSX.Element {
  const { place, zone, otherZones, entries, selected, hours, hideTitles, picking } = props;
  const calendar = useRef<CalendarRef>(null);
  const events = useMemo(() => entries.map(toEventInput), [entries]);
  const name = viewNames[place.view];
  const grid = useScrollableByKeys(name);

  useEffect(() => {
    const api = calendar.current?.getApi();
    // The library may not be told from inside of a render.
    queueMicrotask(() => api?.changeView(name, place.date));
  }, [name, place.date]);

  useEffect(() => {
    if (!picking) calendar.current?.getApi().unselect();
  }, [picking]);

  return (
    <div ref={grid} className={styles.grid}>
      <FullCalendar
        ref={calendar}
        plugins={plugins}
        initialView={name}
        initialDate={place.date}
        headerToolbar={false}
        height="100%"
        className={styles.calendar}
        borderless
        timeZone={zone}
        now={new Date(props.now).toISOString()}
        nowIndicator
        firstDay={place.firstDay}
        events={events}
        selectable
        selectMinDistance={6}
        unselectAuto={false}
        eventInteractive
        navLinks={place.view !== 'day'}
        navLinkHint={(_text, day) => linkWords(day, zone)}
        {...density}
        {...working(hours)}
        {...drawing({ zone, otherZones, date: place.date, selected, hideTitles })}
        navLinkDayClick={(date) =>
          place.goTo({ view: 'day', date: dateAt(instant(date.getTime()), zone) })
        }
        eventClick={({ event, jsEvent }) => {
          jsEvent.preventDefault();
          props.onOpen(event.extendedProps.entry as Entry);
        }}
        select={({ start, end, jsEvent }) =>
          props.onSpan(
            { from: start.getTime(), to: end.getTime() },
            { x: jsEvent?.clientX ?? 0, y: jsEvent?.clientY ?? 0 },
          )
        }
      />
    </div>
  );
}
