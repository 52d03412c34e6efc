import { allDone } from '../ports/all-done.ts';
import type { Write } from '../ports/provider.ts';
import type { CycleScene } from './cycle-scene.ts';
import type { EngineDeps } from './engine-deps.ts';
import type { AccountPull } from './pulls.ts';
import { removalJournal } from './removal-journal.ts';

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
  await allDone(
    pulled.map(async ({ account, calendars }) => {
      const duplicates = calendars.flatMap((pull) =>
        pull.kind === 'read' ? pull.absorbed.duplicates : [],
      );
      const byRef = new Map(
        duplicates.map((one) => [`duplicate ${one.target} ${one.block.remoteId}`, one]),
      );
      const writes = [...byRef].flatMap(([ref, { target, block }]): Write[] => {
        const calendar = scene.byId.get(target);
        return calendar === undefined
          ? []
          : [
              {
                kind: 'delete',
                ref,
                calendar,
                remoteId: block.remoteId,
                etag: block.etag,
                marker: block.marker,
              },
            ];
      });
      if (writes.length === 0) return;
      await deps.provider(account).apply(
        writes,
        removalJournal(deps, byRef, () => undefined),
        signal,
      );
    }),
  );
}
