/** All-day and multi-day events, counted in days from today. */
import type { DayKind } from './meeting-kind.ts';

export const dayKinds: readonly DayKind[] = [
  day('leadership', 'Urlaub Ostermann', 2, 10, { showAs: 'free' }),
  day('leadership', 'Urlaub Rennert', 20, 5, { showAs: 'free' }),
  day('leadership', 'Klausur Führungskreis', 33, 2, { people: 9, location: 'Gut Seehof' }),
  day('leadership', 'Inventur', 60, 3, { showAs: 'free' }),
  day('nordwall', 'Dienstreise Rotterdam', 11, 2, { showAs: 'oof', location: 'Rotterdam' }),
  day('nordwall', 'Hauptversammlung', 47, 1, { people: 9, categories: ['Vorstand'] }),
  day('nordwall', 'Urlaub', 68, 8, { showAs: 'oof' }),
  day('nordwall', 'Homeoffice', 4, 1, { showAs: 'workingElsewhere' }),
  day('harrow', 'Partner offsite', 26, 3, { people: 5, showAs: 'oof', location: 'Cotswold barn' }),
  day('harrow', 'Fund close (hold)', 54, 1, { showAs: 'tentative', response: 'tentative' }),
  day('meridor', 'Factory week', 40, 5, { showAs: 'workingElsewhere', location: 'Columbus' }),
  day('meridor', 'Automation days', 75, 4, { showAs: 'busy', people: 4, response: 'accepted' }),
  day('atlas', 'Code freeze', 13, 7, { showAs: 'free' }),
  day('atlas', 'Code freeze', 55, 7, { showAs: 'free' }),
  day('arvensis', 'Stiftungsratssitzung', 61, 2, { people: 5, location: 'Zürich' }),
  day('outlook', 'Umzug Schwester', 18, 1, { showAs: 'tentative' }),
  day('family', 'Schulferien', 29, 14, { showAs: 'free' }),
  day('family', 'Ski', 69, 7, { people: 3, location: 'Oberstein' }),
  day('family', 'Lotte Klassenfahrt', 16, 4, { showAs: 'free' }),
  day('advisory', 'Konferenz „Mittelstand morgen“', 36, 3, {
    people: 3,
    location: 'Leipzig',
    response: 'accepted',
  }),
  day('advisory', 'Abwesend', 68, 8, { eventType: 'outOfOffice', showAs: 'oof' }),
  day('advisory', 'Messe', 82, 2, { showAs: 'free' }),
  day('travel', 'London', 7, 2, {}),
  day('travel', 'Hotel Rotterdam', 11, 1, { showAs: 'free' }),
  day('travel', 'New York', 40, 6, {}),
  day('travel', 'Zürich', 61, 2, {}),
  day('travel', 'Leipzig', 36, 3, { showAs: 'free' }),
  day('kestrel', 'Company holiday', 31, 1, { eventType: 'outOfOffice', showAs: 'oof' }),
  day('kestrel', 'Hack week', 49, 5, { response: 'notResponded', people: 4 }),
  day('private', 'Wochenende mit Friederike', 25, 2, { people: 1 }),
  day('club', 'Chorfahrt', 53, 3, { people: 4, location: 'Werder' }),
];

/** Flights and night trains, `[calendar day from today, wall-clock departure, minutes]`: some run over midnight. */
export const journeys: readonly {
  readonly title: string;
  readonly from: number;
  readonly at: string;
  readonly minutes: number;
}[] = [
  { title: 'Flug BER–LHR', from: 7, at: '06:50', minutes: 125 },
  { title: 'Flug LHR–BER', from: 8, at: '21:40', minutes: 110 },
  { title: 'Zug nach Rotterdam', from: 10, at: '15:30', minutes: 400 },
  { title: 'Flug FRA–JFK', from: 40, at: '17:10', minutes: 530 },
  { title: 'Nachtflug JFK–FRA', from: 45, at: '22:45', minutes: 460 },
  { title: 'Nachtzug nach Zürich', from: 60, at: '20:55', minutes: 690 },
  { title: 'Nachtzug nach Berlin', from: 62, at: '19:59', minutes: 700 },
  { title: 'Mietwagen', from: 36, at: '08:00', minutes: 120 },
];

/** Month and day of days that are marked each year. */
export const holidays: readonly (readonly [string, string])[] = [
  ['01-01', 'Neujahr'],
  ['01-06', 'Heilige Drei Könige'],
  ['02-14', 'Valentinstag'],
  ['03-08', 'Internationaler Frauentag'],
  ['04-30', 'Walpurgisnacht'],
  ['05-01', 'Tag der Arbeit'],
  ['06-24', 'Johannistag'],
  ['08-08', 'Augsburger Friedensfest'],
  ['08-15', 'Mariä Himmelfahrt'],
  ['09-20', 'Weltkindertag'],
  ['10-03', 'Tag der Deutschen Einheit'],
  ['10-31', 'Reformationstag'],
  ['11-01', 'Allerheiligen'],
  ['11-11', 'Martinstag'],
  ['12-06', 'Nikolaus'],
  ['12-24', 'Heiligabend'],
  ['12-25', '1. Weihnachtstag'],
  ['12-26', '2. Weihnachtstag'],
  ['12-31', 'Silvester'],
];

/** Whose birthday comes how many days from today. */
export const birthdays: readonly (readonly [string, number])[] = [
  ['Friederike', 5],
  ['Nils', 17],
  ['Oma Inge', 23],
  ['Carsten', 38],
  ['Beate', 52],
  ['Markus', 64],
  ['Svenja', 81],
];

function day(
  calendar: DayKind['calendar'],
  title: string,
  from: number,
  days: number,
  more: Partial<DayKind>,
): DayKind {
  return { calendar, title, from, days, ...more };
}
