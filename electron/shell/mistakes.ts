/** What the guard needs of `process`. */
export interface MistakenProcess {
  on(
    event: 'uncaughtException' | 'unhandledRejection',
    listener: (error: unknown) => void,
  ): unknown;
}

/**
 * Takes what nobody caught. Electron would show a dialog with the error's message, which may quote an event; we report its
 * place and go on: what the engine had under way stands in its journal (security.md E2).
 */
export function catchMistakes(
  process: MistakenProcess,
  report: (where: string, what: string, error: unknown) => void,
): void {
  process.on('uncaughtException', (error) => report('program', 'failed', error));
  process.on('unhandledRejection', (error) => report('program', 'failed', error));
}
