import type { Registration } from '../../shared/ipc/sign-in-setup.ts';

const sources: Readonly<Record<Registration['from'], string>> = {
  package: 'Came with this package.',
  settings: 'Entered here.',
  policy: 'Set by your organisation; it can’t be changed here.',
};

export function registrationHint({ clientId, tenant, from }: Registration): string {
  const where = tenant === null || tenant === 'common' ? '' : ` for ${tenant}`;
  return `${clientId}${where}. ${sources[from]}`;
}
