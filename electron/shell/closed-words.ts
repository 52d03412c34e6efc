/** Said once, when the window is closed for the first time. Not every desktop of Linux has a tray (security.md E6). */
export function closedWords(platform: NodeJS.Platform): {
  readonly title: string;
  readonly body: string;
} {
  const way =
    platform === 'linux'
      ? 'To see its window again, use its tray icon, or start Umbra once more where your desktop has no tray.'
      : 'Its icon beside the clock brings the window back.';
  return {
    title: 'Umbra goes on without its window',
    body: `So your calendars stay in step. ${way} To end it, choose Quit in its menu.`,
  };
}
