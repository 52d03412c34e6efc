export type Act = (...given: unknown[]) => unknown;

/** The same object with each of its deeds replaced by another one, made once. */
export function eachMember<T extends object>(
  real: T,
  replaced: (name: string, act: Act) => Act,
): T {
  const made = new Map<string | symbol, unknown>();
  return new Proxy(real, {
    get: (target, name): unknown => {
      if (made.has(name)) return made.get(name);
      const member: unknown = Reflect.get(target, name);
      const act: Act = (...given) => Reflect.apply(member as Act, target, given);
      const deed = typeof member === 'function' ? replaced(String(name), act) : member;
      made.set(name, deed);
      return deed;
    },
  });
}
