import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeDisk } from '../kit/fake-disk.ts';
import { never, SignInRig } from '../kit/sign-in-rig.ts';

let rig: SignInRig;
let disk: FakeDisk;

beforeEach(() => {
  rig = new SignInRig();
  disk = new FakeDisk();
  rig.disk = disk;
});
afterEach(() => rig.close());

const refused = { rejected: 'an old one', claims: null };
const points = [1, 2].flatMap((step) =>
  (['before', 'after'] as const).map((when) => [step, when] as const),
);

describe.each(['microsoft', 'google'] as const)('S7: a crash at %s', (cloud) => {
  const email = 'ada@postfach.example';
  beforeEach(() => {
    rig.person(cloud, email);
  });

  it.each(points)('at write %i of a refresh, %s it, loses no account', async (step, when) => {
    const account = await rig.connect(await rig.start(), email);
    const tokens = (await rig.start()).tokens(account);
    disk.cut = { step: disk.steps + step, when };
    const got = tokens.token(never, refused);
    // Google keeps its refresh token: there is nothing to write, and the token comes.
    if (cloud === 'google') expect(await got).toMatchObject({ kind: 'token' });
    else await expect.poll(() => disk.steps).toBeGreaterThanOrEqual(disk.cut.step);
    disk.cut = null;
    expect(await (await rig.start()).tokens(account).token(never, refused)).toMatchObject({
      kind: 'token',
    });
  });

  it.each(points)(
    'at write %i of a second sign-in, %s it, loses no account',
    async (step, when) => {
      const account = await rig.connect(await rig.start(), email);
      const accounts = await rig.start();
      disk.cut = { step: disk.steps + step, when };
      void accounts.signInAgain(account, 'readWrite', never);
      await expect.poll(() => disk.steps).toBeGreaterThanOrEqual(disk.cut.step);
      disk.cut = null;
      expect(await (await rig.start()).tokens(account).token(never, refused)).toMatchObject({
        kind: 'token',
      });
    },
  );
});
