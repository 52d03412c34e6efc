import { createHash } from 'node:crypto';
import type { WorldAccount } from '../world/types.ts';

/** The tenant of all personal Microsoft accounts. */
const personalTenant = '9188040d-6c67-4c5b-b112-36a304b66dad';

/** The ids by which a provider knows a person: always the same for the same address, and telling nothing of it. */
export function identityOf({ email, tenant }: WorldAccount): {
  readonly oid: string;
  readonly tid: string;
  readonly sub: string;
} {
  return {
    oid: guid(`oid ${email}`),
    tid: tenant === null ? personalTenant : guid(`tid ${tenant}`),
    sub: BigInt(`0x${digest(`sub ${email}`).slice(0, 17)}`)
      .toString()
      .padStart(21, '1'),
  };
}

/** An ID token without a signature worth checking: who takes it straight from the service need not. */
export function idToken(claims: Readonly<Record<string, unknown>>): string {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'RS256', typ: 'JWT', kid: 'simulated' })}.${part(claims)}.c2lnbmF0dXJl`;
}

function guid(text: string): string {
  const hex = digest(text);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
