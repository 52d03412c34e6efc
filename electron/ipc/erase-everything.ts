import { eraseProfileFiles } from '../profile/erase-profile-files.ts';
import { leftBehind } from '../sync/purge.ts';
import type { RunningApp } from './running-app.ts';

/**
 * Erases all that the program holds, and before that, if wanted, every block it ever wrote. Where a block could not be
 * removed, nothing is erased, since without the vault it would be harder to find again: the program goes on, with the
 * person's own rules off. Returns how many are left. No cycle may run: the organisation's rules can't be switched off, and
 * what it wrote would outlive the vault. Otherwise the program goes on as new; what that leaves on the disk goes when it
 * ends, unless somebody began anew with it.
 */
export function eraseEverything(app: RunningApp, removeBlocks: boolean): Promise<number> {
  return app.withoutCycles(() => erase(app, removeBlocks));
}

async function erase(app: RunningApp, removeBlocks: boolean): Promise<number> {
  const left = removeBlocks ? await removeAllBlocks(app) : 0;
  if (left > 0) return left;
  for (const account of app.profile.settings.reachable())
    await app.options.signIn?.forget(account, app.signal);
  app.options.desktop.eraseTraces();
  await app.renew((directory) => {
    eraseProfileFiles(directory, { withWindow: false });
  });
  app.leaveNothing();
  return 0;
}

async function removeAllBlocks(app: RunningApp): Promise<number> {
  const { engine, settings } = app.profile;
  // First, so that none is written again, whether or not it comes to erasing.
  settings.saveRules(settings.read().rules.map((rule) => ({ ...rule, enabled: false })));
  settings.saveManualBlocks([]);
  app.changed('rules');
  return engine.alone(
    { anyVault: false },
    (purged) => (purged === null ? 0 : leftBehind(purged)),
    app.signal,
  );
}
