import { ChevronLeft, ChevronRight, Eye, Search } from 'lucide-react';
import type { JSX } from 'react';
import { createOverlays } from '../frame/overlays-store.ts';
import { useFeature } from '../state/stores.tsx';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { Select } from '../ui/select.tsx';
import { createCalendarStore } from './calendar-store.ts';
import type { BlockMode } from './entries.ts';
import { calendarViews, step, titleOf } from './period.ts';
import { useBook, type Place } from './use-calendar.ts';
import { viewWords } from './view-words.ts';
import styles from './toolbar.module.css';

const blockChoices: readonly { value: BlockMode; label: string; note: string }[] = [
  {
    value: 'needed',
    label: 'Blocks: as needed',
    note: 'Only where their event is not in sight anyway',
  },
  { value: 'all', label: 'Blocks: all', note: 'Everything that stands on your calendars' },
  { value: 'none', label: 'Blocks: none', note: 'Your own events only' },
];

const viewChoices = calendarViews.map((value) => ({ value, label: viewWords[value] }));

export function Toolbar({ place }: { readonly place: Place }): JSX.Element {
  const { view, date, today, firstDay, goTo } = place;
  return (
    <header className={styles.bar}>
      <Button onClick={() => goTo({ date: today })}>Today</Button>
      <span className={styles.pager}>
        <IconButton
          label="Back"
          keys="left"
          icon={<ChevronLeft size={16} />}
          onClick={() => goTo({ date: step(view, date, -1) })}
        />
        <IconButton
          label="Forward"
          keys="right"
          icon={<ChevronRight size={16} />}
          onClick={() => goTo({ date: step(view, date, 1) })}
        />
      </span>
      <h1 className={styles.title} aria-live="polite">
        {titleOf(view, date, firstDay)}
      </h1>
      <div className={styles.end}>
        <Looks />
        <Segmented
          label="View"
          value={view}
          choices={viewChoices}
          onChange={(next) => goTo({ view: next })}
        />
        <PaletteButton />
      </div>
    </header>
  );
}

function Looks(): JSX.Element {
  const book = useBook();
  const { blocks, setBlocks, seenAs, lookAs } = useFeature(createCalendarStore, (state) => state);
  const first = [...book.values()].find((calendar) => calendar.canWrite);
  return (
    <>
      {seenAs === null ? (
        <>
          <div className={styles.select}>
            <Select label="Blocks" value={blocks} choices={blockChoices} onChange={setBlocks} />
          </div>
          <Button
            icon={<Eye size={14} />}
            disabled={first === undefined}
            onClick={() => {
              if (first !== undefined) lookAs({ calendar: first.key, audience: 'colleague' });
            }}
          >
            Seen as…
          </Button>
        </>
      ) : null}
    </>
  );
}

function PaletteButton(): JSX.Element {
  const show = useFeature(createOverlays, (overlays) => overlays.show);
  return (
    <IconButton
      label="Find any action"
      keys="mod+k"
      icon={<Search size={16} />}
      onClick={() => show('palette')}
    />
  );
}
