import { z } from 'zod';
import { policy } from './note.ts';
import { domainSelector, tenantId } from './party.ts';

/** `microsoft`: work or school. `outlook.com`: personal accounts at Microsoft. */
export const accountKinds = ['microsoft', 'outlook.com', 'google'] as const;
export type AccountKind = (typeof accountKinds)[number];

export const accountPolicies = {
  AllowedProviders: policy(z.array(z.enum(accountKinds)).min(1), {
    title: 'Allowed kinds of accounts',
    description:
      'Only accounts of these kinds can be connected: "microsoft" (work or school), "outlook.com" (personal accounts at Microsoft), "google". Others that are connected already stop: nothing is read from them or written to them.',
    category: 'accounts',
    example: ['microsoft', 'google'],
  }),
  AllowedAccountDomains: policy(z.array(domainSelector).min(1).max(500), {
    title: 'Allowed domains of accounts',
    description:
      'Only accounts whose addresses lie in these domains can be connected; others that are connected already stop. "acme.com" means exactly this domain, "*.acme.com" every one below it.',
    category: 'accounts',
    example: ['acme.com', '*.acme.com'],
  }),
  BlockedAccountDomains: policy(z.array(domainSelector).min(1).max(500), {
    title: 'Blocked domains of accounts',
    description:
      'Accounts with an address in one of these domains can’t be connected; those that are connected already stop. Goes before every list of what is allowed.',
    category: 'accounts',
    example: ['gmail.com'],
  }),
  AllowedTenantIds: policy(z.array(tenantId).min(1).max(500), {
    title: 'Allowed Microsoft tenants',
    description:
      'Only accounts of these Microsoft Entra tenants can be connected, and none whose tenant is not known. Google accounts are not affected.',
    category: 'accounts',
    example: ['4f6c0c6e-3a3c-4f5e-9d0e-2b1a7c8d9e0f'],
  }),
  MicrosoftClientId: policy(z.guid(), {
    title: 'Client id at Microsoft',
    description:
      'The "Application (client) ID" of your own app registration, used for every sign-in to Microsoft in place of the built-in one.',
    category: 'accounts',
    example: 'b7a1c0de-5f0e-4a52-9b1d-0c6f1f0e7a11',
    recommendable: true,
    atStart: true,
  }),
  MicrosoftAuthority: policy(z.string().regex(/^[A-Za-z0-9.-]{1,253}$/), {
    title: 'Sign-in authority at Microsoft',
    description:
      'Where people sign in: "common", "organizations", "consumers", or one tenant by its id or domain. Needs MicrosoftClientId.',
    category: 'accounts',
    example: 'acme.onmicrosoft.com',
    recommendable: true,
    atStart: true,
  }),
  MicrosoftCloud: policy(z.enum(['global', 'usGov', 'usGovDod', 'china']), {
    title: 'Microsoft cloud',
    description:
      'The national cloud in which MicrosoftClientId is registered. Needs MicrosoftClientId.',
    category: 'accounts',
    example: 'usGov',
    recommendable: true,
    atStart: true,
  }),
  GoogleClientId: policy(z.string().min(1).max(255), {
    title: 'Client id at Google',
    description:
      'The client id of your own "Desktop app", used for every sign-in to Google in place of the built-in one.',
    category: 'accounts',
    example: '1234567890-abcdef.apps.googleusercontent.com',
    recommendable: true,
    atStart: true,
  }),
  GoogleClientSecret: policy(z.string().min(1).max(255), {
    title: 'Client secret at Google',
    description:
      'What Google calls the secret of a desktop client; it protects nothing, but Google asks for it. Needs GoogleClientId.',
    category: 'accounts',
    example: 'GOCSPX-example',
    recommendable: true,
    atStart: true,
  }),
} as const;
