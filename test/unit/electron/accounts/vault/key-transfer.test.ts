import { describe, expect, it } from 'vitest';
import {
  exportVaultKey,
  importVaultKey,
} from '../../../../../electron/accounts/vault/key-transfer.ts';
import { systemRandom } from '../../../../../electron/profile/system-ports.ts';
import type { VaultId } from '../../../../../shared/model/ids.ts';

const vault = { id: 'ab'.repeat(16) as VaultId, key: Uint8Array.from({ length: 32 }, (_, i) => i) };
const passphrase = 'correct horse battery';

async function exported(): Promise<string> {
  const out = await exportVaultKey(vault, passphrase, systemRandom);
  return out.kind === 'exported' ? out.text : '';
}

describe('the key for a second device', () => {
  it('comes back under the same passphrase, however it is typed', async () => {
    const text = await exported();
    expect(await importVaultKey(text, passphrase)).toEqual({ kind: 'imported', vault });
    const accent = await exportVaultKey(vault, 'cafe\u0301 au lait fort', systemRandom);
    const composed = 'caf\u00e9 au lait fort';
    expect(await importVaultKey(accent.kind === 'exported' ? accent.text : '', composed)).toEqual({
      kind: 'imported',
      vault,
    });
  });

  it('is not in the text, and the text is another one each time', async () => {
    const text = await exported();
    expect(text).not.toContain(Buffer.from(vault.key).toString('hex'));
    expect(text).not.toContain(vault.id);
    expect(await exported()).not.toBe(text);
  });

  it('does not come under another passphrase', async () => {
    expect(await importVaultKey(await exported(), 'Correct horse battery')).toEqual({
      kind: 'wrongPassphrase',
    });
  });

  it('says when the text is not whole, from elsewhere, or from a later version', async () => {
    const text = await exported();
    const parts = JSON.parse(text) as Record<string, unknown>;
    const changed = (own: object): string => JSON.stringify({ ...parts, ...own });
    const damaged = { kind: 'damaged' };
    expect(await importVaultKey(text.slice(0, -20), passphrase)).toEqual(damaged);
    expect(await importVaultKey('{}', passphrase)).toEqual(damaged);
    expect(await importVaultKey(changed({ data: 'AAAA' }), passphrase)).toEqual(damaged);
    expect(await importVaultKey(changed({ version: 2 }), passphrase)).toEqual({ kind: 'newer' });
  });

  it('wants a passphrase of some length', async () => {
    expect(await exportVaultKey(vault, 'short', systemRandom)).toEqual({ kind: 'weakPassphrase' });
  });
});
