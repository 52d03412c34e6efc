import { useEffect, type JSX } from 'react';
import { SidebarPart } from '../frame/sidebar-slot.tsx';
import { useFeature } from '../state/stores.tsx';
import { createCalendarStore } from './calendar-store.ts';
import { DetailsPanel } from './details-panel.tsx';
import { LayerList } from './layer-list.tsx';
import { MiniMonth } from './mini-month.tsx';
import { Pane } from './pane.tsx';
import { daysOf, spanOf } from './period.ts';
import { SeenAsBar } from './seen-as-bar.tsx';
import { Toolbar } from './toolbar.tsx';
import { useIsKnown, usePlace, useZone } from './use-calendar.ts';
import { CalendarKeys } from './calendar-keys.tsx';
import styles from './screen.module.css';

/** The unified calendar. */
export default function CalendarScreen(): JSX.Element {
  const place = usePlace();
  const zone = useZone();
  const look = useFeature(createCalendarStore, (state) => state.look);
  const { view, date, firstDay } = place;
  const known = useIsKnown();
  useEffect(() => {
    if (known) look(spanOf(daysOf(view, date, firstDay), zone));
  }, [look, known, view, date, firstDay, zone]);
  return (
    <section className={styles.screen} aria-label="Calendar">
      <CalendarKeys place={place} />
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
