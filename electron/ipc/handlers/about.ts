import type { aboutCalls } from '../../../shared/ipc/about.ts';
import type { RunningApp } from '../running-app.ts';
import { shippedComponents } from '../shipped-components.ts';
import type { Handlers } from './handler.ts';

const files = { bill: 'bill-of-materials.cdx.json', licences: 'licences.txt' } as const;

/** What this copy is made of, and whose work it is. */
export function aboutHandlers(app: RunningApp): Pick<Handlers, keyof typeof aboutCalls> {
  const { desktop } = app.options;
  return {
    components: async () => {
      const text = await desktop.shipped(files.bill);
      return { components: text === null ? null : mutable(shippedComponents(text)) };
    },
    saveNotices: async ({ what }) => {
      const text = await desktop.shipped(files[what]);
      return { saved: text !== null && (await desktop.saveFile(`umbra-${files[what]}`, text)) };
    },
  };
}

const mutable = <T>(list: readonly T[] | null): T[] | null => (list === null ? null : [...list]);
