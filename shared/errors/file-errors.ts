/** What can go wrong with a file that the user chose in the system's dialog. It is named without its folder (security.md E14). */
export const fileErrors = {
  'file.unreadable': {
    sentence: 'The file {file} can’t be read: {reason}.',
    kept: 'Nothing was changed.',
    action: 'Check that it is the file you meant and that you may read it; then try again.',
  },
  'file.unwritable': {
    sentence: 'The file {file} can’t be written: {reason}.',
    kept: 'What was there before is as it was.',
    action: 'Choose another folder, or make room on the disk; then try again.',
  },
} as const;

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EEXIST: 'there is a file already',
  EISDIR: 'it is a folder',
  EACCES: 'you may not',
  EPERM: 'you may not',
  EBUSY: 'another program holds it',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is full',
  EROFS: 'its disk takes nothing',
};

/** What the system refused, in words; its code where it is a rare one. Never its message, which quotes the path. */
export function fileReason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  return reasons[code] ?? code;
}
