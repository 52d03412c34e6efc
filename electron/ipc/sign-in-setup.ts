import { UserError } from '../../shared/errors/errors.ts';
import type { Registration, SignInSetup } from '../../shared/ipc/sign-in-setup.ts';
import { microsoftCloud, type MicrosoftCloud } from '../../shared/model/account.ts';
import type {
  ClientConfig,
  GoogleClient,
  MicrosoftClient,
} from '../../shared/model/client-config.ts';
import { nothingGiven, type SignInGiven } from '../profile/sign-in-choices.ts';
import { reachableOf } from './account-views.ts';
import type { RunningApp } from './running-app.ts';

/** Under which client ids people sign in, and what becomes of their sign-ins on this computer. */
export function readSignInSetup(app: RunningApp): SignInSetup {
  const { packaged, managed, requireKeychain } = givenTo(app);
  const sources = [
    ['policy', managed],
    ['settings', app.profile.settings.read().clients],
    ['package', packaged],
  ] as const;
  const first = (found: readonly (Registration | null)[]): readonly Registration[] =>
    found.filter((one) => one !== null).slice(0, 1);
  return {
    registrations: [
      ...microsoftCloud.options.flatMap((cloud) =>
        first(sources.map(([from, { microsoft }]) => atMicrosoft(from, cloud, microsoft[cloud]))),
      ),
      ...first(sources.map(([from, { google }]) => atGoogle(from, google))),
    ],
    keeping: app.options.signIn?.keeping() ?? null,
    mayKeepUnprotected: !requireKeychain,
  };
}

/** Takes the user's own client id; null takes it back. Sign-ins use it from now on. */
export function saveClient(
  app: RunningApp,
  change:
    | {
        readonly provider: 'microsoft';
        readonly cloud: MicrosoftCloud;
        readonly client: MicrosoftClient | null;
      }
    | { readonly provider: 'google'; readonly client: GoogleClient | null },
): void {
  const { settings } = app.profile;
  const { microsoft, google } = settings.read().clients;
  if (change.provider === 'google')
    settings.saveClients({
      microsoft,
      ...(change.client === null ? {} : { google: change.client }),
    });
  else {
    const others = Object.entries(microsoft).filter(([cloud]) => cloud !== change.cloud);
    const own = change.client === null ? [] : [[change.cloud, change.client]];
    settings.saveClients({
      microsoft: Object.fromEntries([...others, ...own]) as ClientConfig['microsoft'],
      ...(google === undefined ? {} : { google }),
    });
  }
  app.nudge();
  app.changed('settings', 'accounts');
}

/** The user's word on sign-ins that this machine can't protect (security.md S2). A policy may have the last one. */
export async function keepUnprotected(app: RunningApp, keep: boolean): Promise<void> {
  if (keep && givenTo(app).requireKeychain) throw new UserError('vault.keychainRequired');
  app.profile.settings.saveKeepUnprotected(keep);
  await app.options.signIn?.reconsider();
  app.changed('settings', 'accounts');
}

/** A ready letter to the administrator of an account's organisation. Throws where nobody administers it. */
export function adminRequest(
  app: RunningApp,
  id: string,
): { readonly text: string; readonly link: string } {
  const account = reachableOf(app, id);
  const request = app.options.signIn?.adminRequest(account) ?? null;
  if (request === null) throw new UserError('sign-in.no-admin', { label: account.label });
  return { text: request.text, link: request.link };
}

function givenTo({ options }: RunningApp): SignInGiven {
  return options.given?.() ?? nothingGiven;
}

function atMicrosoft(
  from: Registration['from'],
  cloud: MicrosoftCloud,
  client: MicrosoftClient | undefined,
): Registration | null {
  if (client === undefined) return null;
  const { clientId, tenant } = client;
  return { provider: 'microsoft', cloud, clientId, tenant, hasSecret: false, from };
}

function atGoogle(
  from: Registration['from'],
  client: GoogleClient | undefined,
): Registration | null {
  if (client === undefined) return null;
  const hasSecret = client.clientSecret !== undefined;
  return {
    provider: 'google',
    cloud: null,
    clientId: client.clientId,
    tenant: null,
    hasSecret,
    from,
  };
}
