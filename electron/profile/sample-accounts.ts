import type { Account } from '../../shared/model/account.ts';
import { accountIdOf } from '../../shared/model/ids.ts';
import type { World } from '../simulator/world/types.ts';
import type { SampleClouds } from './sample-clouds.ts';

/** What the sample person calls her accounts, by the domain that tells them apart. */
export const sampleLabels: Readonly<Record<string, string>> = {
  'helena.brandt@nordwall-energie.example': 'Nordwall',
  'hbrandt@harrowvale.example': 'Harrowvale',
  'helena.brandt@meridor-robotics.example': 'Meridor',
  'h.brandt@arvensis-stiftung.example': 'Arvensis',
  'helena.brandt@outlook.example': 'Outlook',
  'familie.brandt@outlook.example': 'Family',
  'helena@brandt-advisory.example': 'Advisory',
  'helena.brandt@kestrelworks.example': 'Kestrel',
  'helena.brandt@postfach.example': 'Private',
};

/** The sample person's accounts, as the settings keep them. */
export function sampleAccounts(world: World, clouds: SampleClouds): readonly Account[] {
  return world.accounts().map(({ email, cloud }) => ({
    id: accountIdOf(cloud, email),
    provider: cloud,
    label: sampleLabels[email] ?? email,
    email,
    baseUrl: clouds.rootOf(cloud),
    credential: { kind: 'sample' },
  }));
}
