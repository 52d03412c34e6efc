import { ok, type Result } from '../../ports/outcome.ts';
import type { Clock } from '../../ports/clock.ts';
import type { CalendarProvider, RemoteCalendar } from '../../ports/provider.ts';
import type { Transport } from '../transport/types.ts';
import { GraphApi } from './api.ts';
import { applyMicrosoft } from './apply.ts';
import { findAllBlocks, findBlock } from './find-blocks.ts';
import { walkList } from './pages.ts';
import { pullMicrosoft } from './pull.ts';
import { wireCalendar } from './wire-event.ts';

export interface MicrosoftProviderDeps {
  readonly transport: Transport;
  /** With its version: `https://graph.microsoft.com/v1.0`. */
  readonly apiRoot: string;
  readonly clock: Clock;
}

/** Microsoft Graph, for one account: Microsoft 365 in any cloud, and Outlook.com. */
export function createMicrosoftProvider({
  transport,
  apiRoot,
  clock,
}: MicrosoftProviderDeps): CalendarProvider {
  const api = new GraphApi(apiRoot, transport);
  return {
    listCalendars: (signal) => listCalendars(api, signal),
    pull: (request, signal) => pullMicrosoft(api, request, signal),
    apply: (writes, journal, signal) => applyMicrosoft({ api, clock }, writes, journal, signal),
    findBlock: (write, signal) => findBlock(api, write, signal),
    findAllBlocks: (calendar, signal) => findAllBlocks(api, calendar, signal),
  };
}

async function listCalendars(
  api: GraphApi,
  signal: AbortSignal,
): Promise<Result<readonly RemoteCalendar[]>> {
  const walked = await walkList(
    api,
    { kind: 'calendars', path: '/me/calendars?$top=100', prefer: [] },
    signal,
  );
  if (walked === 'expired') return { kind: 'malformed', code: 'graph-410' };
  if (walked.kind !== 'ok') return walked;
  const calendars = walked.value.items.flatMap((raw): RemoteCalendar[] => {
    const parsed = wireCalendar.safeParse(raw);
    if (!parsed.success) return [];
    const { id, name, canEdit, isDefaultCalendar, hexColor, owner } = parsed.data;
    return [
      {
        remoteId: id,
        name: name ?? 'Calendar',
        isDefault: isDefaultCalendar === true,
        canRead: true,
        canWrite: canEdit === true,
        zone: null,
        color: hexColor == null || hexColor === '' ? null : hexColor,
        ...(owner?.address == null ? {} : { owner: owner.address.toLowerCase() }),
      },
    ];
  });
  return ok(calendars);
}
