import type { RulePreview } from '../../shared/ipc/rules.ts';
import { totals } from '../../shared/view/rule-impact.ts';
import { counted } from './rule-words.ts';

/** The dry run in one sentence, of what there is to do only: "Saving this creates 364 blocks and removes 12, in 23 requests." */
export function sayImpact({ impact, requests }: Pick<RulePreview, 'impact' | 'requests'>): string {
  const { create, change, remove } = totals(impact);
  const deeds = [
    ['creates', create],
    ['changes', change],
    ['removes', remove],
  ] as const;
  const parts = deeds
    .filter(([, count]) => count > 0)
    .map(([verb, count], index) =>
      index === 0 ? `${verb} ${counted(count, 'block')}` : `${verb} ${count.toLocaleString('en')}`,
    );
  if (parts.length === 0) return 'Saving this writes nothing.';
  const last = parts.pop() ?? '';
  const all = parts.length === 0 ? last : `${parts.join(', ')} and ${last}`;
  return `Saving this ${all}, in ${counted(requests, 'request')}.`;
}
