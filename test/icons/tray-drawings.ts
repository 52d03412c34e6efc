/** The tray's four pictures on a grid of 16: an event that casts a shadow, and what stands in the shadow's place. */
export const trayStates = ['ok', 'syncing', 'paused', 'attention'] as const;
export type TrayState = (typeof trayStates)[number];

const event = '<rect x="1" y="1.5" width="10" height="8" rx="2"/>';

const inTheShadow: Readonly<Record<TrayState, (accent: string) => string>> = {
  ok: () =>
    '<path opacity="0.5" d="M12.5 6h.5a2 2 0 0 1 2 2v4.5a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V11h5.5a2 2 0 0 0 2-2Z"/>',
  syncing: () =>
    [3.2, 8, 12.8]
      .map((x, place) => `<circle cx="${x}" cy="13" r="1.5" opacity="${0.4 + 0.3 * place}"/>`)
      .join(''),
  paused: () =>
    '<rect x="9" y="10.5" width="2.2" height="5" rx="0.8"/><rect x="12.6" y="10.5" width="2.2" height="5" rx="0.8"/>',
  attention: (accent) =>
    `<g fill="${accent}"><rect x="12.5" y="1.5" width="2.5" height="8" rx="1.2"/><circle cx="13.75" cy="12.5" r="1.6"/></g>`,
};

/** The drawing in one colour. `accent` is the colour of what asks for the user; template images have none. */
export function trayDrawing(state: TrayState, color: string, accent: string): string {
  const parts = event + inTheShadow[state](accent);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" fill="${color}">${parts}</svg>`;
}
