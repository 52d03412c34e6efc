import { Command, CommanderError, Option } from 'commander';
import { errorText, UserError } from '../../shared/errors/errors.ts';
import { demoVerb } from './demo/demo.ts';
import { exitCodes, type ExitCode } from './exit-codes.ts';
import { nameProblem } from '../profile/profile.ts';
import type { Session } from './session.ts';
import { addAccount, removeAccount, showAccounts, type AddOptions } from './verbs/accounts.ts';
import { exportAudit, forwardAudit, verifyAudit } from './verbs/audit.ts';
import { bundleVerb } from './verbs/bundle.ts';
import { doctorVerb } from './verbs/doctor.ts';
import { decideHold, listHolds } from './verbs/holds.ts';
import { checkPolicyFile, listPolicies } from './verbs/policy.ts';
import { planVerb } from './verbs/plan.ts';
import { erasePrivacy, exportPrivacy, listHosts, type EraseOptions } from './verbs/privacy.ts';
import { purgeVerb } from './verbs/purge.ts';
import { applyRules, exportRules, listRules, switchRule, templateRules } from './verbs/rules.ts';
import { statusVerb } from './verbs/status.ts';
import { syncVerb } from './verbs/sync.ts';
import { exportVault, importVault } from './verbs/vault.ts';

interface GlobalOptions {
  readonly profile?: string;
  readonly json?: boolean;
}

/** What a run needs besides its arguments; the directory and the form of output come from those. */
export interface Io extends Omit<Session, 'json' | 'directory' | 'profileGiven'> {
  readonly defaultDirectory: string;
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
  let json = argv.includes('--json');
  try {
    await root.parseAsync([...argv], { from: 'user' });
    return result;
  } catch (error) {
    if (error instanceof CommanderError)
      return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
    if (io.signal.aborted) return exitCodes.interrupted;
    json = argv.includes('--json');
    const { profile } = root.opts<GlobalOptions>();
    return report(
      error instanceof UserError ? error : nameProblem(error, profile ?? ''),
      error,
      io,
      json,
    );
  }
}

type Verb = (work: (session: Session) => Promise<ExitCode>, command: Command) => Promise<void>;

function addVerbs(root: Command, verb: Verb): void {
  const leaf = (parent: Command, signature: string, description: string): Command => {
    const command = parent.command(signature).description(description);
    return command
      .option('--json', 'print one JSON object instead of words')
      .option('--profile <dir>', 'folder that holds settings and database');
  };
  leaf(root, 'demo', 'run the whole program on simulated clouds, and check every promise').action(
    (_options, command: Command) => verb(demoVerb, command),
  );
  leaf(root, 'sync', 'read what changed and bring every block into its place')
    .addOption(new Option('--once', 'one cycle, then end (the default)').conflicts('watch'))
    .option('--watch', 'go on until Ctrl-C')
    .action((options: { watch?: boolean }, command: Command) =>
      verb((session) => syncVerb(session, options), command),
    );
  leaf(root, 'plan', 'show what a sync would write; writes nothing').action(
    (_options, command: Command) => verb(planVerb, command),
  );
  leaf(root, 'status', 'show how things stand; asks no provider').action(
    (_options, command: Command) => verb(statusVerb, command),
  );
  leaf(root, 'doctor', 'check everything a sync depends on')
    .option('--bundle <file>', 'write a file for somebody who helps you instead ("-" prints it)')
    .action((options: { bundle?: string }, command: Command) =>
      verb(
        (session) =>
          options.bundle === undefined ? doctorVerb(session) : bundleVerb(session, options.bundle),
        command,
      ),
    );
  leaf(root, 'purge', 'remove every block ever written, by its marker')
    .option('--yes', 'really do it')
    .option('--any-vault', 'also blocks of other vaults: for a profile whose vault is lost')
    .action((options: { yes?: boolean; anyVault?: boolean }, command: Command) =>
      verb((session) => purgeVerb(session, options), command),
    );
  addAccountVerbs(root, leaf, verb);
  addRuleVerbs(root, leaf, verb);
  addVaultVerbs(root, leaf, verb);
  addPrivacyVerbs(root, leaf, verb);
  addHoldVerbs(root, leaf, verb);
  addAuditVerbs(root, leaf, verb);
  addPolicyVerbs(root, leaf, verb);
}

function addHoldVerbs(root: Command, leaf: Leaf, verb: Verb): void {
  const holds = root.command('holds').description('removals that a safety brake keeps waiting');
  leaf(holds, 'list', 'show them').action((_options, command: Command) => verb(listHolds, command));
  leaf(holds, 'approve <hold>', 'let them go with the next sync').action(
    (id: string, _options, command: Command) =>
      verb((session) => decideHold(session, id, 'approved'), command),
  );
  leaf(holds, 'reject <hold>', 'keep these blocks').action(
    (id: string, _options, command: Command) =>
      verb((session) => decideHold(session, id, 'rejected'), command),
  );
}

function addAuditVerbs(root: Command, leaf: Leaf, verb: Verb): void {
  const audit = root
    .command('audit')
    .description('what was written where, when and with what outcome');
  leaf(audit, 'export', 'print the log')
    .option('--format <format>', 'ndjson, csv or json', 'ndjson')
    .option('--since <instant>', 'only from then on, such as 2026-05-04T09:00:00Z')
    .action((options: { format: string; since?: string }, command: Command) =>
      verb((session) => exportAudit(session, options), command),
    );
  leaf(
    audit,
    'verify [file]',
    'check that nobody changed the log, or lines that were exported or forwarded',
  ).action((file: string | undefined, _options, command: Command) =>
    verb((session) => verifyAudit(session, file), command),
  );
  leaf(
    audit,
    'forward [file]',
    'append each entry to a file as well; without one, show how it goes',
  )
    .option('--off', 'forward no longer')
    .action((file: string | undefined, options: { off?: boolean }, command: Command) =>
      verb((session) => forwardAudit(session, { file, off: options.off === true }), command),
    );
}

function addPrivacyVerbs(root: Command, leaf: Leaf, verb: Verb): void {
  const privacy = root
    .command('privacy')
    .description('all that the profile holds: to have it, or to be rid of it');
  leaf(privacy, 'export', 'print everything that is held, without keys and sign-ins').action(
    (_options, command: Command) => verb(exportPrivacy, command),
  );
  leaf(privacy, 'erase', 'remove every block, and then everything that is held on this computer')
    .option('--yes', 'really do it')
    .option('--keep-blocks', 'leave the blocks on their calendars')
    .action((options: EraseOptions, command: Command) =>
      verb((session) => erasePrivacy(session, options), command),
    );
  leaf(privacy, 'hosts', 'list every host that Umbra speaks to, for a firewall').action(
    (_options, command: Command) => verb(listHosts, command),
  );
}

function addVaultVerbs(root: Command, leaf: Leaf, verb: Verb): void {
  const vault = root
    .command('vault')
    .description(
      'the key by which blocks are known as ours; its passphrase is in UMBRA_PASSPHRASE',
    );
  leaf(vault, 'export', 'print it under a passphrase, for a second device').action(
    (_options, command: Command) => verb(exportVault, command),
  );
  leaf(vault, 'import <file>', 'take over a first device\'s key ("-" reads stdin)').action(
    (file: string, _options, command: Command) =>
      verb((session) => importVault(session, file), command),
  );
}

function addPolicyVerbs(root: Command, leaf: Leaf, verb: Verb): void {
  const policy = root.command('policy').description('what administrators decide on this machine');
  leaf(policy, 'list', 'show every policy that is set, and what became of it').action(
    (_options, command: Command) => verb(listPolicies, command),
  );
  leaf(
    policy,
    'check <file>',
    'tell whether a policy file is understood, before it is handed out',
  ).action((file: string, _options, command: Command) =>
    verb((session) => checkPolicyFile(session, file), command),
  );
}

type Leaf = (parent: Command, signature: string, description: string) => Command;

function addAccountVerbs(root: Command, leaf: Leaf, verb: Verb): void {
  const accounts = root
    .command('accounts')
    .description('the sign-ins whose calendars are kept in step');
  leaf(accounts, 'add', 'connect an account by a fixed access token (for scripts and tests)')
    .requiredOption('--provider <provider>', 'microsoft or google')
    .requiredOption(
      '--base-url <url>',
      'API root, such as https://graph.microsoft.com/v1.0 or https://www.googleapis.com',
    )
    .requiredOption(
      '--access-token-env <variable>',
      'environment variable that holds the token; the token is never stored',
    )
    .requiredOption('--email <address>', 'whose account it is')
    .requiredOption('--label <label>', 'your name for it')
    .action((options: AddOptions, command: Command) =>
      verb((session) => addAccount(session, options), command),
    );
  leaf(accounts, 'list', 'show accounts and their calendars')
    .option('--offline', 'as last seen, without asking the providers')
    .action((options: { offline?: boolean }, command: Command) =>
      verb((session) => showAccounts(session, options), command),
    );
  leaf(accounts, 'remove <label>', 'disconnect an account and remove its blocks')
    .option('--keep-blocks', 'leave its blocks where they are')
    .action((label: string, options: { keepBlocks?: boolean }, command: Command) =>
      verb((session) => removeAccount(session, label, options), command),
    );
}

function addRuleVerbs(root: Command, leaf: Leaf, verb: Verb): void {
  const rules = root.command('rules').description('which calendars cast which blocks where');
  leaf(rules, 'apply <file>', 'take a rule file as the whole truth ("-" reads stdin)').action(
    (file: string, _options, command: Command) =>
      verb((session) => applyRules(session, file), command),
  );
  leaf(rules, 'list', 'show the rules in force').action((_options, command: Command) =>
    verb(listRules, command),
  );
  leaf(rules, 'export', 'print the rules as a file for "apply"').action(
    (_options, command: Command) => verb(exportRules, command),
  );
  leaf(rules, 'enable <rule>', 'switch a rule on').action(
    (id: string, _options, command: Command) =>
      verb((session) => switchRule(session, id, true), command),
  );
  leaf(rules, 'disable <rule>', 'switch a rule off; its blocks go with the next sync').action(
    (id: string, _options, command: Command) =>
      verb((session) => switchRule(session, id, false), command),
  );
  leaf(
    rules,
    'template <name>',
    'print a rule file to begin with: mesh, hub, personal, isolate',
  ).action((name: string, _options, command: Command) =>
    verb((session) => templateRules(session, name), command),
  );
}

/** Says what happened, what was not lost, and what mends it. */
function report(known: UserError | null, error: unknown, io: Io, json: boolean): ExitCode {
  if (known === null) {
    // A mistake of the program: its name and place help whoever mends it, and hold nothing of anybody's calendar.
    const detail = error instanceof Error ? (error.stack ?? error.name) : 'unknown';
    io.remark(`A mistake of the program.\n${detail}`);
    if (json)
      io.print(
        JSON.stringify({
          ok: false,
          error: { code: 'unexpected', message: 'A mistake of the program.' },
        }),
      );
    return exitCodes.unexpected;
  }
  const { sentence, kept, action } = errorText(known.code, known.parameters);
  if (json) {
    io.print(
      JSON.stringify({
        ok: false,
        error: { code: known.code, message: sentence, kept, action, details: known.details },
      }),
    );
  }
  io.remark([sentence, ...known.details.map((detail) => `  ${detail}`), kept, action].join('\n'));
  return /^(store|settings)\.|^vault\.(unreadable|sealed|locked)$|^policy\.invalid$/.test(
    known.code,
  )
    ? exitCodes.profile
    : exitCodes.usage;
}
