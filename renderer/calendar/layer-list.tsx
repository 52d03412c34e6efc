import { CircleAlert, Crosshair } from 'lucide-react';
import type { CSSProperties, JSX } from 'react';
import type { AccountView } from '../../shared/ipc/accounts.ts';
import { createAccountsStore } from '../state/app.ts';
import { useFeature } from '../state/stores.tsx';
import { Button } from '../ui/button.tsx';
import { Foreign } from '../ui/foreign.tsx';
import { foreignText } from '../ui/foreign-text.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { createCalendarStore } from './calendar-store.ts';
import { isShown, setShown, toggleSolo } from './layers.ts';
import { useBook } from './use-calendar.ts';
import type { BookCalendar } from './book.ts';
import styles from './layer-list.module.css';

/** Every calendar by account: in sight or not, or for a moment only this one. */
export function LayerList(): JSX.Element {
  const accounts = useFeature(createAccountsStore, ({ value }) => value) ?? [];
  const layers = useFeature(createCalendarStore, (state) => state.layers);
  const setLayers = useFeature(createCalendarStore, (state) => state.setLayers);
  return (
    <section className={styles.list} aria-label="Calendars">
      <div className={styles.head}>
        <h2>{layers.solo === null ? 'Calendars' : 'Only some, for now'}</h2>
        {layers.solo === null && layers.hidden.size === 0 ? null : (
          <Button
            size="small"
            look="quiet"
            onClick={() =>
              setLayers((now) =>
                now.solo === null ? { hidden: new Set(), solo: null } : { ...now, solo: null },
              )
            }
          >
            {layers.solo === null ? 'Show all' : 'As before'}
          </Button>
        )}
      </div>
      {accounts.length === 0 ? (
        <p className={styles.empty}>The calendars of your accounts stand here, to show or hide.</p>
      ) : null}
      {accounts.map((account) => (
        <Account key={account.id} account={account} />
      ))}
    </section>
  );
}

function Account({ account }: { readonly account: AccountView }): JSX.Element {
  const book = useBook();
  const keys = account.calendars.map(({ key }) => key);
  return (
    <div role="group" aria-label={foreignText(account.label, 60)}>
      <div className={styles.account}>
        <span>
          <Foreign text={account.label} max={60} />
        </span>
        {!account.inTrouble ? null : (
          <CircleAlert
            size={13}
            className={styles.trouble}
            aria-label={foreignText(account.sentence)}
          />
        )}
        <Solo calendars={keys} name={account.label} />
      </div>
      <ul>
        {keys.map((key) => {
          const calendar = book.get(key);
          return calendar === undefined ? null : <Calendar key={key} calendar={calendar} />;
        })}
      </ul>
    </div>
  );
}

function Calendar({ calendar }: { readonly calendar: BookCalendar }): JSX.Element {
  const book = useBook();
  const shown = useFeature(createCalendarStore, ({ layers }) => isShown(layers, calendar.key));
  const setLayers = useFeature(createCalendarStore, (state) => state.setLayers);
  return (
    <li className={styles.row}>
      <button
        type="button"
        role="checkbox"
        aria-checked={shown}
        className={styles.toggle}
        title={foreignText(calendar.name)}
        onClick={() =>
          setLayers((layers) => setShown(layers, [calendar.key], !shown, [...book.keys()]))
        }
      >
        <span className={styles.swatch} style={{ '--color': calendar.color } as CSSProperties} />
        <span className={styles.name}>
          <Foreign text={calendar.name} max={80} />
        </span>
      </button>
      <Solo calendars={[calendar.key]} name={calendar.name} />
    </li>
  );
}

interface SoloProps {
  readonly calendars: readonly string[];
  readonly name: string;
}

function Solo({ calendars, name }: SoloProps): JSX.Element {
  const setLayers = useFeature(createCalendarStore, (state) => state.setLayers);
  const on = useFeature(
    createCalendarStore,
    ({ layers: { solo } }) =>
      solo !== null &&
      solo.size === calendars.length &&
      calendars.every((calendar) => solo.has(calendar)),
  );
  return (
    <span className={styles.solo} data-on={on || undefined}>
      <IconButton
        label={`Only ${foreignText(name, 40)}`}
        size="small"
        aria-pressed={on}
        icon={<Crosshair size={13} />}
        onClick={() => setLayers((layers) => toggleSolo(layers, calendars))}
      />
    </span>
  );
}
