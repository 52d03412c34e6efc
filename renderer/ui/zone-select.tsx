import { Popover } from '@base-ui/react/popover';
import { Command } from 'cmdk';
import { Check, ChevronsUpDown } from 'lucide-react';
import { useState, type JSX } from 'react';
import { classNames } from './class-names.ts';
import popup from './popup.module.css';
import select from './select.module.css';
import styles from './zone-select.module.css';

export interface ZoneSelectProps {
  readonly label: string;
  readonly id?: string;
  readonly 'aria-describedby'?: string | undefined;
  readonly 'aria-invalid'?: true | undefined;
  /** Null: what `empty` says. */
  readonly value: string | null;
  /** What stands there while none is chosen: "My zone". */
  readonly empty: string;
  readonly disabled?: boolean;
  readonly onChange: (zone: string | null) => void;
}

const zones = Intl.supportedValuesOf('timeZone');
const say = (zone: string): string => zone.replaceAll('_', ' ');

/** A time zone by its name, found by typing a part of it; or none. */
export function ZoneSelect(props: ZoneSelectProps): JSX.Element {
  const { label, value, empty, disabled = false, onChange, ...rest } = props;
  const [open, setOpen] = useState(false);
  const words = value === null ? empty : say(value);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger
        {...rest}
        aria-label={`${label}: ${words}`}
        disabled={disabled}
        className={classNames(select.trigger, styles.trigger)}
      >
        <span className={classNames(select.value, value === null && styles.empty)}>{words}</span>
        <span className={select.icon}>
          <ChevronsUpDown size={14} />
        </span>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner sideOffset={4} align="start" className={popup.layer}>
          <Popover.Popup
            aria-label={label}
            className={classNames(popup.popup, popup.list, styles.popup)}
          >
            <ZoneList
              label={label}
              value={value}
              empty={empty}
              onChoose={(zone) => {
                setOpen(false);
                if (zone !== value) onChange(zone);
              }}
            />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

interface ZoneListProps {
  readonly label: string;
  readonly value: string | null;
  readonly empty: string;
  readonly onChoose: (zone: string | null) => void;
}

function ZoneList({ label, value, empty, onChoose }: ZoneListProps): JSX.Element {
  return (
    <Command label={label} loop defaultValue={value === null ? empty : say(value)}>
      <Command.Input autoFocus placeholder="City or continent" className={styles.search} />
      <Command.List label={label} tabIndex={-1} className={styles.list}>
        <Command.Empty className={styles.none}>No zone has this in its name.</Command.Empty>
        <Row words={empty} chosen={value === null} onChoose={() => onChoose(null)} />
        {zones.map((zone) => (
          <Row
            key={zone}
            words={say(zone)}
            chosen={zone === value}
            onChoose={() => onChoose(zone)}
          />
        ))}
      </Command.List>
    </Command>
  );
}

interface RowProps {
  readonly words: string;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

function Row({ words, chosen, onChoose }: RowProps): JSX.Element {
  return (
    <Command.Item value={words} onSelect={onChoose} className={classNames(popup.item, styles.zone)}>
      <span className={popup.check}>{chosen ? <Check size={14} aria-label="Chosen" /> : null}</span>
      <span>{words}</span>
    </Command.Item>
  );
}
