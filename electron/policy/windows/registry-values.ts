import { kindOf } from '../../../shared/policy/kinds.ts';
import { isPolicyName } from '../../../shared/policy/policies.ts';
import type { RegistryValue } from './registry-output.ts';

/**
 * The policies that values of the registry mean. It knows numbers and texts only: a switch is 1 or 0, a list is a key
 * with one value per line, anything deeper is JSON. What does not fit stays as it is, so that it is found invalid.
 */
export function policiesFromRegistry(
  values: readonly RegistryValue[],
): Readonly<Record<string, unknown>> {
  const plain = values.filter(({ key }) => key === '').map((one) => [one.name, single(one)]);
  const lists = Map.groupBy(
    values.filter(({ key }) => key !== ''),
    ({ key }) => key,
  );
  return Object.fromEntries([
    ...plain,
    ...[...lists].map(([key, lines]) => [key, [...lines].sort(byNumber).map(({ text }) => text)]),
  ]) as Record<string, unknown>;
}

function byNumber(a: RegistryValue, b: RegistryValue): number {
  return Number(a.name) - Number(b.name);
}

function single({ name, type, text }: RegistryValue): unknown {
  const kind = isPolicyName(name) ? kindOf(name).kind : 'text';
  if (type === 'REG_DWORD' || type === 'REG_QWORD') {
    const number = Number(text);
    return kind === 'boolean' && (number === 0 || number === 1) ? number === 1 : number;
  }
  if (type === 'REG_MULTI_SZ') return text.split('\\0').filter((line) => line !== '');
  return kind === 'structure' || kind === 'list' ? fromJson(text) : text;
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
