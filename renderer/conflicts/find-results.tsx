import { CalendarX2, Copy } from 'lucide-react';
import { useMemo, useState, type JSX } from 'react';
import { cityOf, clockWords, formatter } from '../calendar/time-words.ts';
import { useDeed } from '../state/deed.ts';
import { createSettingsStore } from '../state/app.ts';
import { useFeature } from '../state/stores.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Field } from '../ui/field.tsx';
import { Spinner } from '../ui/spinner.tsx';
import { ZoneSelect } from '../ui/zone-select.tsx';
import { availabilityText } from './availability-text.ts';
import { createFindStore } from './find-store.ts';
import styles from './conflicts.module.css';

export interface FindResultsProps {
  readonly zone: string;
  readonly minutes: number;
}

interface Slot {
  readonly start: number;
  readonly end: number;
}

const keyOf = (slot: Slot): string => `${slot.start} ${slot.end}`;

/** The free times, each to be chosen, and the words for a mail in the reader's zone. */
export function FindResults({ zone, minutes }: FindResultsProps): JSX.Element {
  const { slots, problem, busy, again } = useFeature(createFindStore, (state) => state);
  const [readerZone, setReaderZone] = useState<string | null>(null);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const suggested = useFeature(createSettingsStore, ({ value }) => value?.secondaryZones[0]);
  const reader = readerZone ?? zone;
  if (problem !== null)
    return (
      <ErrorNote problem={problem} mend={{ words: 'Try again', run: () => void again(), busy }} />
    );
  if (slots === null)
    return (
      <p className={styles.waiting} role="status">
        <Spinner /> Looking at all your calendars…
      </p>
    );
  if (slots.length === 0)
    return (
      <EmptyState icon={<CalendarX2 size={20} />} title="No free time there">
        Nothing of {minutes} minutes is free on these days. Take a shorter time, more days, or let
        times outside of your working hours count.
      </EmptyState>
    );
  const chosen = slots.filter((slot) => !left.has(keyOf(slot)));
  return (
    <div className={styles.results} aria-busy={busy}>
      <div className={styles.bar2}>
        <Field label="The reader’s time zone">
          {(control) => (
            <ZoneSelect
              {...control}
              label="The reader’s time zone"
              value={readerZone}
              empty={`My own: ${cityOf(zone)}`}
              onChange={setReaderZone}
            />
          )}
        </Field>
        {suggested === undefined || suggested === reader ? null : (
          <Button onClick={() => setReaderZone(suggested)}>{cityOf(suggested)}</Button>
        )}
        <CopyButtons slots={chosen} reader={reader} zone={zone} />
      </div>
      <Slots
        slots={slots}
        zone={reader}
        left={left}
        onToggle={(slot) => setLeft((now) => now.symmetricDifference(new Set([keyOf(slot)])))}
      />
    </div>
  );
}

interface CopyButtonsProps {
  readonly slots: readonly Slot[];
  readonly reader: string;
  readonly zone: string;
}

function CopyButtons({ slots, reader, zone }: CopyButtonsProps): JSX.Element {
  const copy = useDeed('copyText');
  const { text, html } = availabilityText(slots, reader, zone);
  return (
    <>
      <Button
        busy={copy.busy}
        disabled={slots.length === 0}
        onClick={() => void copy.run({ text }, 'Copied as plain text.')}
      >
        Copy as text
      </Button>
      <Button
        look="primary"
        icon={<Copy size={14} />}
        busy={copy.busy}
        disabled={slots.length === 0}
        onClick={() => void copy.run({ text, html }, 'Copied for a mail.')}
      >
        Copy for a mail
      </Button>
    </>
  );
}

interface SlotsProps {
  readonly slots: readonly Slot[];
  readonly zone: string;
  /** Slots that the user took out. */
  readonly left: ReadonlySet<string>;
  readonly onToggle: (slot: Slot) => void;
}

function Slots({ slots, zone, left, onToggle }: SlotsProps): JSX.Element {
  const days = useMemo(() => {
    const name = formatter(zone, { weekday: 'long', day: 'numeric', month: 'long' });
    return [...Map.groupBy(slots, ({ start }) => name.format(start))];
  }, [slots, zone]);
  return (
    <>
      {days.map(([day, members]) => (
        <section key={day} className={styles.slotDay}>
          <h2>{day}</h2>
          <div className={styles.slots}>
            {members.map((slot) => (
              <button
                key={keyOf(slot)}
                type="button"
                aria-pressed={!left.has(keyOf(slot))}
                className={styles.slot}
                onClick={() => onToggle(slot)}
              >
                {clockWords(slot.start, zone)} – {clockWords(slot.end, zone)}
              </button>
            ))}
          </div>
        </section>
      ))}
    </>
  );
}
