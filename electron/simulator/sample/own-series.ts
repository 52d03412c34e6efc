/** What repeats in Helena's own calendars: family, her consultancy, friends, a start-up on the other side of the world. */
import { monthly, weekly, workdays, type SeriesKind } from './meeting-kind.ts';

const everyDay = 'MO,TU,WE,TH,FR,SA,SU';

const home: readonly SeriesKind[] = [
  weekly('outlook', 'MO,WE,FR', '06:30', 45, 'Yoga', { reminderMinutes: 30 }),
  weekly('outlook', 'TU,TH', '19:00', 60, 'Italienisch', { people: 1, online: true, dropped: 0.1 }),
  weekly('outlook', 'TH', '07:00', 60, 'Physiotherapie', {
    sensitivity: 'private',
    location: 'Praxis am Park',
    moved: 0.1,
  }),
  weekly('outlook', 'SU', '10:00', 60, 'Telefonat mit Petra', { people: 1 }),
  weekly('outlook', 'SU', '19:30', 45, 'Wochenplanung', { showAs: 'free' }),
  monthly('outlook', '3FR', '16:30', 60, 'Therapie', {
    sensitivity: 'private',
    description: 'Nicht verschieben.',
  }),
  weekly('family', workdays, '07:20', 30, 'Emil zur Schule', { people: 1 }),
  weekly('family', workdays, '15:30', 30, 'Lotte abholen', {
    people: 1,
    response: 'tentative',
    showAs: 'tentative',
  }),
  weekly('family', 'MO', '17:00', 60, 'Emil Fußball', { people: 2, moved: 0.05 }),
  weekly('family', 'TU', '16:30', 45, 'Lotte Geige', { people: 1, location: 'Musikschule' }),
  weekly('family', 'WE', '18:30', 60, 'Abendessen bei Oma Inge', { people: 3, every: 2 }),
  weekly('family', 'TH', '17:30', 60, 'Emil Schwimmen', { people: 1, dropped: 0.1 }),
  weekly('family', 'SA', '09:00', 90, 'Wochenmarkt', { showAs: 'free' }),
  weekly('family', 'SA', '15:00', 120, 'Ausflug', { people: 3, dropped: 0.3 }),
  weekly('family', 'SU', '18:00', 90, 'Familienrat', { people: 3 }),
];

const consultancy: readonly SeriesKind[] = [
  weekly('advisory', workdays, '08:00', 25, 'Tagesplanung', { showAs: 'free', colorId: '8' }),
  weekly('advisory', 'MO,WE,FR', '17:00', 90, 'Focus time', {
    eventType: 'focusTime',
    colorId: '9',
  }),
  weekly('advisory', 'MO', '11:00', 45, 'Mandat Stahlecker – Status', {
    people: 2,
    online: true,
    moved: 0.1,
  }),
  weekly('advisory', 'TU', '10:00', 45, 'Mandat Lindroth – Status', { people: 2, online: true }),
  weekly('advisory', 'WE', '11:45', 45, 'Mandat Monteiro – Status', {
    people: 2,
    online: true,
    dropped: 0.1,
  }),
  weekly('advisory', 'TH', '12:00', 60, 'Sparring Yara', { people: 1, moved: 0.15, colorId: '3' }),
  weekly('advisory', 'FR', '10:00', 30, 'Büro: Svenja', { people: 1 }),
  weekly('advisory', 'FR', '16:00', 60, 'Rechnungen & Belege', { colorId: '8' }),
  weekly('advisory', 'TU', '13:15', 45, 'Akquise-Runde', {
    people: 3,
    response: 'accepted',
    every: 2,
  }),
  monthly('advisory', '10', '09:30', 60, 'Steuerberater', {
    people: 1,
    sensitivity: 'confidential',
  }),
  weekly('kestrel', workdays, '08:30', 15, 'Daily stand-up', {
    people: 5,
    online: true,
    response: 'notResponded',
    showAs: 'tentative',
  }),
  weekly('kestrel', 'MO', '09:00', 45, 'Founders sync', { people: 3, online: true, moved: 0.1 }),
  weekly('kestrel', 'TU', '10:00', 30, 'Growth metrics', {
    people: 4,
    online: true,
    response: 'accepted',
  }),
  weekly('kestrel', 'WE', '16:00', 60, 'Design crit', { people: 4, response: 'declined' }),
  weekly('kestrel', 'TH', '09:30', 60, 'Product council', {
    people: 5,
    online: true,
    response: 'accepted',
    dropped: 0.1,
  }),
  weekly('kestrel', 'FR', '17:00', 60, 'Friday wins', {
    people: 5,
    response: 'tentative',
    showAs: 'tentative',
  }),
  weekly('kestrel', 'WE', '23:30', 60, 'Deploy watch', { showAs: 'free', people: 2 }),
  monthly('kestrel', '2TH', '08:00', 120, 'Board call', {
    people: 4,
    online: true,
    response: 'accepted',
  }),
];

const leisure: readonly SeriesKind[] = [
  weekly('private', everyDay, '06:00', 25, 'Morgenrunde', { showAs: 'free' }),
  weekly('private', everyDay, '21:30', 30, 'Lesen', { showAs: 'free', dropped: 0.1 }),
  weekly('private', 'WE', '20:00', 120, 'Buchclub', {
    people: 3,
    every: 2,
    location: 'bei Friederike',
  }),
  weekly('private', 'FR', '19:30', 180, 'Abend zu zweit', { sensitivity: 'private', moved: 0.1 }),
  weekly('club', 'TU', '19:45', 120, 'Chorprobe', {
    people: 4,
    location: 'Gemeindesaal',
    dropped: 0.08,
  }),
  weekly('club', 'MO,TH', '20:15', 75, 'Rudern (Ergometer)', { dropped: 0.15 }),
  weekly('club', 'SA', '08:00', 120, 'Rudern auf der Havel', { people: 3, moved: 0.1 }),
  weekly('club', 'SU', '11:00', 90, 'Stimmprobe Alt', {
    people: 2,
    every: 2,
    response: 'tentative',
    showAs: 'tentative',
  }),
  monthly('club', '1SA', '22:00', 240, 'Salsa-Nacht', { people: 3 }),
];

export const ownSeries: readonly SeriesKind[] = [...home, ...consultancy, ...leisure];
