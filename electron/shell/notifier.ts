import type { Notification } from 'electron';
import type { AppState } from '../../shared/ipc/app.ts';
import { noticesDue, toldAtStart, type Notice, type Told } from '../../shared/view/notices.ts';

export type ShownNotification = Pick<Notification, 'on' | 'show'>;

export interface NotifierDeps {
  readonly supported: () => boolean;
  readonly make: (options: { title: string; body: string }) => ShownNotification;
  readonly go: (route: string) => void;
}

/** Says what the state calls for; keeps each notification until it was seen, or its click would be lost. */
export interface Notifier {
  /** `wanted` false remembers what happened and keeps silent. */
  consider(state: AppState, wanted: boolean): void;
  /** One notification that leads nowhere in particular. */
  tell(title: string, body: string): void;
}

/** Makes the notifier. Where the system shows no notifications, the window's own banner stands for them. */
export function createNotifier(deps: NotifierDeps): Notifier {
  let told: Told | null = null;
  const living = new Set<ShownNotification>();
  const show = (notice: Pick<Notice, 'title' | 'body'>, click: () => void): void => {
    if (!deps.supported()) return;
    const shown = deps.make({ title: notice.title, body: notice.body });
    living.add(shown);
    const forget = (): void => void living.delete(shown);
    shown.on('click', () => {
      forget();
      click();
    });
    shown.on('close', forget);
    shown.on('failed', forget);
    shown.show();
  };
  return {
    consider: (state, wanted) => {
      const next = noticesDue(state, told ?? toldAtStart(state));
      told = next.told;
      if (!wanted) return;
      for (const notice of next.say) show(notice, () => deps.go(notice.route));
    },
    tell: (title, body) => show({ title, body }, () => undefined),
  };
}
