import { accountErrors } from './account-errors.ts';
import { fileErrors } from './file-errors.ts';
import { policyErrors } from './policy-errors.ts';
import { signInErrors } from './sign-in-errors.ts';
import { vaultErrors } from './vault-errors.ts';

/**
 * Every error a user can meet: what happened, what was not lost, and what mends it. Braces name what the place where
 * it happens fills in: names of accounts, calendars, files and codes, never a title, an address or a token.
 */
export interface ErrorText {
  readonly sentence: string;
  readonly kept: string;
  readonly action: string;
}

export const errors = {
  usage: {
    sentence: '{reason}',
    kept: 'Nothing was done.',
    action: 'Run the command with --help to see what it takes.',
  },
  ...accountErrors,
  ...signInErrors,
  'calendar.forbidden': {
    sentence: 'The provider does not allow this on "{calendar}" ({code}).',
    kept: 'Blocks on other calendars are not affected.',
    action: "Ask the owner for write access, or take the calendar out of the rule's targets.",
  },
  'calendar.gone': {
    sentence:
      'The calendar "{calendar}" is no longer there, or no longer shared with this account.',
    kept: 'Nothing was removed elsewhere because of it.',
    action: 'Share it again, or take it out of the rules.',
  },
  'rules.invalid': {
    sentence: 'The rule file has {count}.',
    kept: 'The rules in force were not changed.',
    action: 'Correct the places named and apply the file again.',
  },
  'rules.unreadable': {
    sentence: "The rule file {file} can't be read: {reason}.",
    kept: 'The rules in force were not changed.',
    action: 'Check the path and that the file is JSON.',
  },
  'rule.unknown': {
    sentence: 'There is no rule "{rule}".',
    kept: 'Nothing was changed.',
    action: 'See the ids with "umbra rules list".',
  },
  'hold.unknown': {
    sentence: 'No removals are waiting under "{hold}".',
    kept: 'Nothing was changed.',
    action: 'See what waits with "umbra holds list".',
  },
  'hold.changed': {
    sentence: 'The removals that wait under "{hold}" are others by now than those you were shown.',
    kept: 'Nothing was decided: the blocks are still there.',
    action:
      'Look again, in the window or with "umbra holds list", and decide about what waits now.',
  },
  'hold.waiting': {
    sentence: '{count} removals on "{calendar}" wait for you ({reason}).',
    kept: 'The blocks are still there; everything else goes on.',
    action: 'Look at them with "umbra holds list"; then approve or reject them.',
  },
  'store.corrupt': {
    sentence: 'The database was damaged and has been put aside as {quarantined}.',
    kept: 'Your calendars, accounts and rules are untouched; nothing was written over the damaged file.',
    action: 'Run the command again: the ledger is rebuilt from the markers on your calendars.',
  },
  'store.newer': {
    sentence: 'The database belongs to a later version of this program.',
    kept: 'It was left as it is.',
    action: 'Install the later version again.',
  },
  'store.busy': {
    sentence: 'Another process is using this profile.',
    kept: 'Nothing was done.',
    action: 'Wait until it has ended, or quit it; then try again.',
  },
  'store.closed': {
    sentence: 'The program is ending.',
    kept: 'Nothing was done.',
    action: 'Start it again.',
  },
  'store.full': {
    sentence: 'The disk is full.',
    kept: 'The last step was undone completely, and nothing more was sent to any calendar.',
    action: 'Free some space; then run the command again.',
  },
  'store.readOnly': {
    sentence: "The profile's folder can't be written to.",
    kept: 'Nothing was changed and nothing was sent.',
    action: 'Give this user write permission to the folder, or choose another with --profile.',
  },
  'store.noFolder': {
    sentence:
      'There can be no profile at {file}: it is not a folder, or lies in something that is none.',
    kept: 'Nothing was changed and nothing was sent.',
    action: 'Choose another folder with --profile.',
  },
  'store.io': {
    sentence: "The database can't be read or written (disk error).",
    kept: 'The last step was undone completely.',
    action: "Check the disk and the folder's permissions; then try again.",
  },
  'settings.corrupt': {
    sentence: "The settings file {file} can't be understood{place}: {reason}.",
    kept: 'The file was left as it is; nothing was done.',
    action:
      'Correct it or restore it from a backup; to begin with new settings, move it and the database umbra.db away.',
  },
  'settings.missing': {
    sentence: 'The settings file {file} is missing, and with it the accounts and rules.',
    kept: 'Nothing was changed: the blocks on the calendars, and what is known of them here, are as they were.',
    action:
      'Restore it from a backup, or name another folder with --profile; to begin with new settings, move the database umbra.db away too.',
  },
  ...policyErrors,
  ...vaultErrors,
  'purge.unconfirmed': {
    sentence: 'This removes every block that Umbra wrote on any connected calendar.',
    kept: 'Nothing was done.',
    action: 'Add --yes to confirm.',
  },
  'bundle.unwritable': {
    sentence: "The support file can't be written to {file}: {reason}.",
    kept: 'Nothing was done.',
    action: 'Name another file.',
  },
  'erase.unconfirmed': {
    sentence:
      'This removes every block that Umbra wrote, and then all that it holds on this computer.',
    kept: 'Nothing was done.',
    action: 'Add --yes to confirm, and --keep-blocks to leave the blocks where they are.',
  },
  'sample.running': {
    sentence: 'The sample calendars are open, and a real account must not be mixed with them.',
    kept: 'Nothing was changed.',
    action: 'Leave the sample by erasing its data in the settings; then add your account.',
  },
  'sample.accounts-exist': {
    sentence: 'The sample calendars are for a program without accounts, and there are some.',
    kept: 'Nothing was changed.',
    action: 'Use your own calendars, or remove the accounts first.',
  },
  'event.unknown': {
    sentence: 'This entry is no longer on the calendar.',
    kept: 'Nothing was changed.',
    action: 'Close its details; the calendar shows what is there now.',
  },
  'calendar.unknown': {
    sentence: 'This calendar is no longer connected.',
    kept: 'Nothing was changed.',
    action: 'Choose another calendar.',
  },
  ...fileErrors,
  'calendar.read-only': {
    sentence: 'Nothing can be written to "{calendar}".',
    kept: 'Nothing was changed.',
    action: 'Choose calendars that you may write to.',
  },
  'block-me.nowhere': {
    sentence: 'None of the calendars that “Block me now” is to write to can be written now.',
    kept: 'Nothing was changed.',
    action: 'Choose others in the settings, or connect an account that may be written to.',
  },
  'span.empty': {
    sentence: 'The end must be later than the start, and not in the past.',
    kept: 'Nothing was changed.',
    action: 'Choose another time.',
  },
  'rules.draft-invalid': {
    sentence: 'The rules have {count}.',
    kept: 'The rules in force were not changed.',
    action: 'Correct the places named and save again.',
  },
  'audit.managed': {
    sentence: 'Your organisation has set where the audit log is forwarded to.',
    kept: 'Nothing was changed.',
    action: 'Ask your administrator.',
  },
  'audit.noFile': {
    sentence: 'There is no file {file} to verify.',
    kept: 'Nothing was done.',
    action: 'Name a file that was exported as NDJSON, or one that the log is forwarded to.',
  },
  unexpected: {
    sentence: 'A mistake of the program stopped this.',
    kept: 'What was under way is looked for on the calendars before it is tried again.',
    action: 'Try again; if it goes on, restart the program.',
  },
  'demo.profile-in-use': {
    sentence: 'The folder {file} already holds a profile.',
    kept: 'Nothing was changed.',
    action: 'Name an empty or new folder with --profile.',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;

export type ErrorCode = keyof typeof errors;

/** An error for the user's eyes. Its parameters are names and codes that are safe to print and log. */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly code: ErrorCode;
  readonly parameters: Readonly<Record<string, string>>;
  /** Further lines, each naming a place and a reason. */
  readonly details: readonly string[];

  constructor(
    code: ErrorCode,
    parameters: Readonly<Record<string, string>> = {},
    details: readonly string[] = [],
  ) {
    super(code);
    this.code = code;
    this.parameters = parameters;
    this.details = details;
  }
}

/** The table's texts with the parameters filled in. */
export function errorText(
  code: ErrorCode,
  parameters: Readonly<Record<string, string>>,
): ErrorText {
  const fill = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => parameters[name] ?? '');
  const { sentence, kept, action } = errors[code];
  return { sentence: fill(sentence), kept: fill(kept), action: fill(action) };
}
