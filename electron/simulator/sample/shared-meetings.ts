/** Meetings to which Helena is invited in several of her mailboxes: one UID, an own answer in each. */
import type { CalendarKey } from './cast.ts';
import type { Traits } from './meeting-kind.ts';
import type { WorldResponse } from '../world/types.ts';

export interface SharedMeeting extends Traits {
  readonly title: string;
  /** Null for a single meeting. */
  readonly rule: string | null;
  readonly from: number;
  readonly at: string;
  readonly minutes: number;
  readonly zone: string;
  readonly invited: Readonly<Partial<Record<CalendarKey, WorldResponse>>>;
}

export const sharedMeetings: readonly SharedMeeting[] = [
  {
    title: 'Supervisory board – Nordwall / Harrow Vale',
    rule: 'FREQ=MONTHLY;BYDAY=3TU',
    from: -100,
    at: '14:00',
    minutes: 180,
    zone: 'Europe/Berlin',
    people: 8,
    invited: { nordwall: 'accepted', harrow: 'accepted', advisory: 'notResponded' },
    location: 'Sitzungssaal 5. OG',
  },
  {
    title: 'Audit committee',
    rule: 'FREQ=WEEKLY;INTERVAL=4;BYDAY=WE',
    from: -60,
    at: '16:00',
    minutes: 90,
    zone: 'Europe/London',
    people: 5,
    online: true,
    invited: { harrow: 'organizer', nordwall: 'accepted' },
  },
  {
    title: 'Meridor × Harrow Vale: quarterly business review',
    rule: null,
    from: 19,
    at: '10:00',
    minutes: 120,
    zone: 'America/New_York',
    people: 6,
    online: true,
    invited: { meridor: 'accepted', harrow: 'tentative', advisory: 'accepted' },
  },
  {
    title: 'Stiftungsrat: Vorbesprechung',
    rule: null,
    from: 58,
    at: '17:00',
    minutes: 60,
    zone: 'Europe/Zurich',
    people: 3,
    invited: { arvensis: 'accepted', private: 'accepted' },
  },
  {
    title: 'Kestrelworks board dinner',
    rule: null,
    from: 43,
    at: '18:30',
    minutes: 180,
    zone: 'America/Los_Angeles',
    people: 4,
    invited: { kestrel: 'accepted', outlook: 'accepted' },
  },
  {
    title: 'Mandat Lindroth: Beiratssitzung',
    rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TH',
    from: -40,
    at: '13:00',
    minutes: 60,
    zone: 'Europe/Berlin',
    people: 4,
    online: true,
    invited: { advisory: 'organizer', nordwall: 'declined' },
  },
];
