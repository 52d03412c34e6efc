import type { Script, Step } from './script.ts';

/** Takes out of a failing script whatever it does not need to fail: ever smaller pieces, until none can go. */
export async function shrink(
  script: Script,
  fails: (script: Script) => Promise<boolean>,
): Promise<Script> {
  let steps: readonly Step[] = script.steps;
  for (
    let size = Math.ceil(steps.length / 2);
    size >= 1;
    size = size === 1 ? 0 : Math.ceil(size / 2)
  ) {
    for (let at = 0; at < steps.length;) {
      const without = [...steps.slice(0, at), ...steps.slice(at + size)];
      if (await fails({ ...script, steps: without })) steps = without;
      else at += size;
    }
  }
  return { ...script, steps };
}
