import type { Account } from '../../shared/model/account.ts';
import type { AccountId } from '../../shared/model/ids.ts';
import type { Clock } from '../ports/clock.ts';
import type { Fetch } from '../ports/fetch.ts';
import type { CalendarProvider } from '../ports/provider.ts';
import type { Random } from '../ports/random.ts';
import type { RequestLedger } from '../ports/request-ledger.ts';
import type { TokenSource } from '../ports/token-source.ts';
import { classifyResponse as classifyGoogle } from '../providers/google/classify-response.ts';
import { createGoogleProvider } from '../providers/google/google-provider.ts';
import { classifyResponse as classifyMicrosoft } from '../providers/microsoft/classify-response.ts';
import { createMicrosoftProvider } from '../providers/microsoft/microsoft-provider.ts';
import { createRequestLedger, type Quota } from '../providers/transport/request-ledger.ts';
import { createTransport, type TransportLimits } from '../providers/transport/transport.ts';
import type { Transport } from '../providers/transport/types.ts';

export interface ProviderDeps {
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly random: Random;
  readonly tokens: (account: Account) => TokenSource;
  /** Where an account's API is reached now: its own root, or the simulated cloud's. */
  readonly apiRoot: (account: Account) => string;
}

export interface Providers {
  readonly ledger: RequestLedger;
  provider(account: AccountId): CalendarProvider;
  clockSkewMs(account: AccountId): number | null;
  /** The account is gone: another person may come under its address, with a sign-in of their own. */
  forget(account: AccountId): void;
}

/** The limits that providers publish (Graph throttling limits: Outlook service; Google Calendar usage limits). */
const quotas: Readonly<Record<Account['provider'], Quota>> = {
  microsoft: { units: 10_000, windowMs: 600_000 },
  google: { units: 600, windowMs: 60_000 },
};

const shared = {
  headersTimeoutMs: 30_000,
  bodyTimeoutMs: 60_000,
  maxBodyBytes: 64 * 1024 * 1024,
  maxAttempts: 5,
  maxWaitMs: 60_000,
  backoff: { baseMs: 500, capMs: 30_000 },
} as const;

/** Burst and refill together use four fifths of the quota at most, in whatever window. */
const limits: Readonly<Record<Account['provider'], TransportLimits>> = {
  microsoft: { ...shared, concurrency: 4, rate: { units: 3_000, windowMs: 600_000, burst: 5_000 } },
  google: { ...shared, concurrency: 8, rate: { units: 240, windowMs: 60_000, burst: 240 } },
};

/** The simulated clouds belong to nobody else: no rate to respect, only the concurrency of a mailbox. */
function limitsFor({ provider, credential }: Account): TransportLimits {
  const usual = limits[provider];
  return credential.kind === 'sample'
    ? { ...usual, rate: { units: 1_000_000, windowMs: 1_000, burst: 1_000_000 } }
    : usual;
}

/** Makes providers on demand, one per account, each with its own way to its cloud. */
export function wireProviders(deps: ProviderDeps, accounts: () => readonly Account[]): Providers {
  const known = new Map<
    AccountId,
    { readonly provider: CalendarProvider; readonly transport: Transport }
  >();
  const accountOf = (id: AccountId): Account => {
    const account = accounts().find((one) => one.id === id);
    if (account === undefined)
      throw new Error('A provider is wanted for an account that is not connected');
    return account;
  };
  const ledger = createRequestLedger(deps.clock, (id) => quotas[accountOf(id).provider]);
  const wired = (
    id: AccountId,
  ): { readonly provider: CalendarProvider; readonly transport: Transport } => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const made = wire(deps, ledger, accountOf(id));
    known.set(id, made);
    return made;
  };
  return {
    ledger,
    provider: (id) => wired(id).provider,
    clockSkewMs: (id) => known.get(id)?.transport.clockSkewMs() ?? null,
    forget: (id) => void known.delete(id),
  };
}

function wire(
  deps: ProviderDeps,
  ledger: RequestLedger,
  account: Account,
): { readonly provider: CalendarProvider; readonly transport: Transport } {
  const apiRoot = deps.apiRoot(account);
  const transport = createTransport({
    ...deps,
    account: account.id,
    tokens: deps.tokens(account),
    ledger,
    apiRoot,
    classify: account.provider === 'microsoft' ? classifyMicrosoft : classifyGoogle,
    limits: limitsFor(account),
  });
  const provider =
    account.provider === 'microsoft'
      ? createMicrosoftProvider({ transport, apiRoot, clock: deps.clock })
      : createGoogleProvider({ transport, apiRoot });
  return { provider, transport };
}
