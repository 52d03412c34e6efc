import FullCalendar, { type CalendarOptions, type CalendarRef } from '@fullcalendar/react';
import dayGrid from '@fullcalendar/react/daygrid';
import interaction from '@fullcalendar/react/interaction';
import forma from '@fullcalendar/react/themes/forma';
import timeGrid from '@fullcalendar/react/timegrid';
import { useEffect, useMemo, useRef, type JSX } from 'react';
import type { Settings } from '../../shared/ipc/app.ts';
import { instant } from '../../shared/time/instant.ts';
import { dateAt } from '../../shared/time/zone.ts';
import type { Entry } from './entries.ts';
import { drawing } from './grid-drawing.tsx';
import type { Span } from './calendar-store.ts';
import { monthShare, type MonthShare } from './month-share.ts';
import { daysOf } from './period.ts';
import { toEventInput } from './to-event-input.ts';
import { dayNumbers, type Place } from './use-calendar.ts';
import { markClass, useMark } from './use-mark.ts';
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
  /** The span that is selected, by a drag or by keys. */
  readonly marked: Span | null;
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
  // Side by side: of two that overlap, neither hides what the other says.
  slotEventOverlap: false,
  eventMinHeight: 20,
  eventShortHeight: 36,
  slotDuration: '00:30:00',
  slotHeaderInterval: '01:00:00',
  // A box says its time in our words; the library's own would be made for each of thousands, and shown of none.
  displayEventTime: false,
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

/** Day, weeks and month. The library draws; what is drawn and where it stands comes from outside. */
export function Grid(props: GridProps): JSX.Element {
  const { place, zone, otherZones, entries, selected, hours, hideTitles, marked } = props;
  const calendar = useRef<CalendarRef>(null);
  const share = useShare(entries, place, zone);
  const events = useMemo(() => share.entries.map(toEventInput), [share]);
  const name = viewNames[place.view];

  useEffect(() => {
    const api = calendar.current?.getApi();
    // The library may not be told from inside of a render.
    queueMicrotask(() => api?.changeView(name, place.date));
  }, [name, place.date]);

  useMark(calendar, marked, place, zone);

  const showDay = (day: Date): void =>
    place.goTo({ view: 'day', date: dateAt(instant(day.getTime()), zone) });

  return (
    <div className={styles.grid}>
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
        highlightClass={markClass}
        eventInteractive
        navLinks
        {...density}
        {...working(hours)}
        {...drawing({ zone, otherZones, date: place.date, selected, hideTitles, left: share.left })}
        navLinkDayClick={showDay}
        moreLinkClick={({ date }) => {
          if (!share.left.has(dateAt(instant(date.getTime()), zone))) return 'popover';
          showDay(date);
          return 'timeGridDay';
        }}
        eventClick={({ event, jsEvent }) => {
          jsEvent.preventDefault();
          props.onOpen(event.extendedProps.entry as Entry);
        }}
        select={({ start, end, jsEvent }) => {
          // Without an event it is what we marked ourselves.
          if (jsEvent === null) return;
          props.onSpan(
            { from: start.getTime(), to: end.getTime() },
            { x: jsEvent.clientX, y: jsEvent.clientY },
          );
        }}
      />
    </div>
  );
}

const nothingLeft: ReadonlyMap<string, number> = new Map();

/** What the library is given: everything, but in the month no more of a day than its cell could show on this screen. */
function useShare(entries: readonly Entry[], place: Place, zone: string): MonthShare {
  const { view, date, firstDay } = place;
  return useMemo(() => {
    if (view !== 'month') return { entries, left: nothingLeft };
    // Four weeks on a whole screen, in lines that are lower than any is.
    const most = Math.ceil(globalThis.screen.height / 4 / 12);
    return monthShare(entries, daysOf(view, date, firstDay), zone, most);
  }, [entries, view, date, firstDay, zone]);
}
