/** A nominal type: a plain value that only its own module's constructor may call by this name. */
export type Brand<T, Name extends string> = T & { readonly __brand: Name };

/** Makes the compiler prove that a `switch` names every case; reaching it at run time is a bug. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected case: ${JSON.stringify(value)}`);
}
