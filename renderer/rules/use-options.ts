import type { Options } from '../../shared/model/rule.ts';
import { withOption } from '../../shared/rules/options-edit.ts';
import { reasonsAt } from '../../shared/rules/problems.ts';
import { useFocusedRule } from './use-focused-rule.ts';

export interface OptionsEdit {
  readonly options: Options;
  readonly off: boolean;
  readonly put: <K extends keyof Options>(key: K, value: Options[K]) => void;
  /** The first problem of an option. */
  readonly error: (key: keyof Options) => string | undefined;
}

/** The options of the rule in the editor. */
export function useOptions(): OptionsEdit | null {
  const focused = useFocusedRule();
  if (focused === null) return null;
  const { rule, problems, locked, change } = focused;
  return {
    options: rule.options,
    off: locked !== null,
    put: (key, value) =>
      change((one) => ({ ...one, options: withOption(one.options, key, value) }), `option ${key}`),
    error: (key) => reasonsAt(problems, `options.${key}`)[0],
  };
}
