import { Notification } from 'electron';
import { createNotifier, type Notifier } from './notifier.ts';

/** Notifications on the real system. */
export function systemNotifier(go: (route: string) => void): Notifier {
  return createNotifier({
    supported: () => Notification.isSupported(),
    make: (options) => new Notification(options),
    go,
  });
}
