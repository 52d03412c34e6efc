/**
 * Linux: every `*.json` under /etc/umbra/policies/managed and /recommended, in the order of their names; later ones go
 * before earlier ones. Only what root alone can write counts.
 */
import { join } from 'node:path/posix';
import { places } from '../../shared/policy/places.ts';
import type { PolicyReading } from '../../shared/policy/reading.ts';
import type { PolicySource } from '../ports/policy-source.ts';
import type { PolicyMachine } from './machine.ts';
import { writableByOthers } from './only-root-writes.ts';
import { parseValues, unreadable } from './parse-values.ts';

const folders = [
  { name: 'managed', level: 'mandatory' },
  { name: 'recommended', level: 'recommended' },
] as const;

export function linuxSource(
  machine: PolicyMachine,
  root: string = places.linuxFolder,
): PolicySource {
  return {
    read: async () => {
      const found = await Promise.all(
        folders.map(({ name, level }) => readFolder(machine, join(root, name), level)),
      );
      return found.flat();
    },
  };
}

async function readFolder(
  machine: PolicyMachine,
  folder: string,
  level: PolicyReading['level'],
): Promise<readonly PolicyReading[]> {
  const reading = (origin: string, content: PolicyReading['content']): PolicyReading => ({
    level,
    scope: 'machine',
    origin,
    content,
  });
  try {
    const names = (await machine.list(folder)) ?? [];
    const files = names.filter((name) => name.endsWith('.json')).sort();
    return await Promise.all(
      files.map(async (name) => {
        const file = join(folder, name);
        return reading(file, await readFile(machine, file));
      }),
    );
  } catch (error) {
    return [reading(folder, unreadable(error))];
  }
}

async function readFile(machine: PolicyMachine, file: string): Promise<PolicyReading['content']> {
  try {
    // A link is as good as what it leads to, and as the way there.
    const real = await machine.realPath(file);
    if (real === null) return { kind: 'untrusted', reason: 'it leads nowhere' };
    for (const path of new Set([real, file])) {
      const reason = await writableByOthers(machine, path);
      if (reason !== null) return { kind: 'untrusted', reason };
    }
    return parseValues(await machine.text(real));
  } catch (error) {
    return unreadable(error);
  }
}
