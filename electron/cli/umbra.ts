#!/usr/bin/env node
/** The command's front door: gives the program its real surroundings, and nothing else. */
import { rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { systemPolicies } from '../policy/system-policies.ts';
import { systemClock, systemRandom } from '../profile/system-ports.ts';
import manifest from '../../package.json' with { type: 'json' };
import { run } from './program.ts';

const interrupt = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => interrupt.abort(new Error('interrupted')));
}

// Nobody reads any more, as after `umbra audit export | head`: what is under way comes to its end, and nothing is said.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    interrupt.abort(new Error('interrupted'));
  });
}

process.exitCode = await run(process.argv.slice(2), {
  surroundings: {
    environment: process.env,
    clock: systemClock,
    random: systemRandom,
    fetch: (url, init) => fetch(url, init),
    systemZone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    policy: systemPolicies(process.platform),
  },
  version: manifest.version,
  defaultDirectory: process.env['UMBRA_PROFILE'] ?? join(homedir(), '.umbra'),
  interactive: process.stderr.isTTY,
  signal: interrupt.signal,
  // What the app set on macOS and Windows only the app can take back: "umbra --headless privacy erase".
  removeAutostart: () =>
    rm(
      join(process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'autostart/umbra.desktop'),
      { force: true },
    ),
  print: (text) => process.stdout.write(`${text}\n`),
  remark: (text) => process.stderr.write(`${text}\n`),
});
