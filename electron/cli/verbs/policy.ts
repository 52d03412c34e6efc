import { readFileSync } from 'node:fs';
import { UserError } from '../../../shared/errors/errors.ts';
import { fileReason } from '../../../shared/errors/file-errors.ts';
import { resolvePolicy, type ManagedPolicy } from '../../../shared/policy/resolve.ts';
import { decodeText } from '../../profile/decode-text.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { answer, withProfile, type Session } from '../session.ts';
import { table } from '../table.ts';

/** Everything that administrators left on this machine, and what became of it. */
export function listPolicies(session: Session): Promise<ExitCode> {
  return withProfile(session, ({ policy }) => {
    const managed = policy.current();
    tell(session, managed, 'Nothing is managed on this machine.');
    return Promise.resolve(codeOf(managed));
  });
}

/** Says what a policy file of Linux would do here as a mandatory one. Reads nothing but that file. */
export function checkPolicyFile(session: Session, file: string): Promise<ExitCode> {
  const content = { kind: 'values', values: readValues(file) } as const;
  const managed = resolvePolicy([{ level: 'mandatory', scope: 'machine', origin: file, content }]);
  const unknown = managed.entries.some(({ status }) => status === 'unknown');
  tell(session, managed, 'The file sets nothing.');
  // A name that is ignored on a machine is a typing error in a file that somebody is about to hand out.
  return Promise.resolve(unknown ? exitCodes.broken : codeOf(managed));
}

function codeOf({ obstacles }: ManagedPolicy): ExitCode {
  return obstacles.length === 0 ? exitCodes.ok : exitCodes.broken;
}

function tell(session: Session, managed: ManagedPolicy, nothing: string): void {
  const { entries, obstacles, warnings } = managed;
  answer(session, { ok: obstacles.length === 0, entries, obstacles, warnings }, () =>
    [
      entries.length === 0
        ? nothing
        : table(
            ['Policy', 'Value', 'Level', 'For', 'Status', 'Where'],
            entries.map(({ name, value, level, scope, status, reason, origin }) => [
              name,
              shortened(JSON.stringify(value)),
              level,
              scope,
              reason === null ? status : `${status}: ${reason}`,
              origin,
            ]),
          ),
      ...entries.flatMap(({ name, remark }) => (remark === null ? [] : [`${name}: ${remark}`])),
      ...warnings,
      ...(obstacles.length === 0
        ? []
        : ['Nothing is synchronised until this is mended:', ...obstacles.map((one) => `  ${one}`)]),
    ].join('\n'),
  );
}

function shortened(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 59)}…`;
}

function readValues(file: string): Readonly<Record<string, unknown>> {
  const refuse = (reason: string): UserError =>
    new UserError('policy.unreadable', { file, reason });
  let text: string;
  try {
    text = decodeText(readFileSync(file));
  } catch (error) {
    throw refuse(fileReason(error));
  }
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch {
    throw refuse('it is no JSON');
  }
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    throw refuse('it holds no JSON object of policies');
  return { ...input };
}
