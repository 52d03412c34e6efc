import type { activityCalls } from '../../../shared/ipc/activity.ts';
import { activityPage } from '../activity-page.ts';
import { verifyActivity } from '../verify-activity.ts';
import { eraseEverything } from '../erase-everything.ts';
import { auditText } from '../audit-text.ts';
import { auditExport, exportEverything } from '../../profile/export-everything.ts';
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
      const saved = await desktop.saveFile(`umbra-activity.${format}`, auditText(app, format));
      if (saved) auditExport(app.profile, 'log');
      return { saved };
    },
    health: () => Promise.resolve(healthOf(app)),
    exportData: async () => {
      const text = exportEverything(app.profile, app.options.version);
      const saved = await desktop.saveFile('umbra-data.json', text);
      if (saved) auditExport(app.profile, 'data');
      return { saved };
    },
    eraseEverything: async ({ removeBlocks }) => ({
      left: await eraseEverything(app, removeBlocks),
    }),
  };
}
