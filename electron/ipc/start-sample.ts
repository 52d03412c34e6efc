import { UserError } from '../../shared/errors/errors.ts';
import { sampleAccounts } from '../profile/sample-accounts.ts';
import { startFreshClouds } from '../profile/sample-clouds.ts';
import type { RunningApp } from './running-app.ts';

/**
 * Starts the simulated clouds with the sample person's accounts. No rule comes with them: which calendar casts blocks
 * where is what a user tries out. A program with accounts of its own is never mixed with them.
 */
export async function startSample(app: RunningApp): Promise<void> {
  const { profile, options } = app;
  const accounts = profile.settings.reachable();
  if (accounts.length > 0) {
    if (accounts.every(({ credential }) => credential.kind === 'sample')) return;
    throw new UserError('sample.accounts-exist');
  }
  const clouds = await startFreshClouds({
    surroundings: options.surroundings,
    directory: profile.directory,
    remark: (text) => options.onMistake(text),
  });
  // Kept before an account points at them, so that a crash in between leaves a profile that opens.
  clouds.keep();
  profile.useSamples(clouds);
  profile.settings.saveAccounts(sampleAccounts(clouds.world, clouds));
  app.nudge();
  app.changed('app', 'accounts', 'events');
}
