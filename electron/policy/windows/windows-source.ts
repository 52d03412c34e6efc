/** Windows: the policy keys of the machine and of the user, each with a key `Recommended` below it. */
import { places } from '../../../shared/policy/places.ts';
import type { PolicyReading, PolicyScope } from '../../../shared/policy/reading.ts';
import type { PolicySource } from '../../ports/policy-source.ts';
import type { PolicyMachine } from '../machine.ts';
import { unreadable } from '../parse-values.ts';
import { readRegistryOutput, type RegistryValue } from './registry-output.ts';
import { policiesFromRegistry } from './registry-values.ts';

const PARENT = 'SOFTWARE\\Policies';

const hives: readonly { readonly hive: string; readonly scope: PolicyScope }[] = [
  { hive: 'HKEY_LOCAL_MACHINE', scope: 'machine' },
  { hive: 'HKEY_CURRENT_USER', scope: 'user' },
];

/** `reg`: the full path of reg.exe. */
export function windowsSource(machine: PolicyMachine, reg: string): PolicySource {
  return {
    read: async () => {
      const found = await Promise.all(
        hives.map(({ hive, scope }) => readHive(machine, reg, hive, scope)),
      );
      return found.flat();
    },
  };
}

async function readHive(
  machine: PolicyMachine,
  reg: string,
  hive: string,
  scope: PolicyScope,
): Promise<readonly PolicyReading[]> {
  const origin = `${hive}\\${places.registryKey}`;
  const reading = (content: PolicyReading['content']): PolicyReading => ({
    level: 'mandatory',
    scope,
    origin,
    content,
  });
  try {
    const { code, out } = await machine.run(reg, query(origin));
    if (code !== 0)
      return (await isAbsent(machine, reg, hive))
        ? []
        : [reading({ kind: 'unreadable', reason: 'the key can’t be read' })];
    return levels(readRegistryOutput(out, origin), reading);
  } catch (error) {
    return [reading(unreadable(error))];
  }
}

/** The 64-bit view, which is where group policies are written, whatever this program is. */
function query(key: string): readonly string[] {
  return ['query', key, '/s', '/reg:64'];
}

/**
 * "No such key" and "you may not" are the same exit code, in the words of every language. A key that its parent lists is
 * there; where even the parent can't be listed, nobody knows. HKEY_CURRENT_USER may lack the parent.
 */
async function isAbsent(machine: PolicyMachine, reg: string, hive: string): Promise<boolean> {
  const steps = ['SOFTWARE', PARENT, `${PARENT}\\Umbra`];
  for (const [index, step] of steps.entries()) {
    const next = [...steps, places.registryKey][index + 1] ?? '';
    const { code, out } = await machine.run(reg, ['query', `${hive}\\${step}`, '/reg:64']);
    if (code !== 0) return false;
    const wanted = `${hive}\\${next}`.toLowerCase();
    if (!out.split(/\r?\n/).some((line) => line.trim().toLowerCase() === wanted)) return true;
  }
  return false;
}

function levels(
  values: readonly RegistryValue[],
  reading: (content: PolicyReading['content']) => PolicyReading,
): readonly PolicyReading[] {
  const below = /^Recommended(?:\\|$)/i;
  const mandatory = values.filter(({ key }) => !below.test(key));
  const recommended = values
    .filter(({ key }) => below.test(key))
    .map((value) => ({ ...value, key: value.key.replace(below, '') }));
  const of = (part: readonly RegistryValue[]): PolicyReading['content'] => ({
    kind: 'values',
    values: policiesFromRegistry(part),
  });
  const first = reading(of(mandatory));
  return [
    ...(mandatory.length === 0 ? [] : [first]),
    ...(recommended.length === 0
      ? []
      : [
          {
            ...reading(of(recommended)),
            level: 'recommended' as const,
            origin: `${first.origin}\\Recommended`,
          },
        ]),
  ];
}
