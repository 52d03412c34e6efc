/** What the official typings of both vendors say of the wire; the schemas of bodies are generated from these types. */
import type { Calendar, Event } from '@microsoft/microsoft-graph-types';
import type { calendar_v3 } from 'googleapis/build/src/apis/calendar/index.js';

export type GraphEvent = Event;
export type GraphCalendar = Calendar;
export type GoogleEvent = calendar_v3.Schema$Event;
export type GoogleEvents = calendar_v3.Schema$Events;
export type GoogleCalendarList = calendar_v3.Schema$CalendarList;
