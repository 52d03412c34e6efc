/** What repeats in Helena's employer's and boards' calendars (Microsoft 365). */
import { monthly, weekly, workdays, type SeriesKind } from './meeting-kind.ts';

const nordwall: readonly SeriesKind[] = [
  weekly('nordwall', workdays, '08:30', 20, 'Lage Netzbetrieb', {
    people: 6,
    online: true,
    moved: 0.03,
    dropped: 0.05,
  }),
  weekly('nordwall', workdays, '12:30', 45, 'Mittag', { showAs: 'free', reminderMinutes: null }),
  weekly('nordwall', 'MO', '09:00', 60, '1:1 Jonas Wiegand', {
    people: 1,
    moved: 0.15,
    dropped: 0.1,
  }),
  weekly('nordwall', 'MO', '10:30', 30, '1:1 Katrin Ostermann', {
    people: 1,
    moved: 0.1,
    dropped: 0.1,
  }),
  weekly('nordwall', 'TU', '09:00', 30, '1:1 Murat Yıldız', { people: 1, moved: 0.1 }),
  weekly('nordwall', 'TU', '11:00', 45, '1:1 Sabine Hollerbach', { people: 1, dropped: 0.15 }),
  weekly('nordwall', 'WE', '15:30', 30, '1:1 Tobias Rennert', { people: 1, moved: 0.2 }),
  weekly('nordwall', 'TH', '14:00', 30, '1:1 Anneke de Vos', { people: 1, every: 2 }),
  weekly('nordwall', 'FR', '09:30', 30, '1:1 Piotr Zawadzki', {
    people: 1,
    every: 2,
    online: true,
  }),
  weekly('nordwall', 'MO', '13:30', 120, 'Vorstandssitzung', {
    people: 8,
    location: 'Sitzungssaal 5. OG',
    categories: ['Vorstand'],
    moved: 0.08,
    description: 'Tagesordnung und Vorlagen im Vorstandsportal. Vertraulich.',
  }),
  weekly('nordwall', 'TU', '16:00', 60, 'Lenkungskreis Umspannwerk Süd', {
    people: 7,
    online: true,
    dropped: 0.1,
  }),
  weekly('nordwall', 'WE', '10:00', 90, 'Investitionsausschuss', {
    people: 6,
    every: 2,
    moved: 0.15,
    location: 'Raum Elbe',
  }),
  weekly('nordwall', 'WE', '13:00', 60, 'Restrukturierung Projekt Falke', {
    people: 4,
    sensitivity: 'private',
    online: true,
    description: 'Nur Kernteam. Sozialplan, Stand der Verhandlungen.',
  }),
  weekly('nordwall', 'TU,TH', '17:30', 60, 'Fokuszeit', { categories: ['Fokus'] }),
  weekly('nordwall', 'TH', '10:00', 60, 'Jour fixe Personal', { people: 4, response: 'accepted' }),
  weekly('nordwall', 'TH', '11:30', 30, 'Presse-Briefing', {
    people: 3,
    response: 'tentative',
    showAs: 'tentative',
    online: true,
  }),
  weekly('nordwall', 'FR', '11:00', 45, 'Wochenabschluss Vorstand', { people: 6 }),
  weekly('nordwall', 'FR', '13:00', 60, 'Brown Bag: Energie von morgen', {
    people: 9,
    response: 'declined',
    showAs: 'free',
  }),
  monthly('nordwall', '2WE', '17:00', 120, 'Betriebsrat – Monatsgespräch', { people: 5 }),
  monthly('nordwall', '15', '09:00', 90, 'Monatsabschluss Controlling', { people: 4, moved: 0.3 }),
  monthly('nordwall', '-1TH', '16:00', 60, 'Compliance-Komitee', {
    people: 5,
    sensitivity: 'confidential',
  }),
  weekly('leadership', workdays, '07:30', 15, 'Bereitschaft Übergabe', {
    showAs: 'free',
    people: 2,
  }),
  weekly('leadership', 'MO', '15:45', 45, 'Führungskreis', {
    people: 9,
    location: 'Raum Alster',
    dropped: 0.08,
  }),
  weekly('leadership', 'WE', '08:00', 30, 'Sicherheitsrunde', { people: 5, response: 'accepted' }),
  weekly('leadership', 'FR', '14:30', 30, 'Newsletter-Freigabe', { showAs: 'free' }),
  weekly('leadership', workdays, '09:00', 30, 'Leitwarte: Schichtbericht', {
    showAs: 'free',
    people: 3,
  }),
];

const harrow: readonly SeriesKind[] = [
  weekly('harrow', workdays, '07:45', 30, 'Morning markets call', {
    people: 5,
    online: true,
    response: 'tentative',
    showAs: 'tentative',
  }),
  weekly('harrow', 'MO', '16:30', 60, 'Investment Committee', {
    people: 6,
    location: 'Boardroom, 3rd floor',
    moved: 0.1,
    categories: ['Board'],
    description: 'IC papers circulate on Fridays. Strictly private & confidential.',
  }),
  weekly('harrow', 'TU', '14:00', 60, 'Deal pipeline', { people: 6, online: true, dropped: 0.08 }),
  weekly('harrow', 'WE', '09:30', 30, 'Oliver / Helena', { people: 1, moved: 0.2 }),
  weekly('harrow', 'WE', '16:00', 30, 'Priya / Helena', { people: 1, dropped: 0.1 }),
  weekly('harrow', 'TH', '09:00', 45, 'Portfolio review: Copperfield', { people: 4, online: true }),
  weekly('harrow', 'TH', '16:30', 45, 'Portfolio review: Wetherby', {
    people: 4,
    online: true,
    every: 2,
  }),
  weekly('harrow', 'FR', '10:30', 30, 'Gareth / Helena', { people: 1 }),
  weekly('harrow', 'FR', '15:00', 60, 'Partners’ tea', {
    people: 5,
    response: 'notResponded',
    showAs: 'tentative',
    location: 'Kitchen',
  }),
  monthly('harrow', '3TH', '12:00', 150, 'Valuation committee', { people: 5, moved: 0.2 }),
];

const meridor: readonly SeriesKind[] = [
  weekly('meridor', workdays, '09:15', 15, 'Leadership stand-up', {
    people: 6,
    online: true,
    dropped: 0.04,
  }),
  weekly('meridor', 'MO', '10:00', 60, 'Exec staff meeting', {
    people: 6,
    online: true,
    moved: 0.06,
  }),
  weekly('meridor', 'TU', '11:00', 30, 'Dana <> Helena', { people: 1, moved: 0.15 }),
  weekly('meridor', 'WE', '11:30', 30, 'Luis <> Helena', { people: 1 }),
  weekly('meridor', 'TH', '10:30', 45, 'Operating model workstream', {
    people: 5,
    weeksLeft: 7,
    online: true,
  }),
  weekly('meridor', 'TH', '13:00', 60, 'Supply chain review', { people: 5, dropped: 0.1 }),
  weekly('meridor', 'FR', '12:00', 30, 'CEO coaching', {
    people: 1,
    sensitivity: 'private',
    description: 'Personal – do not forward.',
  }),
  monthly('meridor', '1TU', '13:00', 120, 'Board of directors', {
    people: 7,
    location: 'Hudson room',
    categories: ['Board'],
  }),
  weekly('atlas', workdays, '09:45', 15, 'Atlas daily – platform', {
    people: 6,
    online: true,
    dropped: 0.03,
  }),
  weekly('atlas', workdays, '10:15', 15, 'Atlas daily – field robotics', {
    people: 6,
    online: true,
    response: 'accepted',
  }),
  weekly('atlas', 'MO', '13:00', 90, 'Sprint planning', {
    people: 7,
    every: 2,
    online: true,
    response: 'accepted',
  }),
  weekly('atlas', 'FR', '14:00', 60, 'Sprint retro', {
    people: 7,
    every: 2,
    online: true,
    response: 'tentative',
    showAs: 'tentative',
  }),
  weekly('atlas', 'TH', '15:00', 45, 'Atlas demo', { people: 7, response: 'accepted' }),
  weekly('atlas', 'TU,TH', '16:00', 60, 'PMO office hours', { showAs: 'free' }),
  weekly('atlas', 'SA', '22:00', 360, 'Release window', {
    showAs: 'free',
    people: 3,
    response: 'notResponded',
  }),
];

const arvensis: readonly SeriesKind[] = [
  weekly('arvensis', 'TU', '18:00', 60, 'Förderanträge – Sichtung', {
    people: 3,
    online: true,
    every: 2,
  }),
  weekly('arvensis', 'TH', '08:15', 45, 'Geschäftsführung / Präsidium', {
    people: 2,
    online: true,
    moved: 0.1,
  }),
  weekly('arvensis', 'FR', '12:00', 60, 'Arbeitslunch Stiftung', {
    people: 2,
    location: 'Zunftstube',
    response: 'tentative',
    showAs: 'tentative',
  }),
  monthly('arvensis', '2MO', '17:30', 120, 'Anlageausschuss', { people: 4, moved: 0.15 }),
  monthly('arvensis', '4WE', '14:00', 90, 'Personalausschuss', {
    people: 4,
    sensitivity: 'confidential',
  }),
];

export const companySeries: readonly SeriesKind[] = [
  ...nordwall,
  ...harrow,
  ...meridor,
  ...arvensis,
];
