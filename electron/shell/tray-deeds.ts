import type { Handlers } from '../ipc/handlers/handler.ts';
import type { TrayDeed } from './tray-menu.ts';

/** What a click may need besides the program's own deeds. */
export interface TrayReach {
  readonly handlers: Handlers;
  readonly open: () => void;
  readonly show: (route: string) => void;
  readonly quit: () => void;
}

/** Carries out a click by the very deeds that the window uses. */
export async function carryOut(deed: TrayDeed, reach: TrayReach): Promise<unknown> {
  const { handlers } = reach;
  switch (deed.do) {
    case 'syncNow':
      return handlers.syncNow({});
    case 'resume':
      return handlers.resume({});
    case 'unblockMe':
      return handlers.unblockMe(deed.id === null ? {} : { id: deed.id });
    case 'pause':
      return handlers.pause({ length: deed.length });
    case 'switchRule':
      return handlers.switchRule({ id: deed.id, enabled: deed.enabled });
    case 'signIn':
      return handlers.signInAgain({ id: deed.id });
    case 'blockMe':
      return handlers.blockMe({ span: deed.span, targets: [] });
    case 'open':
    case 'show':
    case 'quit':
      goThere(deed, reach);
      return undefined;
  }
}

function goThere(
  deed: Extract<TrayDeed, { do: 'open' | 'show' | 'quit' }>,
  reach: TrayReach,
): void {
  if (deed.do === 'open') reach.open();
  if (deed.do === 'show') reach.show(deed.route);
  if (deed.do === 'quit') reach.quit();
}

/** Carries out clicks one by one as they come; what fails is told, and the next click works all the same. */
export function trayClicks(
  reach: TrayReach & { readonly failed: (what: string, error: unknown) => void },
): (deed: TrayDeed) => void {
  return (deed) =>
    void carryOut(deed, reach).catch((error: unknown) => reach.failed(deed.do, error));
}
