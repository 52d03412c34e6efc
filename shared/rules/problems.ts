/** Problems of the rules at hand, by the place that each names: `rules[2].mask.template`. */
export interface Problem {
  readonly place: string;
  readonly reason: string;
}

/** The problems of one rule, their places told from the rule. */
export function problemsOfRule(problems: readonly Problem[], index: number): readonly Problem[] {
  const prefix = `rules[${index}]`;
  return problems.flatMap(({ place, reason }) => {
    if (place === prefix) return [{ place: '', reason }];
    return place.startsWith(`${prefix}.`)
      ? [{ place: place.slice(prefix.length + 1), reason }]
      : [];
  });
}

/** The reasons at a field or anywhere below it. */
export function reasonsAt(problems: readonly Problem[], field: string): readonly string[] {
  return problems.filter(({ place }) => within(place, field)).map(({ reason }) => reason);
}

/** The reasons that belong to a node of the condition tree itself, not to a child of it. */
export function reasonsAtNode(
  problems: readonly Problem[],
  place: string,
  isGroup: boolean,
): readonly string[] {
  if (!isGroup) return reasonsAt(problems, place);
  const child = /^\.(all|any|none)\[/;
  return problems
    .filter((one) => within(one.place, place) && !child.test(one.place.slice(place.length)))
    .map(({ reason }) => reason);
}

/** Those that none of the fields on the screen shows. */
export function elsewhere(
  problems: readonly Problem[],
  fields: readonly string[],
): readonly Problem[] {
  return problems.filter(({ place }) => !fields.some((field) => within(place, field)));
}

function within(place: string, field: string): boolean {
  return place === field || place.startsWith(`${field}.`) || place.startsWith(`${field}[`);
}
