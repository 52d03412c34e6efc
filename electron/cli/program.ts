import { Command, CommanderError } from 'commander';
import { UserError } from '../../shared/errors/errors.ts';
import { exitCodes, type ExitCode } from './exit-codes.ts';
import { addVerbs } from './grammar/grammar.ts';
import { nameProblem } from '../profile/profile-problems.ts';
import type { Session } from './session.ts';
import { tellMistake, tellProblem, tellUsage } from './tell.ts';

interface GlobalOptions {
  readonly profile?: string;
  readonly json?: boolean;
}

/** What a run needs besides its arguments; the directory and the form of output come from those. */
export interface Io extends Omit<Session, 'json' | 'directory' | 'profileGiven'> {
  readonly defaultDirectory: string;
  readonly version: string;
}

const exits = `
Exit codes:
  0  done, and everything is in its place
  1  a mistake of the program
  2  bad input; nothing was done
  3  part of the work is outstanding; run it again
  4  settings, policies, vault or database can't be used
  5  a check failed (demo, doctor, audit verify, policy)
  130  interrupted`;

/** Runs one command line and returns its exit code. Never throws. */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  let result: ExitCode = exitCodes.ok;
  const root = new Command('umbra')
    .description('Keeps privacy-masked busy blocks in step across all calendars of one person.')
    .option(
      '--profile <dir>',
      `folder that holds settings and database (usually ${io.defaultDirectory})`,
    )
    .option('--json', 'print one JSON object instead of words')
    .version(io.version, '--version', 'print the version')
    .addHelpText('after', exits)
    .showHelpAfterError(false)
    .configureOutput({
      writeOut: (text) => io.print(text.trimEnd()),
      writeErr: (text) => io.remark(text.trimEnd()),
    })
    .exitOverride();
  const session = (command: Command): Session => {
    const { profile, json } = command.optsWithGlobals<GlobalOptions>();
    return {
      ...io,
      directory: profile ?? io.defaultDirectory,
      profileGiven: profile !== undefined,
      json: json === true,
    };
  };
  const verb = (work: (session: Session) => Promise<ExitCode>, command: Command): Promise<void> =>
    work(session(command)).then((code) => {
      result = code;
    });
  addVerbs(root, verb);
  try {
    await root.parseAsync([...argv], { from: 'user' });
    return result;
  } catch (error) {
    const wrong = { ...io, json: argv.includes('--json') };
    if (error instanceof CommanderError)
      return error.exitCode === 0 ? exitCodes.ok : tellUsage(error, wrong);
    if (io.signal.aborted) return exitCodes.interrupted;
    const { profile } = root.opts<GlobalOptions>();
    const known = error instanceof UserError ? error : nameProblem(error, profile ?? '');
    return known === null ? tellMistake(error, wrong) : tellProblem(known, wrong);
  }
}
