import type { Profile } from './profile.ts';

/** What people call a calendar; its key where it is no longer connected. */
export function refsOf({ store }: Pick<Profile, 'store'>): (key: string) => string {
  const refs = new Map<string, string>(store.calendars().map(({ id, ref }) => [id, ref]));
  return (key) => refs.get(key) ?? key;
}
