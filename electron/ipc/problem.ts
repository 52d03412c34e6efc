import { errorText, UserError } from '../../shared/errors/errors.ts';
import type { Problem } from '../../shared/ipc/contract.ts';

/** An error as the window may see it. Only what the table says crosses; of a bug nothing but that there was one. */
export function problemOf(error: unknown): Problem {
  if (!(error instanceof UserError))
    return { code: 'unexpected', ...errorText('unexpected', {}), details: [] };
  return {
    code: error.code,
    ...errorText(error.code, error.parameters),
    details: [...error.details],
  };
}
