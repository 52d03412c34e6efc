/** What a person erases stays gone, also where the organisation's rules can't be switched off. */
import { afterEach, describe, expect, it } from 'vitest';
import { AppRig } from '../kit/app-rig.ts';
import { FakeSignIn } from '../kit/fake-sign-in.ts';
import { left } from '../kit/policy-readings.ts';

const board = 'Busy 05-05T09:00 05-05T10:00';
let rig: AppRig;
afterEach(() => rig.close());

async function pinned(signIn: FakeSignIn): Promise<void> {
  rig = new AppRig(
    [
      { label: 'A', cloud: 'microsoft' },
      { label: 'B', cloud: 'google' },
    ],
    signIn,
  );
  rig.policies = [left({ PinnedRules: [{ id: 'acme', sources: ['A/*'], targets: ['B/*'] }] })];
  rig.clouds.add('A/Work', '2026-05-05T09:00', { title: 'Board' });
  await rig.start();
  expect(rig.clouds.blocks('B/Work')).toEqual([board]);
}

describe('[A6] erasing everything under pinned rules', () => {
  it('leaves no block that a cycle wrote meanwhile', async () => {
    const signIn = new FakeSignIn();
    const { forget } = signIn;
    await pinned(signIn);
    signIn.forget = async (account, signal) => {
      rig.clouds.add('A/Work', '2026-05-06T09:00');
      await rig.clouds.clock.sleep(120_000);
      return forget(account, signal);
    };
    expect(await rig.call('eraseEverything', { removeBlocks: true })).toEqual({ left: 0 });
    expect(signIn.forgotten).toEqual(['A', 'B']);
    expect(rig.clouds.blocks('B/Work')).toEqual([]);
  });

  it('goes on as before where a block could not be removed', async () => {
    await pinned(new FakeSignIn());
    rig.environment['TOKEN_B'] = '';
    expect(await rig.call('eraseEverything', { removeBlocks: true })).not.toEqual({ left: 0 });
    rig.environment['TOKEN_B'] = 'token-B';
    rig.clouds.add('A/Work', '2026-05-06T09:00');
    await rig.sync();
    expect(rig.clouds.blocks('B/Work')).toEqual([board, 'Busy 05-06T09:00 05-06T10:00']);
  });
});
