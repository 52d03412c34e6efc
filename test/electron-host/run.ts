/** Runs a built main file as Electron would: `node run.ts dist/main/main.js [arguments]`. */
import { registerHooks } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const standIn = new URL('./electron.ts', import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: standIn, shortCircuit: true } : next(specifier, context),
});

const [node = '', , main = '', ...rest] = process.argv;
process.argv = [node, resolve(main), ...rest];
await import(pathToFileURL(resolve(main)).href);
const { app } = await import('./electron.ts');
app.becomeReady();
