import type { CalendarChoice } from '../../../../shared/rules/calendar-choices.ts';
import { rule, type Rule } from '../../../../shared/model/rule.ts';

/** Calendars named `Account/Calendar`; a trailing `!` makes one read-only. */
export function choices(...names: readonly string[]): readonly CalendarChoice[] {
  return names.map((text) => {
    const ref = text.replace('!', '');
    const [account = '', name = ''] = ref.split('/');
    return {
      key: `key:${ref}`,
      ref,
      name,
      color: null,
      account,
      canRead: true,
      canWrite: !text.endsWith('!'),
      isDefault: false,
      standIn: null,
    };
  });
}

export function draft(id: string, over: Readonly<Record<string, unknown>>): Rule {
  return rule.parse({ id, sources: ['*'], targets: ['*'], ...over });
}
