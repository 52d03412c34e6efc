import { existsSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { z } from 'zod';
import type { Contract } from './contract.ts';

/** The vendors' own API descriptions lie beside the project where it is developed, and are not part of it. */
const folder = new URL('../../../shared/schemas/', import.meta.url);
const files = ['graph-calendar.schema.json', 'google-calendar-v3.schema.json'];

/** A list of parameters, or a table of them by name. */
const names = z.union([
  z.array(z.string()),
  z.record(z.string(), z.unknown()).transform((table) => Object.keys(table)),
]);

const description = z.looseObject({
  $id: z.string(),
  'x-methods': z.array(
    z.object({
      method: z.string(),
      path: z.string(),
      query: names.optional(),
      requiredQuery: z.array(z.string()).optional(),
      request: z.string().optional(),
      response: z.string().optional(),
    }),
  ),
  'x-commonQuery': names.optional(),
  definitions: z.record(z.string(), z.unknown()),
});

/** The wire as machine-readable official descriptions have it; null where they are not at hand. */
export function officialContract(): Contract | null {
  if (!files.every((name) => existsSync(new URL(name, folder)))) return null;
  const ajv = new Ajv({ strict: false, allErrors: true });
  formats.default(ajv);
  const known = files.map((name) =>
    description.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))),
  );
  for (const one of known) ajv.addSchema(one);
  return {
    methods: known.flatMap(({ $id, 'x-methods': methods, 'x-commonQuery': common = [] }) =>
      methods.map(({ method, path, query = [], requiredQuery = [], request, response }) => ({
        method,
        path,
        query: [...query, ...requiredQuery, ...common],
        request: request === undefined ? null : `${$id}#/definitions/${request}`,
        response: response === undefined ? null : `${$id}#/definitions/${response}`,
      })),
    ),
    complaint: (schema, body) => {
      const validate = ajv.getSchema(schema);
      if (validate === undefined) return `names no schema ${schema}`;
      return validate(body) === true ? '' : ajv.errorsText(validate.errors);
    },
  };
}
