import { assertNever } from '../../../shared/model/brand.ts';
import type { CalendarProvider, Write } from '../../ports/provider.ts';
import type { Transport } from '../transport/types.ts';
import { GoogleApi } from './api.ts';
import { applyWrites } from './apply.ts';
import { deleteBlock, updateBlock } from './change-block.ts';
import { createBlock } from './create-block.ts';
import { findAllBlocks, findBlock } from './find-blocks.ts';
import { listCalendars } from './list-calendars.ts';
import { pullGoogle } from './pull.ts';
import type { Outcome } from './write-outcome.ts';

export interface GoogleDeps {
  readonly transport: Transport;
  /** Without the API's version: `https://www.googleapis.com`. */
  readonly apiRoot: string;
}

/** Google Calendar v3, for one account. */
export function createGoogleProvider({ transport, apiRoot }: GoogleDeps): CalendarProvider {
  const api = new GoogleApi(apiRoot, transport);
  const carryOut = (write: Write, signal: AbortSignal): Promise<Outcome> => {
    switch (write.kind) {
      case 'create':
        return createBlock(api, write, signal);
      case 'update':
        return updateBlock(api, write, signal);
      case 'delete':
        return deleteBlock(api, write, signal);
      default:
        return assertNever(write);
    }
  };
  return {
    listCalendars: (signal) => listCalendars(api, signal),
    pull: (request, signal) => pullGoogle(api, request, signal),
    apply: (writes, journal, signal) =>
      applyWrites(writes, journal, (write) => carryOut(write, signal), signal),
    findBlock: (write, signal) => findBlock(api, write, signal),
    findAllBlocks: (calendar, signal) => findAllBlocks(api, calendar, signal),
  };
}
