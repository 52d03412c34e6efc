import { rule, type Rule } from '../../../shared/model/rule.ts';
import { sampleLabels } from '../../profile/sample-accounts.ts';

/** A mesh over everything that shows "Busy", a hub that names the account, and one pair that shows titles. */
export function sampleRules(hub: string, personal: string, family: string): readonly Rule[] {
  const byAccount = Object.fromEntries(
    Object.values(sampleLabels).map((label) => [`${label}/*`, label]),
  );
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
