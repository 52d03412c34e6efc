import { reasonsAt, type Problem } from './problems.ts';
import { matchRank } from './selectors.ts';
import { meansDomain } from './domain-selectors.ts';
import type { CalendarChoice } from './calendar-choices.ts';

/** How a row of the calendar picker stands: chosen itself, through a wider choice above it, or not. */
export type Standing = 'chosen' | 'covered' | 'open';

export function standingOf(selectors: readonly string[], row: string): Standing {
  if (selectors.includes(row)) return 'chosen';
  return selectors.some((selector) => covers(selector, row)) ? 'covered' : 'open';
}

/** Chooses a row, which makes the narrower ones below it needless, or takes it out again. */
export function toggleSelector(selectors: readonly string[], row: string): readonly string[] {
  if (selectors.includes(row)) return selectors.filter((selector) => selector !== row);
  return [...selectors.filter((selector) => !covers(row, selector)), row];
}

/** Whether everything that `narrow` means is meant by `wide` too. */
function covers(wide: string, narrow: string): boolean {
  if (wide === narrow) return false;
  if (wide === '*') return true;
  if (!wide.endsWith('/*')) return false;
  return narrow !== '*' && !narrow.endsWith('/*') && matchRank(wide, narrow) > 0;
}

/** A selector in words. */
export function saySelector(selector: string): string {
  if (selector === '*') return 'Every calendar';
  return selector.endsWith('/*') ? `Everything of ${selector.slice(0, -2)}` : selector;
}

/** Several selectors in one short phrase. */
export function saySelectors(selectors: readonly string[]): string {
  const [first, second] = selectors;
  if (first === undefined) return 'no calendar yet';
  const words = saySelector(first);
  if (second === undefined)
    return selectors.length === 1 && first === '*' ? 'every calendar' : words;
  if (selectors.length === 2) return `${words} and ${saySelector(second)}`;
  return `${words} and ${selectors.length - 1} more`;
}

/** Selectors that mean none of the calendars at hand, and were to mean one; they stay in the rule, and the picker lists them apart. */
export function strangers(
  selectors: readonly string[],
  choices: readonly CalendarChoice[],
): readonly string[] {
  return selectors.filter(
    (selector) =>
      selector !== '*' &&
      !meansDomain(selector) &&
      !choices.some(({ ref }) => matchRank(selector, ref) > 0),
  );
}

/** What is wrong with one side of a rule. A calendar that is gone is named without all those that are there: they can be chosen beside it. */
export function reasonsOfSide(
  problems: readonly Problem[],
  side: 'sources' | 'targets' | 'exclude',
  selectors: readonly string[],
  gone: readonly string[],
): readonly string[] {
  const places = new Map(gone.map((one) => [`${side}[${selectors.indexOf(one)}]`, one]));
  return problems.flatMap((problem) => {
    const lost = places.get(problem.place);
    return lost === undefined
      ? reasonsAt([problem], side)
      : [`There is no calendar “${lost}”. Choose another one or take it out.`];
  });
}
