import { errorText, type ErrorCode, type ErrorText } from '../../shared/errors/errors.ts';
import type { Account } from '../../shared/model/account.ts';
import type { Calendar } from '../../shared/model/calendar.ts';
import type { CalendarId } from '../../shared/model/ids.ts';
import type { Failure } from '../ports/outcome.ts';

export interface Problem {
  readonly code: ErrorCode;
  readonly account: string;
  readonly calendar: string | null;
  readonly message: string;
}

/** A provider's failure as the user meets it: a code of the error table, and its words. */
export function problemOf(account: Account, calendar: Calendar | null, failure: Failure): Problem {
  const { code, parameters } = worded(account, calendar, failure);
  return {
    code,
    account: account.label,
    calendar: calendar?.ref ?? null,
    message: problemLine(code, parameters),
  };
}

/** The same in its parts, for what is no sync: what one keeps is not true of it. */
export function problemWords(account: Account, failure: Failure): ErrorText {
  const { code, parameters } = worded(account, null, failure);
  return errorText(code, parameters);
}

function worded(
  account: Account,
  calendar: Calendar | null,
  failure: Failure,
): { readonly code: ErrorCode; readonly parameters: Readonly<Record<string, string>> } {
  const label = account.label;
  const name = calendar?.ref ?? label;
  switch (failure.kind) {
    case 'throttled': {
      const seconds = failure.retryAfterMs === null ? null : Math.ceil(failure.retryAfterMs / 1000);
      return {
        code: 'account.throttled',
        parameters: { label, until: seconds === null ? '' : ` of ${seconds} s` },
      };
    }
    case 'gone':
      // An account's calendars as such are always there, unless what answers is another service.
      return calendar === null
        ? { code: 'account.malformed', parameters: { label, code: 'not-found' } }
        : { code: 'calendar.gone', parameters: { calendar: name } };
    case 'forbidden':
      return { code: 'calendar.forbidden', parameters: { calendar: name, code: failure.code } };
    case 'needsSignIn': {
      if (failure.code === 'token-variable-missing' && account.credential.kind === 'environment') {
        return {
          code: 'account.token-variable-missing',
          parameters: { label, variable: account.credential.variable },
        };
      }
      if (failure.code === 'signed-in-in-the-app')
        return { code: 'account.signed-in-elsewhere', parameters: { label } };
      return { code: 'account.needs-sign-in', parameters: { label, code: failure.code } };
    }
    case 'needsAdmin':
      return { code: 'account.needs-admin', parameters: { label, code: failure.code } };
    case 'unreachable':
      return { code: 'account.unreachable', parameters: { label, code: failure.code } };
    case 'malformed':
      return { code: 'account.malformed', parameters: { label, code: failure.code } };
    case 'aborted':
      return { code: 'account.unreachable', parameters: { label, code: 'interrupted' } };
  }
}

/** The problems of a run, each told once. */
export function problemsOf(
  accounts: readonly Account[],
  calendars: readonly Calendar[],
  outcomes: readonly {
    readonly account: Account['id'];
    readonly calendar: CalendarId | null;
    readonly failure: Failure;
  }[],
): readonly Problem[] {
  const told = new Map<string, Problem>();
  for (const outcome of outcomes) {
    const account = accounts.find(({ id }) => id === outcome.account);
    if (account === undefined) continue;
    const calendar = calendars.find(({ id }) => id === outcome.calendar) ?? null;
    const problem = problemOf(account, calendar, outcome.failure);
    told.set(problem.message, problem);
  }
  return [...told.values()];
}

/** A problem that does not stop the run, as one line of words. */
export function problemLine(code: ErrorCode, parameters: Readonly<Record<string, string>>): string {
  const { sentence, kept, action } = errorText(code, parameters);
  return `${sentence} ${kept} ${action}`;
}
