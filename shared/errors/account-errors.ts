/** What can go wrong with an account: how it is named, how it signs in, and what its provider answers. */
export const accountErrors = {
  'account.duplicate': {
    sentence: 'There is already an account "{label}".',
    kept: 'Nothing was changed.',
    action: 'Choose another label, or remove that account first.',
  },
  'account.known': {
    sentence: 'This person is already connected as "{label}".',
    kept: 'Nothing was changed.',
    action: 'Use that account, or remove it first.',
  },
  'account.leaving': {
    sentence: 'The account "{label}" is being removed.',
    kept: 'Nothing was changed.',
    action: 'Take its removal back, or wait until its blocks are gone; then try again.',
  },
  'account.unknown': {
    sentence: 'There is no account "{label}".',
    kept: 'Nothing was changed.',
    action: 'See the labels with "umbra accounts list".',
  },
  'account.invalid': {
    sentence: "The account can't be added: {reason}.",
    kept: 'Nothing was changed.',
    action: 'Correct it and try again.',
  },
  'account.not-added': {
    sentence: "The account can't be added: {reason}.",
    kept: 'Nothing was changed.',
    action: 'Add it again once that is mended.',
  },
  'account.token-variable-missing': {
    sentence:
      'The environment variable {variable}, which holds the access token of "{label}", is not set.',
    kept: 'All blocks and everything known about the account stay as they are.',
    action: 'Set the variable and run the command again.',
  },
  'account.needs-sign-in': {
    sentence: 'The provider of "{label}" no longer accepts its sign-in ({code}).',
    kept: 'Its blocks and everything known about it stay as they are; the other accounts go on.',
    action: 'Sign in again: give the account a fresh token.',
  },
  'account.signed-in-elsewhere': {
    sentence:
      'The sign-in of "{label}" is kept by the app, and this command can\'t open its keychain.',
    kept: 'Its blocks and everything known about it stay as they are; the other accounts go on.',
    action: 'Run the same verb by the installed app ("umbra --headless sync").',
  },
  'account.needs-admin': {
    sentence: 'The organisation of "{label}" has to allow this program first ({code}).',
    kept: 'Its blocks stay as they are; the other accounts go on.',
    action: 'Ask its administrator to grant consent, then try again.',
  },
  'account.unreachable': {
    sentence: 'The provider of "{label}" gave no usable answer ({code}).',
    kept: 'Nothing was lost: what is outstanding is tried again in the next cycle.',
    action: 'Check the network; then try again.',
  },
  'account.throttled': {
    sentence: 'The provider of "{label}" asks for a pause{until}.',
    kept: 'Nothing was lost: what is outstanding goes on after the pause.',
    action: 'Wait until the pause is over; nothing else is to be done.',
  },
  'account.malformed': {
    sentence: 'What answered for the provider of "{label}" is not its calendar service ({code}).',
    kept: 'The answer was thrown away; nothing was concluded from it.',
    action:
      'Check whether a sign-in page of the network (hotel, guest Wi-Fi) is in the way; then try again.',
  },
  'account.fixed-token': {
    sentence: 'The account "{label}" uses a fixed token, so nobody can sign in to it here.',
    kept: 'Nothing was changed.',
    action: 'Give the variable {variable} a fresh token and start the program again.',
  },
} as const;
