import type { Progress } from '../sync/progress.ts';
import { openProfile, type Profile, type ProfileOptions } from '../profile/profile.ts';
import { startSampleClouds } from '../profile/sample-clouds.ts';
import type { Surroundings } from '../profile/surroundings.ts';

/** The parts of a profile that only a keychain can open. */
export type Keychain = Required<Pick<ProfileOptions, 'vault' | 'oauthTokens' | 'signOut'>>;

/** What one run of the command works with. */
export interface Session {
  readonly surroundings: Surroundings;
  readonly json: boolean;
  readonly directory: string;
  /** The user named the directory; otherwise it is the usual one. */
  readonly profileGiven: boolean;
  readonly interactive: boolean;
  readonly signal: AbortSignal;
  /** What the system's keychain gives for a profile, where the command has one: as the app's `--headless`. */
  readonly keychain?: (directory: string) => Promise<Keychain>;
  /** One line, or many, to stdout. In JSON mode nothing but the one object goes there. */
  readonly print: (text: string) => void;
  /** The program no longer starts when its user signs in to this computer. */
  readonly removeAutostart: () => Promise<void>;
  /** To stderr: progress and remarks. */
  readonly remark: (text: string) => void;
}

/** Prints one object in JSON mode, words otherwise. */
export function answer(session: Session, value: unknown, words: () => string): void {
  session.print(session.json ? JSON.stringify(value) : words());
}

/** Opens the session's profile, does the work, and closes it whatever happens. */
export async function withProfile<T>(
  session: Session,
  work: (profile: Profile) => Promise<T>,
  progress: (event: Progress) => void = () => undefined,
): Promise<T> {
  const keychain = await session.keychain?.(session.directory);
  const profile = await openProfile({
    ...keychain,
    directory: session.directory,
    surroundings: session.surroundings,
    progress,
    samples: () => startSampleClouds(session),
  });
  try {
    return await work(profile);
  } finally {
    await profile.close();
  }
}
