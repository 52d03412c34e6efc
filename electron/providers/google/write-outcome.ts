import type { WriteOutcome } from '../../ports/provider.ts';

type Unnamed<T> = T extends { readonly ref: string } ? Omit<T, 'ref'> : never;

/** How a write ended, without the name of the write. */
export type Outcome = Unnamed<WriteOutcome>;

/** No mail, ever: said in each write, although a block has nobody to mail. */
export const QUIET = { sendUpdates: 'none' } as const;

/** The write was taken, but what came back can't be read: it has to be looked for. */
export const UNREADABLE: Outcome = {
  kind: 'unreachable',
  maybeApplied: true,
  code: 'google-answer',
};

/** Google kept the event but not our property: what is there can't be told from a person's own event. */
export const MARKER_LOST: Outcome = { kind: 'malformed', code: 'google-marker-lost' };
