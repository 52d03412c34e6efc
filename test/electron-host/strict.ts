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
        return typeof value === 'function' && !isClass(value) ? value.bind(target) : value;
      }
      throw new Lacking(`The stand-in for Electron has no ${name}.${key}`);
    },
  });
}

function isClass(value: object): value is new () => object {
  return /^class\b/.test(Function.prototype.toString.call(value));
}
