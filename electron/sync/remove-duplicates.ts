import type { Write } from '../ports/provider.ts';
import type { CycleScene } from './cycle-scene.ts';
import type { EngineDeps } from './engine-deps.ts';
import type { AccountPull } from './pulls.ts';

/**
 * Removes second events that carry a key which already has its event (two devices, or a copy made by hand that was
 * left unchanged). What can't be removed now is found again: a calendar
 * with duplicates is read completely in the next cycle.
 */
export async function removeDuplicates(
  deps: EngineDeps,
  scene: CycleScene,
  pulled: readonly AccountPull[],
  signal: AbortSignal,
): Promise<void> {
  await Promise.all(
    pulled.map(async ({ account, calendars }) => {
      const duplicates = calendars.flatMap((pull) =>
        pull.kind === 'read' ? pull.absorbed.duplicates : [],
      );
      const writes = duplicates.flatMap(({ target, block }): Write[] => {
        const calendar = scene.byId.get(target);
        return calendar === undefined
          ? []
          : [
              {
                kind: 'delete',
                ref: `duplicate ${target} ${block.remoteId}`,
                calendar,
                remoteId: block.remoteId,
                etag: block.etag,
                marker: block.marker,
              },
            ];
      });
      if (writes.length === 0) return;
      await deps
        .provider(account)
        .apply(writes, { before: () => undefined, after: () => undefined }, signal);
    }),
  );
}
