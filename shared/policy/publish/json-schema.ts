import { z } from 'zod';
import { noteOf, policyDocument, policyNames } from '../policies.ts';

const document = z.looseObject({
  properties: z.record(z.string(), z.record(z.string(), z.unknown())),
});

/** The JSON Schema of a policy file on Linux. The program itself ignores names that it does not know, and lists them. */
export function policyJsonSchema(): object {
  const { properties, ...rest } = document.parse(
    z.toJSONSchema(policyDocument, { io: 'input', unrepresentable: 'any' }),
  );
  return {
    ...rest,
    title: 'Umbra policies',
    description: 'One file of /etc/umbra/policies/managed or /etc/umbra/policies/recommended.',
    properties: Object.fromEntries(
      policyNames.map((name) => {
        const { title, description, example, ...internal } = noteOf(name);
        const schema = Object.entries(properties[name] ?? {}).filter(
          ([key]) => !(key in internal) && key !== 'example',
        );
        return [name, { ...Object.fromEntries(schema), title, description, examples: [example] }];
      }),
    ),
  };
}
