import type { CustomScheme } from 'electron';
import { appScheme } from './app-origin.ts';

/**
 * The scheme's privileges. Never `corsEnabled` (any origin may fetch it then: CVE-2026-70604), never `bypassCSP`, no
 * service workers (security.md 0.4).
 */
export const schemes: CustomScheme[] = [
  { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
];
