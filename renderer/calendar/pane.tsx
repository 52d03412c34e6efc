import type { JSX } from 'react';
import { createSettingsStore } from '../state/app.ts';
import { useNow } from '../state/now.ts';
import { useFeature } from '../state/stores.tsx';
import { Failure } from '../ui/failure.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { Agenda } from './agenda.tsx';
import { createCalendarStore } from './calendar-store.ts';
import type { Entry } from './entries.ts';
import { Grid } from './grid.tsx';
import { SpanBar } from './span-bar.tsx';
import { SpanMenu } from './span-menu.tsx';
import { createSpanStore } from './span-store.ts';
import { useIsKnown, usePlace, useWorkingHours, useZone } from './use-calendar.ts';
import { useEntries } from './use-entries.ts';
import { useSpan } from './use-span.ts';
import styles from './screen.module.css';

const noZones: readonly string[] = [];

/** The days in sight, as soon as there is something to draw. */
export function Pane(): JSX.Element {
  const known = useIsKnown();
  const answered = useFeature(createCalendarStore, (state) => state.answered);
  return (
    <div className={styles.pane}>
      <Reading />
      {known && answered ? <Days /> : null}
    </div>
  );
}

/** The days in sight, and what is done with a span of them. */
function Days(): JSX.Element {
  const place = usePlace();
  const zone = useZone();
  const now = useNow(30_000);
  const hours = useWorkingHours();
  const entries = useEntries();
  const { select, loading, selected } = useFeature(createCalendarStore, (all) => all);
  const settings = useFeature(createSettingsStore, ({ value }) => value);
  const { phase, choose } = useFeature(createSpanStore, (all) => all);
  const { span, grid } = useSpan();
  const drawn = {
    zone,
    now,
    entries,
    selected: selected === null ? null : `${selected.calendar} ${selected.id}`,
    hideTitles: settings?.hideTitles ?? false,
    onOpen: ({ item }: Entry): void => {
      if (item !== null) select({ calendar: item.calendar, id: item.id });
    },
  };
  return (
    <>
      {place.view === 'agenda' ? (
        <Agenda {...drawn} loading={loading} />
      ) : (
        <Grid
          {...drawn}
          place={place}
          marked={span}
          hours={hours}
          otherZones={settings?.secondaryZones ?? noZones}
          onSpan={choose}
        />
      )}
      {phase !== 'moving' || span === null || place.view === 'agenda' ? null : (
        <SpanBar key={grid.unit} span={span} grid={grid} entries={entries} />
      )}
      <SpanMenu />
    </>
  );
}

/** That the calendar is being read, or could not be. */
function Reading(): JSX.Element {
  const { problem, loading, reload } = useFeature(createCalendarStore, (all) => all);
  return (
    <>
      {problem === null ? null : (
        <div className={styles.note}>
          <Failure problem={problem} loading={loading} reload={reload} />
        </div>
      )}
      {loading ? (
        <div className={styles.loading}>
          <ProgressBar label="Reading the calendar" value={null} />
        </div>
      ) : null}
    </>
  );
}
