import { Combobox } from '@base-ui/react/combobox';
import type { JSX } from 'react';
import { classNames } from './class-names.ts';
import field from './field.module.css';
import popup from './popup.module.css';
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

/** A time zone by its name, found by typing a part of it. Cleared, it is none. */
export function ZoneSelect(props: ZoneSelectProps): JSX.Element {
  const { label, value, empty, disabled = false, onChange, ...rest } = props;
  return (
    <Combobox.Root
      items={zones}
      value={value}
      limit={60}
      disabled={disabled}
      onValueChange={(zone) => onChange(zone)}
      onInputValueChange={(text, { reason }) => {
        if (text === '' && reason === 'input-change') onChange(null);
      }}
    >
      <Combobox.Input
        {...rest}
        aria-label={label}
        placeholder={empty}
        className={classNames(field.input, styles.input)}
      />
      <Combobox.Portal>
        <Combobox.Positioner sideOffset={4} className={popup.layer}>
          <Combobox.Popup className={classNames(popup.popup, popup.list, styles.popup)}>
            <Combobox.Empty>
              <span className={styles.none}>No zone has this in its name.</span>
            </Combobox.Empty>
            <Combobox.List aria-label={label}>
              {(zone: string) => (
                <Combobox.Item key={zone} value={zone} className={popup.item}>
                  {zone.replaceAll('_', ' ')}
                </Combobox.Item>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  );
}
