import type { secondDeviceCalls } from '../../../shared/ipc/second-device.ts';
import { handOver, takeOver, vaultFrom, vaultText } from '../../profile/second-device.ts';
import type { RunningApp } from '../running-app.ts';
import type { Handlers } from './handler.ts';

/** The key by which two devices of one person know each other's blocks. */
export function secondDeviceHandlers(
  app: RunningApp,
): Pick<Handlers, keyof typeof secondDeviceCalls> {
  const { desktop, surroundings } = app.options;
  return {
    exportVault: async ({ passphrase }) => {
      const text = await vaultText(app.profile, passphrase, surroundings.random);
      return { saved: await desktop.saveFile('umbra-key.json', text) };
    },
    importVault: async ({ passphrase }) => {
      const file = await desktop.openFile();
      if (file === null) return { taken: false };
      const vault = await vaultFrom(file.text, passphrase);
      await app.withoutCycles(() => {
        handOver(app.profile, vault);
        return app.renew((directory) => takeOver(directory, vault));
      });
      return { taken: true };
    },
  };
}
