/** The manifest by which editors of configuration profiles offer forms for the policies (ProfileManifests, format 4). */
import { z } from 'zod';
import { kindOf, type PolicyKind } from '../kinds.ts';
import { noteOf, policies, policyNames, type PolicyName } from '../policies.ts';
import { places } from '../places.ts';
import { plistFile, plistValue } from './plist.ts';

const types: Readonly<Record<PolicyKind['kind'], string>> = {
  boolean: 'boolean',
  integer: 'integer',
  choice: 'string',
  text: 'string',
  list: 'array',
  structure: 'dictionary',
};

export function profileManifest(): string {
  return plistFile(
    plistValue({
      pfm_description: 'Umbra keeps privacy-masked busy blocks in step across calendars.',
      pfm_domain: places.bundleId,
      pfm_format_version: 4,
      pfm_platforms: ['macOS'],
      pfm_subkeys: policyNames.map(subkey),
      pfm_title: 'Umbra',
      pfm_unique: true,
      pfm_version: 1,
    }),
  );
}

function subkey(name: PolicyName): object {
  const { title, description } = noteOf(name);
  const kind = kindOf(name);
  return {
    pfm_name: name,
    pfm_title: title,
    pfm_description: description,
    pfm_type: types[kind.kind],
    ...detailsOf(name, kind),
  };
}

function detailsOf(name: PolicyName, kind: PolicyKind): object {
  switch (kind.kind) {
    case 'integer':
      return { pfm_range_min: kind.least, pfm_range_max: kind.most };
    case 'choice':
      return { pfm_range_list: [...kind.choices] };
    case 'list':
      return {
        pfm_subkeys: [
          {
            pfm_name: 'Entry',
            pfm_type: 'string',
            ...(kind.choices === null ? {} : { pfm_range_list: [...kind.choices] }),
          },
        ],
      };
    case 'structure':
      return structureOf(name);
    case 'boolean':
    case 'text':
      return {};
  }
}

const shape = z.looseObject({
  type: z.string().optional(),
  enum: z.array(z.string()).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  items: z.unknown().optional(),
});

/** One level of a structure; what lies deeper is left to the editor. */
function structureOf(name: PolicyName): object {
  const { type, items, properties } = shape.parse(
    z.toJSONSchema(policies[name], { io: 'input', unrepresentable: 'any' }),
  );
  if (type !== 'array') return { pfm_type: 'dictionary', pfm_subkeys: fields(properties) };
  const entry = shape.parse(items);
  return {
    pfm_type: 'array',
    pfm_subkeys: [
      { pfm_name: 'Entry', pfm_type: 'dictionary', pfm_subkeys: fields(entry.properties) },
    ],
  };
}

const plainTypes = new Set(['boolean', 'integer', 'string', 'array']);

function fields(properties: Readonly<Record<string, unknown>> = {}): readonly object[] {
  return Object.entries(properties).map(([name, schema]) => {
    const { type, enum: choices } = shape.parse(schema);
    return {
      pfm_name: name,
      pfm_type: choices !== undefined ? 'string' : plainTypes.has(type ?? '') ? type : 'dictionary',
      ...(choices === undefined ? {} : { pfm_range_list: choices }),
    };
  });
}
