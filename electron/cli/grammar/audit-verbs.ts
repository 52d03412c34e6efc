import type { Command } from 'commander';
import { exportAudit, forwardAudit, verifyAudit } from '../verbs/audit.ts';
import type { Leaf, Verb } from './verb.ts';

export function addAuditVerbs(root: Command, leaf: Leaf, verb: Verb): void {
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
