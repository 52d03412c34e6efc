/** What can go wrong with the key by which blocks are known as ours. */
export const vaultErrors = {
  'vault.unreadable': {
    sentence: "The vault file {file} can't be read.",
    kept: 'It was left as it is: without its key no block would be recognised as ours.',
    action:
      'Restore it from a backup, or move the profile away and use "umbra purge --any-vault" in a new one.',
  },
  'vault.missing': {
    sentence:
      'The vault file {file} is missing, and with it the key by which blocks are known as ours.',
    kept: 'Nothing was changed: a new key would take every block for that of somebody else.',
    action:
      'Restore it from a backup; or move the database umbra.db away, then use "umbra vault import" or "umbra purge --any-vault".',
  },
  'vault.sealed': {
    sentence:
      "The key of this profile is in this computer's keychain ({file}), which only the app can open.",
    kept: 'Nothing was changed.',
    action:
      'Run the same verb by the installed app ("umbra --headless sync"), or name another folder with --profile.',
  },
  'vault.locked': {
    sentence: "This computer's keychain is locked, and with it the key in {file}.",
    kept: 'Nothing was changed: calendars, blocks and rules are as they were.',
    action: 'Unlock the keychain; then start Umbra again.',
  },
  'vault.weakPassphrase': {
    sentence: 'The passphrase is too short: whoever finds the file could guess it.',
    kept: 'Nothing was exported.',
    action: 'Use {count} characters or more, such as four words.',
  },
  'vault.noPassphrase': {
    sentence: 'No passphrase was given.',
    kept: 'Nothing was done.',
    action: 'Put it into the environment variable UMBRA_PASSPHRASE.',
  },
  'vault.noFile': {
    sentence: "The file {file} can't be read.",
    kept: "This device's own key was left as it is.",
    action: 'Name the file that "umbra vault export" printed.',
  },
  'vault.wrongPassphrase': {
    sentence: 'The passphrase does not open this file.',
    kept: "This device's own key was left as it is.",
    action: 'Type it as on the first device.',
  },
  'vault.damaged': {
    sentence: 'This is no exported key, or not all of it.',
    kept: "This device's own key was left as it is.",
    action: 'Export it again on the first device, and carry the whole file over.',
  },
  'vault.newer': {
    sentence: 'The key was exported by a later version of Umbra.',
    kept: "This device's own key was left as it is.",
    action: 'Update Umbra here, then try again.',
  },
  'vault.keychainRequired': {
    sentence: 'Your organisation keeps sign-ins under a protected keychain only.',
    kept: 'They stay in memory until Umbra ends, as before.',
    action: 'Unlock or install a keychain (GNOME Keyring, KWallet); then start Umbra again.',
  },
  'vault.inUse': {
    sentence:
      'This device has {count} blocks of its own on calendars, and would not know them under another key.',
    kept: "Nothing was changed: neither the blocks nor this device's key.",
    action:
      'Remove them first ("umbra purge --yes", or erase with blocks in the settings); then take the key over.',
  },
} as const;
