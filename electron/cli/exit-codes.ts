/** What the command's exit status says; documented in the README and in --help. */
export const exitCodes = {
  ok: 0,
  /** A bug, or something that no code below names. */
  unexpected: 1,
  /** Bad input: nothing was done. */
  usage: 2,
  /** Part of the work is outstanding; running again goes on. */
  incomplete: 3,
  /** Settings, policies, vault or database can't be used. */
  profile: 4,
  /** An invariant does not hold, or a check failed. */
  broken: 5,
  /** Ctrl-C. */
  interrupted: 130,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
