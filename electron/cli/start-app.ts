/** `npm start`: opens the built app in Electron. Fetches Electron's binary the first time, as the package `electron` does. */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';

/** The path of the binary; null where there is none and none can be had. */
function electronBinary(): string | null {
  try {
    return createRequire(import.meta.url)('electron') as string;
  } catch {
    return null;
  }
}

const binary = electronBinary();
if (binary === null) {
  process.stderr.write(
    "Electron's binary is not here and can't be downloaded, so the window can't open; `npm run demo` shows the whole program without it.\n",
  );
  process.exitCode = 1;
} else {
  const child = spawn(binary, ['.', ...process.argv.slice(2)], { stdio: 'inherit' });
  child.on('exit', (code) => (process.exitCode = code ?? 1));
}
