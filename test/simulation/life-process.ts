/** Lives each script that it is sent and answers with its end; `side-by-side.ts` starts it. */
import { live } from './live.ts';
import type { Script } from './script.ts';

process.on('message', (script: Script) => {
  void live(script).then((end) => process.send?.(end));
});
