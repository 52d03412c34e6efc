import type { MicrosoftCloud, ProviderKind } from '../model/account.ts';

/** A client id as it is being entered. */
export interface ClientDraft {
  readonly provider: ProviderKind;
  readonly cloud: MicrosoftCloud;
  readonly clientId: string;
  readonly tenant: string;
  readonly clientSecret: string;
}

export const emptyDraft: ClientDraft = {
  provider: 'microsoft',
  cloud: 'global',
  clientId: '',
  tenant: 'common',
  clientSecret: '',
};

/** What is wrong with a draft, by its field; nothing where it can be saved. */
export function draftProblems(
  draft: ClientDraft,
): Partial<Record<'clientId' | 'tenant' | 'clientSecret', string>> {
  const id = draft.clientId.trim();
  if (draft.provider === 'google')
    return {
      ...(id.length > 0 && id.length <= 255 ? {} : { clientId: 'Paste the client ID.' }),
      ...(draft.clientSecret.trim().length <= 255 ? {} : { clientSecret: 'That is too long.' }),
    };
  return {
    ...(guid.test(id) ? {} : { clientId: 'It looks like 11111111-2222-4333-8444-555555555555.' }),
    ...(/^[A-Za-z0-9.-]{1,253}$/.test(draft.tenant.trim())
      ? {}
      : { tenant: 'Write common, organizations, consumers, or one tenant.' }),
  };
}

const guid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** The draft as the program takes it. */
export function clientOf(draft: ClientDraft) {
  const clientId = draft.clientId.trim();
  const clientSecret = draft.clientSecret.trim();
  return draft.provider === 'google'
    ? {
        provider: 'google' as const,
        client: { clientId, ...(clientSecret === '' ? {} : { clientSecret }) },
      }
    : {
        provider: 'microsoft' as const,
        cloud: draft.cloud,
        client: { clientId, tenant: draft.tenant.trim() },
      };
}
