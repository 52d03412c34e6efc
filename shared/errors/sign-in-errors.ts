/** Between a person, their browser and a provider. */
export const signInErrors = {
  'sign-in.needs-admin': {
    sentence: 'The organisation of "{label}" has to allow this program first ({code}).',
    kept: 'Nothing was changed; the other accounts go on.',
    action: 'Send its administrator the request that is ready for you.',
  },
  'sign-in.no-admin': {
    sentence: 'There is no administrator to ask for "{label}".',
    kept: 'Nothing was changed.',
    action: 'Sign in again; if it is refused, the reason is shown then.',
  },
  'sign-in.declined': {
    sentence: 'The sign-in of "{label}" was declined in the browser.',
    kept: 'Nothing was changed.',
    action: 'Sign in again, and accept what Umbra asks for.',
  },
  'sign-in.cancelled': {
    sentence: 'The sign-in of "{label}" was cancelled.',
    kept: 'Nothing was changed.',
    action: 'Sign in again whenever you like.',
  },
  'sign-in.timed-out': {
    sentence: 'Nobody finished the sign-in of "{label}" in the browser within five minutes.',
    kept: 'Nothing was changed.',
    action:
      'Sign in again. If the browser said that your organisation blocks Umbra, ask its administrator to allow it.',
  },
  'sign-in.no-browser': {
    sentence: 'The browser for the sign-in of "{label}" could not be opened.',
    kept: 'Nothing was changed.',
    action: 'Set a default browser; then sign in again.',
  },
  'sign-in.other-account': {
    sentence: 'Somebody else signed in than the one to whom "{label}" belongs.',
    kept: 'Nothing of the other account was kept, and "{label}" stays as it was.',
    action: 'Sign in as the same person, or add the other one as a new account.',
  },
  'sign-in.not-granted': {
    sentence: 'Permissions that "{label}" needs were left unticked: {reason}.',
    kept: 'Nothing was changed.',
    action: 'Sign in again, and tick them.',
  },
  'sign-in.untrusted': {
    sentence: 'The answer to the sign-in of "{label}" was not the right one ({code}).',
    kept: 'It was thrown away; nothing was changed.',
    action: 'Check the date and time of this computer; then sign in again.',
  },
  'sign-in.not-kept': {
    sentence: 'The sign-in of "{label}" could not be stored safely on this computer ({code}).',
    kept: 'It was not used; everything stays as it was.',
    action: 'Unlock the keychain and check the disk; then sign in again.',
  },
  'sign-in.not-configured': {
    sentence: 'Umbra is not registered with this provider yet: it has no client ID.',
    kept: 'Nothing was changed.',
    action: 'Follow the steps below once; or ask your administrator for a client ID.',
  },
  'sign-in.refused': {
    sentence: 'The provider did not accept the sign-in of "{label}" ({code}).',
    kept: 'Nothing was changed.',
    action: 'Sign in again.',
  },
} as const;
