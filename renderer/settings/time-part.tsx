import { X } from 'lucide-react';
import { useState, type JSX } from 'react';
import type { Settings } from '../../shared/ipc/app.ts';
import { mostZones } from '../../shared/model/most-zones.ts';
import { weekdays } from '../../shared/model/weekday.ts';
import { weekdayWords } from '../rules/questions.ts';
import { createAppStore } from '../state/app.ts';
import { useDeed } from '../state/deed.ts';
import { useFeature } from '../state/stores.tsx';
import { ChipSet } from '../ui/chip-set.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { SettingRow } from '../ui/setting-row.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { ZoneSelect } from '../ui/zone-select.tsx';
import { Part } from './part.tsx';
import {
  addZone,
  hoursProblem,
  onDays,
  removeZone,
  takesZone,
} from '../../shared/view/settings-choice.ts';
import { sayZone } from './settings-words.ts';
import styles from './settings.module.css';

const days = weekdays.map((value) => ({ value, label: weekdayWords[value] }));

/** Working hours and zones. */
export function TimePart({ settings }: { readonly settings: Settings }): JSX.Element {
  const save = useDeed('saveSettings');
  const { workingHours, zone, secondaryZones } = settings;
  const now = useFeature(createAppStore, ({ value }) => value?.now ?? 0);
  const own = useFeature(createAppStore, ({ value }) => value?.zone ?? 'UTC');
  return (
    <Part title="Time">
      <HoursRow settings={settings} />
      <SettingRow title="Working days">
        <ChipSet
          label="Working days"
          values={workingHours.days}
          choices={days}
          onChange={(next) => void save.run({ workingHours: onDays(workingHours, next) })}
        />
      </SettingRow>
      <SettingRow title="My zone" hint={`Now ${sayZone(zone ?? own, now)}`}>
        <ZoneSelect
          label="My zone"
          empty="As this computer"
          value={zone}
          onChange={(next) => void save.run({ zone: next })}
        />
      </SettingRow>
      <SettingRow
        title="Further zones"
        hint={`Up to ${mostZones}, beside the times of the calendar.`}
      >
        <div className={styles.zones}>
          {secondaryZones.map((name) => (
            <span key={name} className={styles.zone}>
              {sayZone(name, now)}
              <IconButton
                label={`Remove ${name}`}
                size="small"
                icon={<X size={14} />}
                onClick={() => void save.run({ secondaryZones: removeZone(secondaryZones, name) })}
              />
            </span>
          ))}
          {!takesZone(secondaryZones) ? null : (
            <ZoneSelect
              key={secondaryZones.join()}
              label="Add a zone"
              empty="Add a zone"
              value={null}
              onChange={(next) => {
                if (next !== null) void save.run({ secondaryZones: addZone(secondaryZones, next) });
              }}
            />
          )}
        </div>
      </SettingRow>
    </Part>
  );
}

/** Both times together: they are kept once they make sense. */
function HoursRow({ settings }: { readonly settings: Settings }): JSX.Element {
  const save = useDeed('saveSettings');
  const { workingHours } = settings;
  const [hours, setHours] = useState(workingHours);
  const problem = hoursProblem(hours);
  const put = (part: Partial<typeof hours>): void => {
    const next = { ...hours, ...part };
    setHours(next);
    if (hoursProblem(next) === null)
      void save.run({ workingHours: { ...workingHours, from: next.from, to: next.to } });
  };
  return (
    <SettingRow
      title="Working hours"
      hint="For finding free times, and for the hours that the calendar shows as working. Each rule has its own for all-day events."
      error={problem ?? undefined}
    >
      <span className={styles.hours}>
        <TextInput
          aria-label="Working hours from"
          aria-invalid={problem === null ? undefined : true}
          value={hours.from}
          maxLength={5}
          size={5}
          onChange={(from) => put({ from })}
        />
        to
        <TextInput
          aria-label="Working hours to"
          aria-invalid={problem === null ? undefined : true}
          value={hours.to}
          maxLength={5}
          size={5}
          onChange={(to) => put({ to })}
        />
      </span>
    </SettingRow>
  );
}
