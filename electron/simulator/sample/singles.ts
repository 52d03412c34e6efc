/** Single meetings, strewn over the working days of each calendar. */
import type { SingleKind, Singles } from './meeting-kind.ts';

function kind(
  title: string,
  minutes: readonly number[],
  more: Partial<SingleKind> = {},
): SingleKind {
  return { title, minutes, people: 3, ...more };
}

export const strewnSingles: readonly Singles[] = [
  {
    calendar: 'nordwall',
    count: 130,
    hours: [8, 18],
    kinds: [
      kind('Abstimmung Netzentgelte', [30, 45], { online: true }),
      kind('Bewerbungsgespräch Leitung Recht', [60], { sensitivity: 'private', people: 2 }),
      kind('Übernahme Projekt Lachs – Due Diligence', [60, 90], {
        sensitivity: 'confidential',
        description: 'Zielgesellschaft nicht nennen. Kaufpreisrahmen im Datenraum.',
      }),
      kind('Rückfrage Aufsichtsrat', [15, 30], { people: 1 }),
      kind('Telefonat Landesministerium', [30], { people: 2, response: 'accepted' }),
      kind('Baustellenbegehung', [120, 180], { showAs: 'oof', location: 'Umspannwerk Süd' }),
      kind('Quartalszahlen – Probe', [45, 60], {
        people: 5,
        response: 'tentative',
        showAs: 'tentative',
      }),
      kind('Vorstellungsrunde neue Kollegen', [60], { people: 7, response: 'declined' }),
      kind('Workshop Wasserstoff', [180, 240], {
        people: 8,
        response: 'notResponded',
        showAs: 'tentative',
      }),
      kind('Abgesagt: Besuch Lieferant', [60], { cancelled: true, response: 'accepted' }),
      kind('Zug nach Hamburg', [105, 120], { showAs: 'workingElsewhere', people: 0 }),
    ],
  },
  {
    calendar: 'leadership',
    count: 40,
    hours: [9, 16],
    kinds: [
      kind('Gast im Führungskreis', [45], { people: 5 }),
      kind('Schulung Arbeitsschutz', [90, 120], {
        response: 'notResponded',
        showAs: 'tentative',
        people: 8,
      }),
      kind('Vorlage abgeben', [15], { showAs: 'free', people: 0 }),
    ],
  },
  {
    calendar: 'harrow',
    count: 70,
    hours: [8, 17],
    kinds: [
      kind('Management presentation', [90, 120], {
        people: 5,
        description: 'Target: code name Heron. Bid range in the deck.',
      }),
      kind('LP call', [30, 45], { online: true }),
      kind('Legal: SPA mark-up', [60], { sensitivity: 'confidential', online: true }),
      kind('Coffee with Fiona', [30], { people: 1, location: 'Lobby' }),
      kind('Advisor beauty parade', [60, 90], { response: 'tentative', showAs: 'tentative' }),
      kind('Cancelled: site visit', [120], { cancelled: true, response: 'accepted' }),
      kind('Exit options Wetherby', [60], { sensitivity: 'private', people: 2 }),
    ],
  },
  {
    calendar: 'meridor',
    count: 70,
    hours: [9, 17],
    kinds: [
      kind('Plant tour follow-up', [30, 45]),
      kind('Interview panel: VP Finance', [60], { people: 4, sensitivity: 'private' }),
      kind('Pricing deep dive', [60, 90], { online: true }),
      kind('Hold: customer visit', [120], {
        showAs: 'tentative',
        response: 'tentative',
        people: 0,
      }),
      kind('Union negotiation prep', [60], {
        sensitivity: 'confidential',
        description: 'Fallback positions attached. Do not share.',
      }),
      kind('All hands', [60], { people: 7, response: 'declined' }),
    ],
  },
  {
    calendar: 'atlas',
    count: 50,
    hours: [9, 17],
    kinds: [
      kind('Incident review', [45], { online: true }),
      kind('Vendor demo: grippers', [60], { response: 'notResponded', showAs: 'tentative' }),
      kind('Risk log walk-through', [30, 45], { response: 'accepted' }),
      kind('Go / no-go', [30], { people: 6 }),
    ],
  },
  {
    calendar: 'arvensis',
    count: 35,
    hours: [9, 18],
    kinds: [
      kind('Gespräch Gesuchsteller', [45, 60], { online: true }),
      kind('Nachfolge Präsidium', [60], { sensitivity: 'private', people: 2 }),
      kind('Vernissage', [120], {
        response: 'tentative',
        showAs: 'tentative',
        location: 'Kunsthalle am See',
      }),
      kind('Revision', [90], { people: 2 }),
    ],
  },
  {
    calendar: 'outlook',
    count: 30,
    hours: [8, 20],
    kinds: [
      kind('Zahnarzt', [45], { sensitivity: 'private', people: 0, location: 'Dr. Uhlig' }),
      kind('MRT Knie', [60], { sensitivity: 'private', people: 0 }),
      kind('Handwerker: Heizung', [120], { people: 0, showAs: 'tentative' }),
      kind('Friseur', [75], { people: 0 }),
      kind('Paket annehmen', [30], { showAs: 'free', people: 0 }),
    ],
  },
  {
    calendar: 'family',
    count: 30,
    hours: [14, 19],
    kinds: [
      kind('Elternabend', [90], { people: 1, location: 'Schule' }),
      kind('Kinderarzt', [45], { sensitivity: 'private', people: 1 }),
      kind('Kindergeburtstag', [180], { people: 2 }),
      kind('Aufführung Musikschule', [90], { people: 3, response: 'notResponded' }),
    ],
  },
  {
    calendar: 'advisory',
    count: 90,
    hours: [8, 18],
    kinds: [
      kind('Erstgespräch', [45, 60], { online: true, people: 1 }),
      kind('Angebot schreiben', [60, 90], { people: 0, colorId: '8' }),
      kind('Workshop Strategie (Mandat Lindroth)', [180, 240], { people: 5, colorId: '11' }),
      kind('Gutachten Stahlecker', [90, 120], { people: 0, sensitivity: 'confidential' }),
      kind('Podcast-Aufnahme', [60], { response: 'accepted', people: 2 }),
      kind('Netzwerkabend', [150], { response: 'tentative', showAs: 'tentative' }),
      kind('Webinar: KI im Mittelstand', [60], { response: 'declined', people: 4 }),
      kind('Tisch für zwei, Restaurant Quitte', [120], {
        eventType: 'fromGmail',
        people: 0,
        location: 'Restaurant Quitte',
      }),
    ],
  },
  {
    calendar: 'kestrel',
    count: 40,
    hours: [8, 17],
    kinds: [
      kind('Seed extension: term sheet', [45, 60], { sensitivity: 'private', online: true }),
      kind('User interview', [30], { response: 'notResponded', showAs: 'tentative' }),
      kind('Hiring debrief', [30], { response: 'accepted' }),
      kind('Brainstorm', [60], { response: 'declined' }),
    ],
  },
  {
    calendar: 'private',
    count: 35,
    hours: [12, 20],
    kinds: [
      kind('Mittagessen mit Carsten', [75], { people: 1 }),
      kind('Konzert', [150], { people: 1, location: 'Philharmonischer Saal' }),
      kind('Anwalt (Erbschaft)', [60], { sensitivity: 'private', people: 0 }),
      kind('Auto in die Werkstatt', [30], { people: 0 }),
    ],
  },
];
