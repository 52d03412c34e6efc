import { z } from 'zod';
import type { Component } from '../../shared/ipc/about.ts';

/** CycloneDX, as far as the window shows it. Components may hold others: an engine its parts. */
const part = z.object({
  name: z.string(),
  version: z.string().optional(),
  licenses: z
    .array(
      z.object({
        license: z.object({ id: z.string().optional(), name: z.string().optional() }).optional(),
        expression: z.string().optional(),
      }),
    )
    .optional(),
  get components() {
    return z.array(part).optional();
  },
});
const bill = z.object({ components: z.array(part) });
type Part = z.infer<typeof part>;

/** Every component that a bill of materials lists; null where it is none. */
export function shippedComponents(text: string): readonly Component[] | null {
  try {
    return bill.parse(JSON.parse(text)).components.flatMap(flat);
  } catch {
    return null;
  }
}

function flat(one: Part): Component[] {
  const licences = (one.licenses ?? []).map(
    ({ license, expression }) => expression ?? license?.id ?? license?.name ?? 'unknown',
  );
  const licence = licences.length === 0 ? 'unknown' : licences.join(', ');
  return [
    { name: one.name, version: one.version ?? '', licence },
    ...(one.components ?? []).flatMap(flat),
  ];
}
