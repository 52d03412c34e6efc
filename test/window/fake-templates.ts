import type { Output } from '../../shared/ipc/contract.ts';
import { rule } from '../../shared/model/rule.ts';

export function ruleTemplateFor(name: string): Output<'ruleTemplate'> {
  return [
    rule.parse({ id: name, name: `From the template ${name}`, sources: ['*'], targets: ['*'] }),
  ];
}
