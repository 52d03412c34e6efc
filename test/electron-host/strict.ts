/** The stand-in lacks this part of Electron: the app has begun to use something that no test could see. */
export class Lacking extends Error {
  override readonly name = 'Lacking';
}

/** Asked of every object by the language itself, not by the app. */
const asked = new Set(['then', 'toJSON', 'constructor', 'prototype', 'asymmetricMatch']);

/** The object itself, but reading what it does not have throws, as silence would hide it. */
export function strict<T extends object>(name: string, object: T): T {
  return new Proxy(object, {
    get(target, key) {
      if (typeof key === 'symbol' || key in target || asked.has(key)) {
        const value: unknown = Reflect.get(target, key, target);
        return isMethod(value) ? (...args: unknown[]) => value.apply(target, args) : value;
      }
      throw new Lacking(`The stand-in for Electron has no ${name}.${key}`);
    },
  });
}

type Method = (...args: unknown[]) => unknown;

function isMethod(value: unknown): value is Method {
  return typeof value === 'function' && !/^class\b/.test(Function.prototype.toString.call(value));
}

/** A class whose instances are strict, each handed to `made` as it comes into being. */
export function strictClass<A extends unknown[], T extends object>(
  name: string,
  Original: new (...args: A) => T,
  made: (instance: T) => void,
): new (...args: A) => T {
  return new Proxy(Original, {
    construct: (target, args: A) => {
      const instance = new target(...args);
      made(instance);
      return strict(name, instance);
    },
  });
}
