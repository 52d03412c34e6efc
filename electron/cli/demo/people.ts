import type { Account } from '../../../shared/model/account.ts';
import { accountIdOf } from '../../../shared/model/ids.ts';
import { rule, type Rule } from '../../../shared/model/rule.ts';
import type { World } from '../../simulator/world/types.ts';
import type { SampleClouds } from '../sample-clouds.ts';

/** What the sample person calls her accounts, by the domain that tells them apart. */
const labels: Readonly<Record<string, string>> = {
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

export function sampleAccounts(world: World, clouds: SampleClouds): readonly Account[] {
  return world.accounts().map(({ email, cloud }) => ({
    id: accountIdOf(cloud, email),
    provider: cloud,
    label: labels[email] ?? email,
    email,
    baseUrl: clouds.rootOf(cloud),
    credential: { kind: 'sample' },
  }));
}

/** A mesh over everything that shows "Busy", a hub that names the account, and one pair that shows titles. */
export function sampleRules(hub: string, personal: string, family: string): readonly Rule[] {
  const byAccount = Object.fromEntries(Object.values(labels).map((label) => [`${label}/*`, label]));
  return [
    rule.parse({
      id: 'mesh',
      name: 'Everything blocks everything',
      sources: ['*'],
      targets: ['*'],
    }),
    rule.parse({
      id: 'hub',
      name: 'The advisory calendar shows whose meeting it is',
      sources: ['*'],
      targets: [hub],
      mask: { level: 'labelled', label: 'Elsewhere', labels: byAccount },
    }),
    rule.parse({
      id: 'family',
      name: 'The family sees what is on privately',
      sources: [personal],
      targets: [family],
      mask: { level: 'title' },
    }),
  ];
}
