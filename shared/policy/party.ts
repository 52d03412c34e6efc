/**
 * Whose a calendar is, as policies know people: by the domains of the account's addresses and by its tenant. An account
 * can show several addresses; then a permission must cover each of them, and a prohibition needs one only.
 */
import { z } from 'zod';
import type { Account } from '../model/account.ts';
import type { Calendar } from '../model/calendar.ts';

export interface Party {
  /** Lower case, sorted, at least one. */
  readonly domains: readonly string[];
  /** Microsoft's tenant; null at Google, and where it is not known. */
  readonly tenant: string | null;
}

const label = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?';
const domainPattern = `(?:\\*\\.)?(?:${label}\\.)+${label}`;
const guid = '[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}';

/** `acme.com` means exactly this domain, `*.acme.com` every one below it. */
export const domainSelector = z
  .string()
  .max(255)
  .regex(new RegExp(`^${domainPattern}$`), 'write a domain such as "acme.com" or "*.acme.com"');

export const tenantId = z
  .string()
  .regex(
    new RegExp(`^${guid}$`),
    'write a tenant id such as "4f6c0c6e-3a3c-4f5e-9d0e-2b1a7c8d9e0f"',
  );

/** `*`, a domain, or a tenant id. */
export const partySelector = z
  .string()
  .max(255)
  .regex(
    new RegExp(`^(?:\\*|${domainPattern}|${guid})$`),
    'write "*", a domain such as "acme.com" or "*.acme.com", or a tenant id',
  );

/**
 * The party of an account. The settings file says under which address it was connected; its own calendar at the provider
 * says whose it is, which nobody can edit here.
 */
export function partyOf(account: Account, calendars: readonly Calendar[]): Party {
  const seen = calendars
    .filter((calendar) => calendar.account === account.id && calendar.isDefault)
    .flatMap(({ owner, remoteId }) => [owner ?? '', remoteId]);
  const domains = [account.email, ...seen].filter((text) => text.includes('@')).map(domainOf);
  // Without any address no domain fits but "*".
  return {
    domains: domains.length === 0 ? ['?'] : [...new Set(domains)].sort(),
    tenant: tenantOf(account),
  };
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}

/** MSAL's home account id ends in the tenant's. */
function tenantOf({ provider, credential }: Account): string | null {
  if (provider !== 'microsoft' || credential.kind !== 'oauth') return null;
  const tenant = credential.subject.split('.').at(-1) ?? '';
  return tenantId.safeParse(tenant).success ? tenant.toLowerCase() : null;
}

/** Whether a permission for `selector` holds for the whole party. */
export function permits(selector: string, party: Party): boolean {
  return isTenant(selector, party) || party.domains.every((domain) => covers(selector, domain));
}

/** Whether a prohibition of `selector` meets the party. */
export function meetsParty(selector: string, party: Party): boolean {
  return isTenant(selector, party) || party.domains.some((domain) => covers(selector, domain));
}

function isTenant(selector: string, { tenant }: Party): boolean {
  return tenant !== null && selector.toLowerCase() === tenant;
}

function covers(selector: string, domain: string): boolean {
  if (selector === '*') return true;
  const wanted = selector.toLowerCase();
  return wanted.startsWith('*.') ? domain.endsWith(wanted.slice(1)) : domain === wanted;
}
