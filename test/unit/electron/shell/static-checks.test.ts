import { glob, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';

/**
 * What a checker of Electron programs would look for, held by name: each of these stands in the files named here and in
 * no other, so that a new use is seen by whoever reviews this list. What concerns the window's own options is in
 * `window.test.ts`.
 */
const code = new Map<string, string>();
for await (const file of glob('{electron,shared,renderer}/**/*.{ts,tsx}')) {
  const name = file.replaceAll('\\', '/');
  if (name.startsWith('electron/simulator/')) continue;
  const text = await readFile(file, 'utf8');
  code.set(name, text.replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/[^\n'"`]*$/gm, ''));
}

function filesWith(pattern: RegExp): string[] {
  return [...code].flatMap(([file, text]) => (pattern.test(text) ? [file] : [])).sort();
}

describe('the main process', () => {
  it.each<[string, RegExp, readonly string[]]>([
    [
      '15: hands an address to the system',
      /shell\.openExternal/,
      ['electron/shell/system-desktop.ts'],
    ],
    ['15: opens a file or folder by the system', /shell\.(openPath|showItemInFolder)/, []],
    ['17: takes messages of the window', /ipcMain\.(on|once|handle|handleOnce)\(/, []],
    ['17: opens the one door', /openDoor\(\{/, ['electron/main.ts']],
    ['13: decides about navigation', /'will-navigate'/, ['electron/shell/navigation.ts']],
    ['14: decides about new windows', /setWindowOpenHandler/, ['electron/shell/navigation.ts']],
    [
      '5: decides about permissions',
      /setPermissionRequestHandler/,
      ['electron/shell/permissions.ts'],
    ],
    ['18: serves pages', /\.handle\(\s*SCHEME|protocol\.handle/, ['electron/shell/fence.ts']],
    [
      'E5: trusts a certificate that Chromium does not',
      /setCertificateVerifyProc|'certificate-error'|ignore-certificate-errors|rejectUnauthorized|NODE_TLS_REJECT/,
      [],
    ],
    [
      '3: makes windows or pages',
      /\b(BrowserView|WebContentsView|BaseWindow)\b|createWindow\(/,
      ['electron/shell/create-window.ts', 'electron/shell/system-window.ts'],
    ],
    [
      '6 8 9 10: sets switches of Chromium',
      /appendSwitch|appendArgument/,
      ['electron/shell/fence.ts'],
    ],
    [
      '4 6 8 9 10: names a switch that weakens Chromium',
      /disable-web-security|no-sandbox|allow-running-insecure|enable-(blink-)?features|experimental-web/,
      [],
    ],
    [
      'E5: opens a socket or asks a network by Node’s own means',
      /'node:(https|net|tls|dgram|http2)'|'undici'|\b(globalThis\.)?fetch\((url|['"`])/,
      [
        // Its `fetch` is the port, given from outside.
        'electron/accounts/json-exchange.ts',
        'electron/cli/umbra.ts',
        'electron/shell/engine-network.ts',
      ],
    ],
    ['S3: listens on a port', /'node:http'/, ['electron/accounts/loopback.ts']],
    ['opens tools or ports for debugging', /openDevTools|remote-debugging|inspect-brk/, []],
    [
      '20: uses what was removed for good reason',
      /@electron\/remote|enableRemoteModule|sendSync|ipcRenderer\.sendTo/,
      [],
    ],
    [
      '18: serves files by an old interface',
      /(register|intercept)(File|Http|String|Buffer|Stream)Protocol/,
      [],
    ],
    [
      'starts another program',
      /'node:child_process'/,
      [
        'electron/cli/start-app.ts',
        'electron/packaging/write-bill.ts',
        'electron/policy/system-machine.ts',
      ],
    ],
    ['2: runs text as code', /\beval\(|new Function\(|'node:vm'|executeJavaScript/, []],
    ['20: talks as the window does', /ipcRenderer/, ['electron/preload.ts']],
  ])('%s only where this says', (_, pattern, where) => {
    expect(code.size).toBeGreaterThan(500);
    expect(filesWith(pattern)).toEqual(where);
  });
});

describe('the window', () => {
  const inWindow = (pattern: RegExp): string[] =>
    filesWith(pattern).filter((file) => file.startsWith('renderer/'));

  it.each<[string, RegExp]>([
    [
      'R6: takes text for markup',
      /dangerouslySetInnerHTML|innerHTML|outerHTML|insertAdjacentHTML|document\.write|srcDoc/i,
    ],
    ['1: speaks to any network', /\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon/],
    [
      'E14: keeps anything of its own',
      /localStorage|sessionStorage|indexedDB|document\.cookie|caches\./,
    ],
    ['11: embeds a page', /<(webview|iframe|object|embed)\b/],
    ['14: opens windows', /window\.open|_blank/],
    ['2: runs text as code', /\beval\(|new Function\(/],
    ['E14: knows of Node or Electron', /from '(node:|electron)|\brequire\(|process\.env/],
    [
      'R6: follows an address that it did not write itself',
      /href=\{(?!writeRoute\()|location\.(href|assign|replace)\s*[=(]/,
    ],
  ])('%s nowhere', (_, pattern) => {
    expect(inWindow(pattern)).toEqual([]);
  });
});
