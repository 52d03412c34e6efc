import type { JSX } from 'react';
import { lengthWords } from '../calendar/time-words.ts';
import { useBook, useWorkingHours } from '../calendar/use-calendar.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { Field } from '../ui/field.tsx';
import { Foreign } from '../ui/foreign.tsx';
import { foreignText } from '../ui/foreign-text.ts';
import { Select } from '../ui/select.tsx';
import { Switch } from '../ui/switch.tsx';
import { TextInput } from '../ui/text-input.tsx';
import {
  beginOn,
  counts,
  isLastCounting,
  lengths,
  toggleCounting,
  type Wish,
  type WishReading,
} from '../../shared/view/time-wish.ts';
import styles from './conflicts.module.css';

export interface FindFormProps {
  readonly wish: Wish;
  readonly reading: WishReading;
  readonly onChange: (wish: Wish) => void;
}

export function FindForm({ wish, reading, onChange }: FindFormProps): JSX.Element {
  const hours = useWorkingHours();
  const wrong = (field: 'from' | 'to'): string | undefined =>
    !reading.ok && reading.field === field ? reading.reason : undefined;
  return (
    <form
      className={styles.form}
      aria-label="Find time"
      onSubmit={(event) => event.preventDefault()}
    >
      <Field label="How long">
        {(control) => (
          <Select
            {...control}
            value={String(wish.minutes)}
            choices={lengths.map((minutes) => ({
              value: String(minutes),
              label: lengthWords(minutes * 60_000),
            }))}
            onChange={(minutes) => onChange({ ...wish, minutes: Number(minutes) })}
          />
        )}
      </Field>
      <div className={styles.pair}>
        <Field label="From" error={wrong('from')}>
          {(control) => (
            <TextInput
              {...control}
              type="date"
              value={wish.from}
              onChange={(from) => onChange(beginOn(wish, from))}
            />
          )}
        </Field>
        <Field label="Until" error={wrong('to')}>
          {(control) => (
            <TextInput
              {...control}
              type="date"
              value={wish.to}
              onChange={(to) => onChange({ ...wish, to })}
            />
          )}
        </Field>
      </div>
      <Switch
        label={`Only working hours, ${hours.from} – ${hours.to}`}
        checked={wish.withinWorkingHours}
        onChange={(withinWorkingHours) => onChange({ ...wish, withinWorkingHours })}
      />
      <Calendars wish={wish} onChange={onChange} />
    </form>
  );
}

type CalendarsProps = Omit<FindFormProps, 'reading'>;

/** Which calendars count. */
function Calendars({ wish, onChange }: CalendarsProps): JSX.Element {
  const book = useBook();
  const all = wish.calendars.length === 0;
  return (
    <fieldset className={styles.fieldset}>
      <legend className={styles.legend}>
        <span>{all ? 'All calendars count' : `${wish.calendars.length} calendars count`}</span>
      </legend>
      <ul className={styles.calendars} tabIndex={0} aria-label="Calendars that count">
        {[...book.values()].map(({ key, label }) => (
          <li key={key}>
            <Checkbox
              label={foreignText(label, 60)}
              checked={counts(wish, key)}
              disabled={isLastCounting(wish, key)}
              onChange={() => onChange(toggleCounting(wish, key, [...book.keys()]))}
            >
              <Foreign text={label} max={150} />
            </Checkbox>
          </li>
        ))}
      </ul>
      {all ? null : (
        <Button size="small" look="quiet" onClick={() => onChange({ ...wish, calendars: [] })}>
          All of them
        </Button>
      )}
    </fieldset>
  );
}
