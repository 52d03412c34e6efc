/** Everything that this program ever writes into a profile's folder, what it is, and how long it stays. */
export const profileFiles = [
  {
    begins: 'umbra.db',
    holds: 'Calendars as last read, the ledger of blocks, the audit log, measurements',
    kept: 'Events while they are in the time that is kept in step, and a month after; log entries as set below; a copy from before each update of its format',
  },
  {
    begins: 'settings.json',
    holds: 'Accounts without their sign-ins, rules, settings',
    kept: 'Until you change or erase them',
  },
  {
    begins: 'vault.json',
    holds: 'The key by which blocks are known as yours; it opens no account',
    kept: 'Until you erase everything',
  },
  {
    begins: 'secrets',
    holds: 'Sign-ins, encrypted by the keychain of this computer',
    kept: 'Until you remove the account',
  },
  {
    begins: 'sample-clouds.json',
    holds: 'The sample calendars, if you tried them',
    kept: 'Until you erase everything',
  },
  {
    begins: 'window',
    holds: 'Place and size of the window, crash images (three at most, never sent)',
    kept: 'Until you erase everything',
  },
] as const;
