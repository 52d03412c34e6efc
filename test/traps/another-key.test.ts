/** A key is replaced while the program goes on. */
import { afterEach, expect, it, vi } from 'vitest';
import { AppRig } from '../kit/app-rig.ts';

// The real one takes a second of real time, in which any cycle on the rig's clock is over.
vi.mock('../../electron/accounts/vault/key-transfer.ts', () => ({
  SHORTEST_PASSPHRASE: 12,
  importVaultKey: () =>
    Promise.resolve({
      kind: 'imported',
      vault: { id: 'ab'.repeat(16), key: new Uint8Array(32).fill(7) },
    }),
}));

let rig: AppRig;
afterEach(() => rig.close());

it('another device’s key is refused where the cycle under way writes the first blocks', async () => {
  rig = new AppRig([
    { label: 'A', cloud: 'microsoft' },
    { label: 'B', cloud: 'google' },
  ]);
  await rig.start();
  rig.clouds.add('A/Work', '2026-05-05T09:00');
  const { vault } = rig.app.profile.engineDeps;
  rig.desktop.file = { name: 'umbra-key.json', text: '' };
  rig.clouds.latency = () => 500;
  await rig.call('saveRules', { rules: [{ id: 'mesh', sources: ['*'], targets: ['*'] }] });
  await rig.until(() => rig.app.loop.pulse !== null);
  await expect(rig.call('importVault', { passphrase: 'any' })).rejects.toMatchObject({
    code: 'vault.inUse',
  });
  expect(rig.app.profile.engineDeps.vault).toEqual(vault);
  await rig.sync();
  expect(rig.clouds.blocks('B/Work')).toHaveLength(1);
});
