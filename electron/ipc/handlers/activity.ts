import type { activityCalls } from '../../../shared/ipc/activity.ts';
import { activityPage } from '../activity-page.ts';
import { verifyActivity } from '../verify-activity.ts';
import { requireExport } from '../../profile/policy-guard.ts';
import { eraseEverything } from '../erase-everything.ts';
import { auditText, everything } from '../export-data.ts';
import { healthOf } from '../health.ts';
import type { RunningApp } from '../running-app.ts';
import type { Handlers } from './handler.ts';

/** What was done, how well it goes, and everything that the program holds. */
export function activityHandlers(app: RunningApp): Pick<Handlers, keyof typeof activityCalls> {
  const { desktop } = app.options;
  return {
    activity: (wish) => Promise.resolve(activityPage(app, wish)),
    verifyActivity: () => Promise.resolve(verifyActivity(app)),
    exportActivity: async ({ format }) => {
      requireExport(app.profile);
      return { saved: await desktop.saveFile(`umbra-activity.${format}`, auditText(app, format)) };
    },
    health: () => Promise.resolve(healthOf(app)),
    exportData: async () => {
      requireExport(app.profile);
      return { saved: await desktop.saveFile('umbra-data.json', everything(app)) };
    },
    eraseEverything: async ({ removeBlocks }) => ({
      left: await eraseEverything(app, removeBlocks),
    }),
  };
}
