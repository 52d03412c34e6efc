import type { Handlers } from '../ipc/door.ts';
import type { TrayDeed } from './tray-menu.ts';
import { blockTargets } from './tray-view.ts';

/** What a click may need besides the program's own deeds. */
export interface TrayReach {
  readonly handlers: Handlers;
  readonly open: () => void;
  readonly show: (route: string) => void;
  readonly quit: () => void;
}

/** Carries out a click by the very deeds that the window uses. */
export async function carryOut(deed: TrayDeed, reach: TrayReach): Promise<void> {
  const { handlers } = reach;
  switch (deed.do) {
    case 'open':
      return reach.open();
    case 'quit':
      return reach.quit();
    case 'show':
      return reach.show(deed.route);
    case 'syncNow':
      return void (await handlers.syncNow({}));
    case 'resume':
      return void (await handlers.resume({}));
    case 'unblockMe':
      return void (await handlers.unblockMe({}));
    case 'pause':
      return void (await handlers.pause({ length: deed.length }));
    case 'switchRule':
      return void (await handlers.switchRule({ id: deed.id, enabled: deed.enabled }));
    case 'signIn':
      return void (await handlers.signInAgain({ id: deed.id }));
    case 'blockMe':
      return void (await handlers.blockMe({ span: deed.span, targets: await targets(handlers) }));
  }
}

async function targets(handlers: Handlers): Promise<string[]> {
  const [rules, accounts] = await Promise.all([handlers.rules({}), handlers.accounts({})]);
  return [...blockTargets(rules, accounts)];
}
