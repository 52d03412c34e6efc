import type { policyCalls } from '../../../shared/ipc/policy.ts';
import { policyPage, policyText } from '../policy-page.ts';
import type { RunningApp } from '../running-app.ts';
import type { Handlers } from './handler.ts';

/** What the organisation decides. Nothing can be changed from here. */
export function policyHandlers(app: RunningApp): Pick<Handlers, keyof typeof policyCalls> {
  return {
    policy: () => Promise.resolve(policyPage(app)),
    exportPolicy: async () => ({
      saved: await app.options.desktop.saveFile('umbra-policy.json', policyText(app)),
    }),
  };
}
