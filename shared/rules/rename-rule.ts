import { freshId, type RuleList } from './rule-list.ts';

/** Another name; a rule that was never saved gets an id that fits it, since no block carries the old one yet. */
export function renameRule(
  rules: RuleList,
  id: string,
  name: string,
  isSaved: boolean,
): { readonly rules: RuleList; readonly id: string } {
  const others = rules.filter((one) => one.id !== id).map((one) => one.id);
  const nextId = isSaved ? id : freshId(name, others);
  return {
    rules: rules.map((one) =>
      one.id === id ? { ...one, name, id: isSaved ? one.id : freshId(name, others) } : one,
    ),
    id: nextId,
  };
}
