/**
 * macOS: the managed preferences that a configuration profile leaves, for the machine and for the user. A dictionary
 * `Recommended` in them holds what is only recommended.
 */
import { z } from 'zod';
import { places } from '../../shared/policy/places.ts';
import type { PolicyReading, PolicyScope } from '../../shared/policy/reading.ts';
import type { PolicySource } from '../ports/policy-source.ts';
import type { PolicyMachine } from './machine.ts';
import { writableByOthers } from './only-root-writes.ts';
import { parseValues, unreadable } from './parse-values.ts';
import { splitRecommended } from './split-recommended.ts';

const FOLDER = '/Library/Managed Preferences';

/** By its full path: a name would be looked up where the user says. */
const PLUTIL = '/usr/bin/plutil';

const userName = z.string().regex(/^[^/\0]{1,255}$/u);

export function macSource(machine: PolicyMachine, user: string): PolicySource {
  const files: readonly { readonly file: string; readonly scope: PolicyScope }[] = [
    { file: `${FOLDER}/${places.bundleId}.plist`, scope: 'machine' },
    ...(userName.safeParse(user).success
      ? [{ file: `${FOLDER}/${user}/${places.bundleId}.plist`, scope: 'user' as const }]
      : []),
  ];
  return {
    read: async () => {
      const found = await Promise.all(files.map((place) => readPlace(machine, place)));
      return found.flat();
    },
  };
}

async function readPlace(
  machine: PolicyMachine,
  { file, scope }: { readonly file: string; readonly scope: PolicyScope },
): Promise<readonly PolicyReading[]> {
  const content = await readPlist(machine, file);
  return content === null
    ? []
    : splitRecommended({ level: 'mandatory', scope, origin: file, content });
}

async function readPlist(
  machine: PolicyMachine,
  file: string,
): Promise<PolicyReading['content'] | null> {
  try {
    const real = await machine.realPath(file);
    if (real === null) return null;
    const reason = await writableByOthers(machine, real);
    if (reason !== null) return { kind: 'untrusted', reason };
    const { code, out } = await machine.run(PLUTIL, ['-convert', 'json', '-o', '-', real]);
    return code === 0 ? parseValues(out) : { kind: 'unreadable', reason: 'it is no property list' };
  } catch (error) {
    return unreadable(error);
  }
}
