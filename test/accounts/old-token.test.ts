import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSecrets } from '../../electron/accounts/vault/open-secrets.ts';
import { nodeDisk } from '../../electron/accounts/vault/disk.ts';
import { never, SignInRig } from '../kit/sign-in-rig.ts';

let rig: SignInRig;
beforeEach(() => {
  rig = new SignInRig();
});
afterEach(() => rig.close());

/** Everything that the vault holds, as the keychain gives it back. */
async function kept(): Promise<string> {
  const { directory, keyStore } = rig;
  const choices = { keepUnprotected: false, requireKeychain: false };
  const secrets = await openSecrets({ directory, keyStore, disk: nodeDisk, ...choices });
  const texts = await Promise.all((await secrets.names('')).map((name) => secrets.read(name)));
  return JSON.stringify(texts);
}

describe('a refresh token of Microsoft’s that was used', () => {
  it('S6: is kept no longer, since Entra would go on taking it', async () => {
    rig.person('microsoft', 'ada@nordwall.example', 'nordwall.example');
    const account = await rig.connect(await rig.start(), 'ada@nordwall.example');
    const refused = { rejected: 'an old one', claims: null };
    const used: string[] = [];
    for (let round = 0; round < 3; round += 1) {
      await (await rig.start()).tokens(account).token(never, refused);
      used.push(new URLSearchParams(rig.wire.at(-1)).get('refresh_token') ?? '');
    }
    expect(new Set(used).size).toBe(3);
    const now = await kept();
    expect(now).toContain('RefreshToken');
    for (const token of used) expect(now).not.toContain(token);
  });
});
