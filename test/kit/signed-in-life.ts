import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Fetch } from '../../electron/ports/fetch.ts';
import type { SignIn } from '../../electron/ports/sign-in.ts';
import { connect } from '../../electron/profile/account-book.ts';
import { openProfile, type Profile } from '../../electron/profile/profile.ts';
import { putInForce } from '../../electron/profile/rule-book.ts';
import { nothingGiven } from '../../electron/profile/sign-in-choices.ts';
import type { Surroundings } from '../../electron/profile/surroundings.ts';
import { systemRandom } from '../../electron/profile/system-ports.ts';
import { wireKeychain } from '../../electron/wire-keychain.ts';
import { rule } from '../../shared/model/rule.ts';
import { cloudsBehindSignIn } from './clouds-behind-sign-in.ts';
import { clients, never, SignInRig } from './sign-in-rig.ts';

const people = [
  { provider: 'microsoft', email: 'ada@vogt.example', label: 'Work' },
  { provider: 'google', email: 'ada@postfach.example', label: 'Home' },
] as const;

/** A profile with the keychain as the app wires it, for two people who really sign in, at the clouds' real hosts. */
export interface SignedInLife {
  readonly rig: SignInRig;
  readonly directory: string;
  readonly profile: Profile;
  readonly signIn: SignIn;
  /** Hosts that the program asked, and those that its browser was sent to. */
  readonly asked: Set<string>;
  readonly browsed: Set<string>;
  /** What the engine told of its work. */
  readonly told: unknown[];
  /** Both people come in, and the mesh between them is in force. */
  connectBoth(): Promise<void>;
  close(): Promise<void>;
}

export async function signedInLife(): Promise<SignedInLife> {
  const rig = new SignInRig();
  const directory = mkdtempSync(join(tmpdir(), 'umbra-life-'));
  const [asked, browsed] = [new Set<string>(), new Set<string>()];
  const told: unknown[] = [];
  populate(rig);
  const world = network(rig);
  const surroundings: Surroundings = {
    environment: {},
    clock: rig.clock,
    random: systemRandom,
    fetch: (url, init) => {
      asked.add(new URL(url).hostname);
      return world(url, init);
    },
    systemZone: () => 'Europe/Berlin',
    policy: { read: () => Promise.resolve([]) },
  };
  const openLink = (url: string): Promise<void> => {
    browsed.add(new URL(url).hostname);
    return rig.browser.open(url);
  };
  const given = () => ({ ...nothingGiven, packaged: clients });
  const { keyStore } = rig;
  const keychain = await wireKeychain({ directory, surroundings, keyStore, openLink, given });
  const { signIn, vault } = keychain;
  const profile = await openProfile({
    ...{ directory, surroundings, samples: null, mirrorAll: true, vault },
    progress: (event) => void told.push(event),
    oauthTokens: (account) => signIn.tokens(account),
    signOut: (account, signal) => signIn.forget(account, signal),
  });
  return {
    ...{ rig, directory, profile, signIn, asked, browsed, told },
    connectBoth: () => connectBoth(rig, profile, signIn),
    close: async () => {
      await rig.clock.run(profile.close());
      rmSync(directory, { recursive: true, force: true });
      rig.close();
    },
  };
}

function populate(rig: SignInRig): void {
  for (const { provider, email } of people) {
    rig.person(provider, email, provider === 'microsoft' ? 'vogt.example' : null);
    rig.world.addCalendar({
      ...{ id: email, accountEmail: email, name: 'Calendar', zone: 'UTC', isDefault: true },
      ...{ access: 'owner', color: '#123456' },
    });
  }
}

/** The clouds of the world: an address at its real host is answered by the simulated service. */
function network(rig: SignInRig): Fetch {
  const calendars = cloudsBehindSignIn(rig);
  return (url, init) =>
    /^(graph|www)\./.test(new URL(url).hostname) ? calendars(url, init) : rig.fetch(url, init);
}

async function connectBoth(rig: SignInRig, profile: Profile, signIn: SignIn): Promise<void> {
  for (const { provider, email, label } of people) {
    rig.browser.person = email;
    const wish = { provider, label, cloud: 'global', access: 'readWrite' } as const;
    const result = await signIn.signIn(wish, never);
    await rig.browser.settled();
    if (result.kind !== 'signedIn') throw new Error(`Not signed in: ${result.problem.code}`);
    await rig.clock.run(connect(profile, result.account, never));
  }
  putInForce(profile, [rule.parse({ id: 'mesh', sources: ['*'], targets: ['*'] })]);
}
