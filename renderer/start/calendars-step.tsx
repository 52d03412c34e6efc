import type { JSX } from 'react';
import type { AccountView } from '../../shared/ipc/accounts.ts';
import { accessWords } from '../accounts/account-words.ts';
import { counted } from '../rules/rule-words.ts';
import { createAccountsStore } from '../state/app.ts';
import { useFeature } from '../state/stores.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { Dot } from '../ui/dot.tsx';
import { Failure } from '../ui/failure.tsx';
import { Foreign } from '../ui/foreign.tsx';
import { createStart } from './start-store.ts';
import { toggleAll, toggleOne } from '../../shared/view/first-start.ts';
import styles from './start.module.css';

export interface CalendarsStepProps {
  readonly accounts: readonly AccountView[];
  /** Those that are left out. */
  readonly left: ReadonlySet<string>;
}

export function CalendarsStep({ accounts, left }: CalendarsStepProps): JSX.Element {
  const leave = useFeature(createStart, (state) => state.leave);
  const { problem, loading, reload } = useFeature(createAccountsStore, (state) => state);
  if (problem !== null) return <Failure problem={problem} loading={loading} reload={reload} />;
  return (
    <ul className={styles.accounts}>
      {accounts.map((account) => {
        const keys = account.calendars.map(({ key }) => key);
        const chosen = keys.filter((key) => !left.has(key)).length;
        return (
          <li key={account.id} className={styles.account}>
            <Checkbox
              label={`All calendars of ${account.label}`}
              checked={chosen === keys.length && keys.length > 0}
              some={chosen > 0 && chosen < keys.length}
              onChange={(all) => leave(toggleAll(left, keys, all))}
            >
              <strong>
                <Foreign text={account.label} max={60} />
              </strong>
            </Checkbox>
            <ul className={styles.calendars}>
              {account.calendars.map((calendar) => (
                <li key={calendar.key}>
                  <Checkbox
                    label={calendar.ref}
                    checked={!left.has(calendar.key)}
                    onChange={() => leave(toggleOne(left, calendar.key))}
                  >
                    <span className={styles.calendar}>
                      <Dot color={calendar.color} />
                      <Foreign text={calendar.name} max={60} />
                      <span className={styles.quiet}>
                        {counted(calendar.events, 'event')}
                        {calendar.canWrite ? '' : ` · ${accessWords(calendar)}`}
                      </span>
                    </span>
                  </Checkbox>
                </li>
              ))}
            </ul>
          </li>
        );
      })}
    </ul>
  );
}
