/** Where an administrator decides. */
export const policyErrors = {
  'policy.invalid': {
    sentence: "A policy of your organisation can't be understood: {place}.",
    kept: 'Your blocks stay as they are; nothing is read or written until it is mended.',
    action: 'Show this to your administrator; it goes on by itself a minute after the correction.',
  },
  'policy.account': {
    sentence: 'The account "{label}" can\'t be used here: {reason}.',
    kept: 'Nothing was read from it, and nothing was changed.',
    action: 'Use another account, or ask your administrator.',
  },
  'policy.rule-pinned': {
    sentence: 'The rule "{rule}" is set by your organisation.',
    kept: 'The rules in force were not changed.',
    action: 'Leave it as it is, or ask your administrator.',
  },
  'policy.label': {
    sentence: 'The rule "{rule}" of your organisation names this account "{label}".',
    kept: 'The account is called as before, and no rule was changed.',
    action: 'Leave it as it is, or ask your administrator.',
  },
  'policy.setting': {
    sentence: 'Your organisation decides about this setting ({policy}).',
    kept: 'It stays as it was.',
    action: 'Ask your administrator to change it.',
  },
  'policy.export': {
    sentence: 'Your organisation does not allow this to be saved or printed ({policy}).',
    kept: 'Nothing was written.',
    action: 'Ask your administrator.',
  },
  'policy.unreadable': {
    sentence: "The policy file {file} can't be read: {reason}.",
    kept: 'Nothing was changed.',
    action: 'Check the path and that the file is JSON.',
  },
} as const;
