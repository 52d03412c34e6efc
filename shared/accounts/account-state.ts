/**
 * How an account stands, and what may follow what. Pure: the engine's outcomes and the user's deeds come in as events.
 * No event ever means "its events are gone": an account that is cut off keeps its mirror, its cursors and its blocks.
 */
export const accountStates = [
  'connecting',
  'healthy',
  'throttled',
  'needsSignIn',
  'needsAdmin',
  'readOnly',
  'unreachable',
] as const;
export type AccountState = (typeof accountStates)[number];

export const accountEvents = [
  /** The provider answered, and everything asked for was granted. */
  'answered',
  /** The provider answered, but writing was not granted. */
  'answeredReadOnly',
  'throttled',
  'signInRefused',
  'adminRefused',
  'unreachable',
] as const;
export type AccountEvent = (typeof accountEvents)[number];

type Row = Readonly<Record<AccountEvent, AccountState>>;

/** What an event usually means. */
const usual: Row = {
  answered: 'healthy',
  answeredReadOnly: 'readOnly',
  throttled: 'throttled',
  signInRefused: 'needsSignIn',
  adminRefused: 'needsAdmin',
  unreachable: 'unreachable',
};

/** Only a person ends these: a pause or a broken line says nothing about whether the sign-in is good again. */
const forPeople = (state: AccountState): Row => ({
  ...usual,
  throttled: state,
  unreachable: state,
});

/** Every state's next one, by event. */
export const transitions: Readonly<Record<AccountState, Row>> = {
  connecting: usual,
  healthy: usual,
  throttled: usual,
  readOnly: usual,
  unreachable: usual,
  needsSignIn: forPeople('needsSignIn'),
  needsAdmin: forPeople('needsAdmin'),
};

export function nextAccountState(state: AccountState, event: AccountEvent): AccountState {
  return transitions[state][event];
}

/** Whether it is told to people as trouble. What goes by itself, a provider's pause first of all, is none. */
export function isTrouble(state: AccountState): boolean {
  return state === 'needsSignIn' || state === 'needsAdmin' || state === 'unreachable';
}

/** One sentence for people; the account's name stands beside it. */
export const accountSentences: Readonly<Record<AccountState, string>> = {
  connecting: 'Connecting.',
  healthy: 'Everything works.',
  throttled: 'The provider asks for a pause; the rest goes on after it.',
  needsSignIn: 'The sign-in has ended. Your blocks stay as they are; sign in again to go on.',
  needsAdmin:
    'The organisation has to allow this program first. Your blocks stay as they are; ask its administrator.',
  readOnly: 'It can be read but not written: blocks from here reach others, none are written here.',
  unreachable: 'The provider gives no usable answer. Nothing is lost; the next cycle tries again.',
};

/** What a person can do about it; null where there is nothing to do. */
export const accountMends: Readonly<
  Record<
    AccountState,
    { readonly verb: 'signIn' | 'askAdmin' | 'retry'; readonly words: string } | null
  >
> = {
  connecting: null,
  healthy: null,
  throttled: null,
  needsSignIn: { verb: 'signIn', words: 'Sign in again' },
  needsAdmin: { verb: 'askAdmin', words: 'Ask the administrator' },
  readOnly: { verb: 'signIn', words: 'Allow writing' },
  unreachable: { verb: 'retry', words: 'Try again' },
};
