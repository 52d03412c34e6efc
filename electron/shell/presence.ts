import type { PowerMonitor } from 'electron';

/** Somebody who has not touched the computer for this long is away, s. */
const away = 300;

/** Whether somebody is at the computer, and what feeds it: how often it is worth asking the providers. */
export function presence(monitor: Pick<PowerMonitor, 'getSystemIdleTime' | 'isOnBatteryPower'>): {
  readonly userActive: boolean;
  readonly onBattery: boolean;
} {
  return {
    userActive: monitor.getSystemIdleTime() < away,
    onBattery: monitor.isOnBatteryPower(),
  };
}
