import { describe, expect, it } from 'vitest';
import { safeLink } from '../../../../electron/shell/external-link.ts';

describe('what may be handed to the system', () => {
  it.each([
    ['https://teams.example/join?a=1#b', 'https://teams.example/join?a=1#b'],
    ['HTTPS://Meet.Example/x', 'https://meet.example/x'],
    ['https://bücher.example/', 'https://xn--bcher-kva.example/'],
    ['mailto:jo@acme.example', 'mailto:jo@acme.example'],
  ])('15: %s goes out as %s', (text, link) => {
    expect(safeLink(text)).toBe(link);
  });

  it.each([
    'http://plain.example/',
    'smb://host/share',
    'ms-msdt:/id PCWDiagnostic',
    'ms-word:ofe|u|https://x.example/a.docm',
    'search-ms:query=x',
    'vscode://file/x',
    'file:///C:/Windows/System32/calc.exe',
    'javascript:alert(1)',
    'data:text/html,x',
    '\\\\host\\share',
    '//host/share',
    'https:\\\\host\\share',
    'https://host/a\\..\\b',
    'https://host/\u0000.exe',
    'https://ho\nst/',
    ' https://host/',
    'https://user:word@host/',
    'https://user@host/',
    'https:///',
    'https://',
    'mailto:',
    'mailto:nobody',
    'mailto:?attach=/etc/passwd',
    'C:\\Windows',
    '/etc/passwd',
    '',
  ])('15: "%s" stays here', (text) => {
    expect(safeLink(text)).toBeNull();
  });
});
