import type { MicrosoftCloud } from '../../shared/model/account.ts';

/** Microsoft's clouds as their users call them (providers.md 4.12). */
export const cloudChoices = [
  { value: 'global', label: 'Worldwide', note: 'Also GCC and Outlook.com' },
  { value: 'usGov', label: 'US Government (GCC High)' },
  { value: 'usGovDod', label: 'US Government (DoD)' },
  { value: 'china', label: 'China (21Vianet)' },
] as const satisfies readonly { value: MicrosoftCloud; label: string; note?: string }[];

export function cloudLabel(cloud: MicrosoftCloud | null): string {
  return cloudChoices.find(({ value }) => value === cloud)?.label ?? '';
}
