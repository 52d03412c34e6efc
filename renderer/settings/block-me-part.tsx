import type { JSX } from 'react';
import type { Settings } from '../../shared/ipc/app.ts';
import { sayWhen } from '../../shared/view/say-when.ts';
import { byAccount, calendarName, canReceive } from '../../shared/rules/calendar-choices.ts';
import { useChoices } from '../rules/use-choices.ts';
import { createAppStore, createOwnBlocksStore } from '../state/app.ts';
import { useDeed } from '../state/deed.ts';
import { useFeature } from '../state/stores.tsx';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { Dot } from '../ui/dot.tsx';
import { Foreign } from '../ui/foreign.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { SettingRow } from '../ui/setting-row.tsx';
import { Part } from './part.tsx';
import { blockTargets } from '../../shared/view/block-targets.ts';
import { isLastTarget, toggleTarget } from '../../shared/view/settings-choice.ts';
import styles from './settings.module.css';

const ways = [
  { value: 'rules', label: 'Targets of rules' },
  { value: 'chosen', label: 'Calendars I choose' },
] as const;

/** Where "Block me now" writes, here, in the tray and on the calendar; and what it holds now. */
export function BlockMePart({ settings }: { readonly settings: Settings }): JSX.Element {
  const save = useDeed('saveSettings');
  const writable = useChoices().filter(canReceive);
  const { blockTargets: chosen } = settings;
  const keys = writable.map(({ key }) => key);
  const nowhere =
    chosen !== null && blockTargets({ chosen, writable: keys, ruleTargets: [] }).length === 0;
  const begin = (way: 'rules' | 'chosen'): void =>
    void save.run({ blockTargets: way === 'rules' ? null : keys });
  return (
    <Part title="Block me now">
      <SettingRow
        title="Writes to"
        hint={
          chosen === null
            ? 'Every calendar that a rule which is on writes to; without such a rule, every calendar that can be written.'
            : 'These calendars and no others, whatever the rules say.'
        }
        error={nowhere ? 'None of them can be written now: choose others.' : undefined}
      >
        <Segmented
          label="Writes to"
          value={chosen === null ? 'rules' : 'chosen'}
          choices={writable.length === 0 ? ways.slice(0, 1) : ways}
          onChange={begin}
        />
      </SettingRow>
      {chosen === null ? null : (
        <div role="group" aria-label="Calendars for Block me now" className={styles.calendars}>
          {byAccount(writable).map(({ account, calendars }) => (
            <div key={account} className={styles.calendars}>
              <Foreign text={account} max={60} />
              {calendars.map(({ key, ref, name, color }) => (
                <Checkbox
                  key={key}
                  label={ref}
                  checked={chosen.includes(key)}
                  disabled={isLastTarget(chosen, key)}
                  onChange={() => void save.run({ blockTargets: toggleTarget(chosen, key) })}
                >
                  <span className={styles.zone}>
                    <Dot color={color} />
                    <Foreign text={name} max={60} />
                  </span>
                </Checkbox>
              ))}
            </div>
          ))}
        </div>
      )}
      <HeldNow />
    </Part>
  );
}

/** Each span that is blocked by hand, and the way to be free again. */
function HeldNow(): JSX.Element {
  const blocked = useFeature(createOwnBlocksStore, ({ value }) => value) ?? [];
  const zone = useFeature(createAppStore, ({ value }) => value?.zone ?? 'UTC');
  const choices = useChoices();
  const free = useDeed('unblockMe');
  return (
    <>
      {blocked.map(({ id, start, end, calendars }) => {
        const when = sayWhen({ kind: 'timed', start, end }, zone);
        return (
          <SettingRow
            key={id}
            title={when}
            hint={
              <Foreign
                text={calendars.map((key) => calendarName(choices, key)).join(', ')}
                max={300}
              />
            }
          >
            <Button
              busy={free.busy}
              aria-label={`Free again: ${when}`}
              onClick={() => void free.run({ id }, 'You are free again.')}
            >
              Free again
            </Button>
          </SettingRow>
        );
      })}
    </>
  );
}
