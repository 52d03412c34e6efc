import { X } from 'lucide-react';
import type { CSSProperties, JSX, ReactNode } from 'react';
import type { CalendarItem, ItemDetails } from '../../shared/ipc/calendar.ts';
import { isMarkedPrivate } from '../../shared/model/privacy.ts';
import { useFeature } from '../state/stores.tsx';
import { Badge } from '../ui/badge.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Foreign } from '../ui/foreign.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Spinner } from '../ui/spinner.tsx';
import { labelOf } from './book.ts';
import { createCalendarStore } from './calendar-store.ts';
import { createDetailsStore } from './details-store.ts';
import { kindWords, responseWords, showAsWords } from './item-words.ts';
import { ShadowList } from './shadow-list.tsx';
import { formatter, timeWords } from './time-words.ts';
import { useBook, useZone } from './use-calendar.ts';
import styles from './details-panel.module.css';

/** The selected event: what it is, what each target shows of it and why, what was written because of it. */
export function DetailsPanel(): JSX.Element | null {
  const selected = useFeature(createCalendarStore, (state) => state.selected);
  const { details, problem, reload } = useFeature(createDetailsStore, (state) => state);
  if (selected === null) return null;
  return (
    <aside className={styles.panel} aria-label="Details" tabIndex={0}>
      {problem === null ? null : (
        <ErrorNote problem={problem} mend={{ words: 'Try again', run: () => void reload() }} />
      )}
      {details === null && problem === null ? <Spinner /> : null}
      {details === null ? null : <Details details={details} />}
    </aside>
  );
}

function Details({ details }: { readonly details: ItemDetails }): JSX.Element {
  const { item, description, shadows, history } = details;
  const zone = useZone();
  return (
    <>
      <Head item={item} />
      <Facts item={item} />
      {description === null ? null : (
        <Section title="Description">
          <p className={styles.description} tabIndex={0}>
            <bdi>{description.slice(0, 4_000)}</bdi>
          </p>
        </Section>
      )}
      {item.kind === 'event' ? (
        <Section title="What others see of it">
          <ShadowList shadows={shadows} />
        </Section>
      ) : null}
      <Section title="History">
        {history.length === 0 ? <p>Nothing was written because of it yet.</p> : null}
        <ol className={styles.history}>
          {history.map(({ at, sentence }) => (
            <li key={`${at} ${sentence}`}>
              <Foreign text={sentence} max={400} />
              <time dateTime={new Date(at).toISOString()}>
                {formatter(zone, { dateStyle: 'medium', timeStyle: 'short' }).format(at)}
              </time>
            </li>
          ))}
        </ol>
      </Section>
    </>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }): JSX.Element {
  return (
    <section className={styles.section}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function Head({ item }: { readonly item: CalendarItem }): JSX.Element {
  const book = useBook();
  const zone = useZone();
  const select = useFeature(createCalendarStore, (state) => state.select);
  const color = book.get(item.calendar)?.color ?? '#5f6368';
  return (
    <header className={styles.head} style={{ '--color': color } as CSSProperties}>
      <span className={styles.bar} />
      <h2 className={styles.title}>
        <Foreign text={item.title} max={400} />
      </h2>
      <IconButton
        label="Close details"
        keys="escape"
        size="small"
        icon={<X size={14} />}
        onClick={() => select(null)}
      />
      <p className={styles.when}>{timeWords(item.time, zone, true)}</p>
    </header>
  );
}

function Facts({ item }: { readonly item: CalendarItem }): JSX.Element {
  const book = useBook();
  const kind = kindWords(item);
  const facts: readonly (readonly [string, ReactNode])[] = [
    ['Calendar', <Foreign key="calendar" text={labelOf(book, item.calendar)} />],
    ...(item.castBy === null
      ? []
      : [['Cast by', <Foreign key="cast" text={labelOf(book, item.castBy.calendar)} />] as const]),
    ...(item.location === null
      ? []
      : [['Where', <Foreign key="where" text={item.location} max={300} />] as const]),
    ['Shown as', showAsWords[item.showAs]],
    ...(item.kind === 'event' ? [['Answer', responseWords[item.response]] as const] : []),
  ];
  return (
    <>
      <div className={styles.badges}>
        {item.conflict ? <Badge tone="bad">Double booking</Badge> : null}
        {kind === null ? null : <Badge>{kind}</Badge>}
        {item.recurring ? <Badge>Recurring</Badge> : null}
        {isMarkedPrivate(item) ? <Badge>Private</Badge> : null}
      </div>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name} className={styles.fact}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
