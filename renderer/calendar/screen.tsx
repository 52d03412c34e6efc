import { useEffect, useMemo, useState, type JSX } from 'react';
import { createSettingsStore } from '../state/app.ts';
import { useNow } from '../state/now.ts';
import { useFeature } from '../state/stores.tsx';
import { SidebarPart } from '../frame/sidebar-slot.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { Agenda } from './agenda.tsx';
import { createCalendarStore } from './calendar-store.ts';
import { DetailsPanel } from './details-panel.tsx';
import { entriesOf, seenEntries, type Entry } from './entries.ts';
import { Grid } from './grid.tsx';
import { LayerList } from './layer-list.tsx';
import { MiniMonth } from './mini-month.tsx';
import { daysOf, spanOf } from './period.ts';
import { SeenAsBar } from './seen-as-bar.tsx';
import { SpanMenu, type SpanChoice } from './span-menu.tsx';
import { Toolbar } from './toolbar.tsx';
import { useBook, usePlace, useWorkingHours, useZone } from './use-calendar.ts';
import { useCalendarKeys } from './use-calendar-keys.ts';
import styles from './screen.module.css';

const noZones: readonly string[] = [];

function useEntries(): readonly Entry[] {
  const book = useBook();
  const items = useFeature(createCalendarStore, (state) => state.items);
  const seen = useFeature(createCalendarStore, (state) => state.seen);
  const seenAs = useFeature(createCalendarStore, (state) => state.seenAs);
  const layers = useFeature(createCalendarStore, (state) => state.layers);
  const blocks = useFeature(createCalendarStore, (state) => state.blocks);
  return useMemo(
    () =>
      seenAs === null
        ? entriesOf(items, book, layers, blocks)
        : seenEntries(seen, seenAs.calendar, book),
    [items, book, layers, blocks, seen, seenAs],
  );
}

/** The unified calendar. */
export default function CalendarScreen(): JSX.Element {
  const place = usePlace();
  const zone = useZone();
  const look = useFeature(createCalendarStore, (state) => state.look);
  const { view, date, firstDay } = place;
  useEffect(
    () => look(spanOf(daysOf(view, date, firstDay), zone)),
    [look, view, date, firstDay, zone],
  );
  useCalendarKeys(place);
  return (
    <section className={styles.screen} aria-label="Calendar">
      <SidebarPart>
        <MiniMonth key={place.date} place={place} />
        <LayerList />
      </SidebarPart>
      <Toolbar place={place} />
      <SeenAsBar />
      <div className={styles.body}>
        <Pane />
        <DetailsPanel />
      </div>
    </section>
  );
}

function Pane(): JSX.Element {
  const place = usePlace();
  const zone = useZone();
  const now = useNow(30_000);
  const hours = useWorkingHours();
  const entries = useEntries();
  const { select, reload, problem, loading, selected } = useFeature(
    createCalendarStore,
    (all) => all,
  );
  const settings = useFeature(createSettingsStore, ({ value }) => value);
  const [choice, setChoice] = useState<SpanChoice | null>(null);
  const open = ({ item }: Entry): void => {
    if (item !== null) select({ calendar: item.calendar, id: item.id });
  };
  const drawn = {
    zone,
    now,
    entries,
    selected: selected === null ? null : `${selected.calendar} ${selected.id}`,
    hideTitles: settings?.hideTitles ?? false,
    onOpen: open,
  };
  return (
    <div className={styles.pane}>
      {problem === null ? null : (
        <div className={styles.note}>
          <ErrorNote
            problem={problem}
            mend={{ words: 'Try again', run: () => void reload(), busy: loading }}
          />
        </div>
      )}
      {loading ? (
        <div className={styles.loading}>
          <ProgressBar label="Reading the calendar" value={null} />
        </div>
      ) : null}
      {place.view === 'agenda' ? (
        <Agenda {...drawn} loading={loading} />
      ) : (
        <Grid
          {...drawn}
          place={place}
          picking={choice !== null}
          hours={hours}
          otherZones={settings?.secondaryZones ?? noZones}
          onSpan={(span, at) => setChoice({ span, at })}
        />
      )}
      <SpanMenu choice={choice} onClose={() => setChoice(null)} />
    </div>
  );
}
