import type { Page } from 'playwright-core';

/** What says that a part is chosen, on, in sight, missed, or not to be used; where it does so by its look. */
const told = {
  'aria-pressed': "[aria-pressed='true']",
  'aria-selected': "[aria-selected='true']",
  'aria-checked': "[role][aria-checked='true'], [role][aria-checked='mixed']",
  // The days of the calendar library are marked within.
  'aria-current': "[aria-current='page'], [aria-current='step'], button[aria-current='date']",
  'data-highlighted': '[data-highlighted]',
  'data-chosen': '[data-chosen]',
  'data-today': '[data-today]',
  'data-verdict': "[data-verdict='missed']",
  disabled: ':disabled',
} as const;
/** Each of them, and those that the library of parts sets beside. */
const states = [
  ...Object.keys(told),
  'data-pressed',
  'data-checked',
  'data-indeterminate',
  'data-disabled',
];

interface Part {
  readonly mark: string;
  readonly words: string;
}

/**
 * The parts within another that would look the same, to the pixel, without the state that they are in; one of each kind.
 * `seen` are kinds that need no second look.
 */
export async function stateless(page: Page, within: string, seen: Set<string>): Promise<string[]> {
  const found: string[] = [];
  for (const [state, selector] of Object.entries(told))
    for (const { mark, words } of await kindsOf(page, selector, within, state, seen))
      if (!(await differs(page, mark, () => take(page, mark)))) found.push(`${state}: ${words}`);
  return found;
}

/** The same of parts that the keyboard reaches, with and without the focus. */
export async function unfocused(page: Page, within: string, seen: Set<string>): Promise<string[]> {
  const focusable = 'a[href], button, input, textarea, select, summary, [tabindex]';
  // From here on the focus shows, as it does for whoever uses keys.
  await page.keyboard.press('Shift');
  const found: string[] = [];
  for (const { mark, words } of await kindsOf(page, focusable, within, 'focus', seen)) {
    const focus = (): Promise<void> =>
      page.locator(mark).evaluate((part) => (part as HTMLElement).focus());
    if (!(await differs(page, mark, focus))) found.push(`focus: ${words}`);
  }
  return found;
}

/** Marks the first part of each new kind, so that it is found again. */
async function kindsOf(
  page: Page,
  selector: string,
  within: string,
  state: string,
  seen: Set<string>,
): Promise<Part[]> {
  const parts = await page.evaluate(
    ([selector, within, state, known]) => {
      const kinds = new Set(known);
      const found: { kind: string; words: string; mark: string }[] = [];
      for (const root of document.querySelectorAll(within))
        for (const part of root.querySelectorAll<HTMLElement>(selector)) {
          const { width, height } = part.getBoundingClientRect();
          const kind = [state, part.tagName, part.className, part.getAttribute(state)].join(' ');
          const reached = state !== 'focus' || (part.tabIndex >= 0 && !part.matches(':disabled'));
          if (
            kinds.has(kind) ||
            !reached ||
            width < 4 ||
            height < 4 ||
            !part.checkVisibility({ visibilityProperty: true })
          )
            continue;
          kinds.add(kind);
          const mark = `${state}-${kinds.size}`;
          part.setAttribute('data-looked', `${part.getAttribute('data-looked') ?? ''} ${mark}`);
          found.push({
            kind,
            words: part.outerHTML.slice(0, 160),
            mark: `[data-looked~="${mark}"]`,
          });
        }
      return found;
    },
    [selector, within, state, [...seen]] as const,
  );
  for (const { kind } of parts) seen.add(kind);
  return parts;
}

async function differs(page: Page, mark: string, act: () => Promise<void>): Promise<boolean> {
  const part = page.locator(mark);
  await part.scrollIntoViewIfNeeded();
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  const clip = await part.evaluate((one) => {
    // A radio is a small part of the card that shows its focus.
    const { x, y, width, height } = (one.closest('label') ?? one).getBoundingClientRect();
    return { x: Math.max(0, x - 6), y: Math.max(0, y - 6), width: width + 12, height: height + 12 };
  });
  const before = await page.screenshot({ clip });
  await act();
  const after = await page.screenshot({ clip });
  await page.evaluate(() => dispatchEvent(new Event('look-over')));
  return !before.equals(after);
}

/** Takes its states from a part and from what lies in it, until the look is over. */
async function take(page: Page, mark: string): Promise<void> {
  await page.locator(mark).evaluate((part, states) => {
    for (const one of [part, ...part.querySelectorAll('*')])
      for (const state of states) {
        const value = one.getAttribute(state);
        if (value === null) continue;
        one.removeAttribute(state);
        addEventListener('look-over', () => one.setAttribute(state, value), { once: true });
      }
  }, states);
}
