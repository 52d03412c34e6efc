import { errorText, UserError } from '../../shared/errors/errors.ts';

/** Why the program could not start, for a person who sees no window: of a mistake nothing but that there was one. */
export function startProblem(error: UserError | null): {
  readonly title: string;
  readonly text: string;
} {
  const known = error ?? new UserError('unexpected');
  const { sentence, kept, action } = errorText(known.code, known.parameters);
  return { title: 'Umbra can’t start', text: [sentence, kept, action].join('\n\n') };
}
