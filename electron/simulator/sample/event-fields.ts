/** Turns what the data says of an event into all the fields that a calendar shows: people, links, agendas. */
import type { WorldAttendee, WorldFields, WorldResponse, WorldTime } from '../world/types.ts';
import { helena, type CalendarKey, type CastAccount } from './cast.ts';
import { between, pick, several } from './chance.ts';
import { colleagues, type Person } from './colleagues.ts';
import type { Traits } from './meeting-kind.ts';
import { castOf, type Stage } from './stage.ts';

const answers: readonly WorldResponse[] = ['accepted', 'accepted', 'tentative', 'notResponded'];

export function eventFields(
  stage: Stage,
  key: CalendarKey,
  title: string,
  time: WorldTime,
  traits: Traits,
): WorldFields {
  const { account } = castOf(key);
  const guests = several(stage.random, colleagues(account.key), traits.people ?? 0);
  const response = traits.response ?? ownAnswer(stage, guests.length);
  const others = guests.map((one) => ({ ...one, response: pick(stage.random, answers) ?? 'none' }));
  return {
    title,
    description: traits.description ?? '',
    location: traits.location ?? '',
    time,
    showAs: traits.showAs ?? 'busy',
    sensitivity: traits.sensitivity ?? 'normal',
    response,
    cancelled: traits.cancelled ?? false,
    categories: traits.categories ?? [],
    colorId: traits.colorId ?? null,
    ...meetingParts(account, response, guests, others),
    onlineMeetingUrl: traits.online === true ? meetingLink(stage, account) : null,
    reminderMinutes: traits.reminderMinutes ?? (time.kind === 'timed' ? 15 : null),
    eventType: traits.eventType ?? 'default',
    properties: {},
  };
}

/** Who answers nothing in particular has invited the others herself, or has accepted. */
function ownAnswer(stage: Stage, guests: number): WorldResponse {
  if (guests === 0) return 'none';
  return stage.random() < 0.4 ? 'organizer' : 'accepted';
}

function meetingParts(
  account: CastAccount,
  response: WorldResponse,
  guests: readonly Person[],
  others: readonly WorldAttendee[],
): Pick<WorldFields, 'organizer' | 'attendees'> {
  const [host] = guests;
  const me = { name: helena, email: account.email };
  if (host === undefined) return { organizer: response === 'none' ? null : me, attendees: [] };
  return response === 'organizer'
    ? { organizer: me, attendees: others }
    : {
        organizer: { name: host.name, email: host.email },
        attendees: [{ ...me, response }, ...others.filter(({ email }) => email !== host.email)],
      };
}

function meetingLink(stage: Stage, account: CastAccount): string {
  const domain = account.email.slice(account.email.indexOf('@') + 1);
  return `https://meet.${domain}/${between(stage.random, 100_000, 999_999)}`;
}
