/** Which calendars are in sight. */
export interface Layers {
  readonly hidden: ReadonlySet<string>;
  /** Only these, for a moment; the hidden ones come back as they were. */
  readonly solo: ReadonlySet<string> | null;
}

export const allLayers: Layers = { hidden: new Set(), solo: null };

export function isShown(layers: Layers, calendar: string): boolean {
  return layers.solo === null ? !layers.hidden.has(calendar) : layers.solo.has(calendar);
}

/** Shows or hides calendars together. Doing so ends a solo and keeps what it showed. */
export function setShown(
  layers: Layers,
  calendars: readonly string[],
  shown: boolean,
  every: readonly string[],
): Layers {
  const hidden = new Set(every.filter((calendar) => !isShown(layers, calendar)));
  for (const calendar of calendars) {
    if (shown) hidden.delete(calendar);
    else hidden.add(calendar);
  }
  return { hidden, solo: null };
}

/** Only these calendars; the same ones again: all as before. */
export function toggleSolo(layers: Layers, calendars: readonly string[]): Layers {
  const wanted = new Set(calendars);
  const same = layers.solo !== null && layers.solo.symmetricDifference(wanted).size === 0;
  return { ...layers, solo: same ? null : wanted };
}
