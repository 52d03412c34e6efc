import { fileURLToPath } from 'node:url';
import { Ajv, type SchemaObject, type ValidateFunction } from 'ajv';
import type { calendar_v3 } from 'googleapis/build/src/apis/calendar/index.js';
import { createGenerator } from 'ts-json-schema-generator';
import type { Contract, Method } from './contract.ts';

const google = '/calendar/v3';
const readEvents = [
  'maxResults',
  'pageToken',
  'privateExtendedProperty',
  'showDeleted',
  'singleEvents',
  'syncToken',
  'timeMin',
  'timeMax',
  'timeZone',
] as const satisfies readonly (keyof calendar_v3.Params$Resource$Events$List)[];
const insert = [
  'sendUpdates',
] as const satisfies readonly (keyof calendar_v3.Params$Resource$Events$Insert)[];
const patch = [
  'sendUpdates',
] as const satisfies readonly (keyof calendar_v3.Params$Resource$Events$Patch)[];
const remove = [
  'sendUpdates',
] as const satisfies readonly (keyof calendar_v3.Params$Resource$Events$Delete)[];
const calendars = [
  'maxResults',
  'pageToken',
  'showHidden',
  'minAccessRole',
] as const satisfies readonly (keyof calendar_v3.Params$Resource$Calendarlist$List)[];
/** Common to all of Google's methods (`StandardParameters`). */
const common = [
  'alt',
  'prettyPrint',
  'fields',
] as const satisfies readonly (keyof calendar_v3.Params$Resource$Events$List)[];

/** Bodies that the typings do not name as a whole. */
const composed = {
  'event.list': 'GraphEvent',
  'event.delta': 'GraphEvent',
  'calendar.list': 'GraphCalendar',
} as const;

/** Paths and methods that Umbra needs, as the public references give them; bodies and parameters as the typings do. */
const methods: readonly Method[] = [
  graph('GET', '/me/calendars', ['$top', '$select'], null, 'calendar.list'),
  graph('GET', '/me/calendars/{id}/calendarView', viewQuery(), null, 'event.list'),
  graph(
    'GET',
    '/me/calendars/{id}/calendarView/delta',
    ['startDateTime', 'endDateTime'],
    null,
    'event.delta',
  ),
  graph(
    'GET',
    '/me/calendars/{id}/events',
    ['$filter', '$top', '$expand', '$select'],
    null,
    'event.list',
  ),
  graph('POST', '/me/calendars/{id}/events', [], 'GraphEvent', 'GraphEvent'),
  graph('GET', '/me/calendars/{id}/events/{id}', ['$expand', '$select'], null, 'GraphEvent'),
  graph('PATCH', '/me/calendars/{id}/events/{id}', [], 'GraphEvent', 'GraphEvent'),
  graph('DELETE', '/me/calendars/{id}/events/{id}', [], null, null),
  graph('GET', '/me/events/{id}', ['$expand', '$select'], null, 'GraphEvent'),
  graph('PATCH', '/me/events/{id}', [], 'GraphEvent', 'GraphEvent'),
  graph('DELETE', '/me/events/{id}', [], null, null),
  graph('POST', '/$batch', [], null, null),
  calendar('GET', '/users/me/calendarList', calendars, null, 'GoogleCalendarList'),
  calendar('GET', '/calendars/{id}/events', readEvents, null, 'GoogleEvents'),
  calendar('POST', '/calendars/{id}/events', insert, 'GoogleEvent', 'GoogleEvent'),
  calendar('GET', '/calendars/{id}/events/{id}', [], null, 'GoogleEvent'),
  calendar('PATCH', '/calendars/{id}/events/{id}', patch, 'GoogleEvent', 'GoogleEvent'),
  calendar('DELETE', '/calendars/{id}/events/{id}', remove, null, null),
];

/** The wire as the vendors' own npm typings describe it; always at hand. */
export function typingsContract(): Contract {
  const generator = createGenerator({
    path: fileURLToPath(new URL('./wire-types.ts', import.meta.url)),
    tsconfig: fileURLToPath(new URL('../../tsconfig.json', import.meta.url)),
    skipTypeCheck: true,
    expose: 'none',
  });
  const ajv = new Ajv({ strict: false, allErrors: true });
  const made = new Map<string, ValidateFunction>();
  const validator = (name: string): ValidateFunction => {
    const known = made.get(name);
    if (known !== undefined) return known;
    const validate = ajv.compile(generator.createSchema(name) as SchemaObject);
    made.set(name, validate);
    return validate;
  };
  return {
    methods,
    complaint: (schema, body) => {
      const item = Object.entries(composed).find(([name]) => name === schema)?.[1];
      const bodies = item === undefined ? [body] : (body as { value: unknown[] }).value;
      const validate = validator(item ?? schema);
      return bodies
        .map((one) => {
          if (validate(withoutAnnotations(one))) return '';
          return ajv.errorsText(validate.errors);
        })
        .filter((text) => text !== '')
        .join('; ');
    },
  };
}

/** OData annotations (`@odata.etag`, `@removed`, `Prefer`-made ones) stand beside the properties and belong to no type. */
function withoutAnnotations(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(withoutAnnotations);
  if (typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) =>
      name.includes('@') ? [] : [[name, withoutAnnotations(value)]],
    ),
  );
}

function viewQuery(): readonly string[] {
  return ['startDateTime', 'endDateTime', '$top', '$select', '$expand'];
}

function graph(
  method: string,
  path: string,
  query: readonly string[],
  request: string | null,
  response: string | null,
): Method {
  return { method, path, query, request, response };
}

function calendar(
  method: string,
  path: string,
  query: readonly string[],
  request: string | null,
  response: string | null,
): Method {
  return { method, path: google + path, query: [...query, ...common], request, response };
}
