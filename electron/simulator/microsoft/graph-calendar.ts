import type { WorldAccount, WorldCalendar } from '../world/types.ts';
import { calendarName } from './graph-ids.ts';

/** A calendar in Graph's words, as its owner or a guest lists it. `account` is the owner. */
export function graphCalendar(calendar: WorldCalendar, account: WorldAccount): object {
  const canEdit = calendar.access === 'owner' || calendar.access === 'writer';
  return {
    id: calendarName(calendar.id),
    name: calendar.name,
    color: 'auto',
    hexColor: calendar.color,
    isDefaultCalendar: calendar.isDefault,
    canEdit,
    canShare: canEdit,
    canViewPrivateItems: true,
    isRemovable: !calendar.isDefault,
    owner: { name: account.name, address: account.email },
  };
}
