import { z } from 'zod';
import { policy } from './note.ts';

export const proxyModes = [
  'system',
  'direct',
  'auto_detect',
  'pac_script',
  'fixed_servers',
] as const;

/** On this computer and nowhere else: no path of the network's, and nothing that a program would expand. */
const absolutePath = z
  .string()
  .max(1024)
  .regex(/^(?:\/|[A-Za-z]:[\\/]|\\\\)[^\0]*$/, 'write an absolute path');

const httpsAddress = z.url({ protocol: /^https$/, error: 'write an https address' });

/** Nothing updates itself before an update is checked by a signature of our own (security.md E11). */
const noUpdater =
  'This build does not update itself: new versions come as packages, from whoever installed this one.';

export const dataPolicies = {
  RequireOSKeychain: policy(z.boolean(), {
    title: 'Require the system’s keychain',
    description:
      'Sign-ins are kept on disk only under the protection of the operating system’s key store. Where there is none, they last until the program ends, and nobody can choose otherwise.',
    category: 'data',
    example: true,
    atStart: true,
  }),
  AuditRetentionDays: policy(z.number().int().min(30).max(400), {
    title: 'How long the audit log is kept',
    description: 'Days. Older entries go by whole sealed segments.',
    category: 'data',
    example: 365,
    recommendable: true,
  }),
  AuditForwardPath: policy(absolutePath, {
    title: 'Where the audit log is copied to',
    description:
      'A file, named by its absolute path, to which every entry is appended as one line of JSON, for a log collector to read. Entries hold no titles, addresses or places.',
    category: 'data',
    example: '/var/log/umbra/audit.ndjson',
  }),
  DisableExport: policy(z.boolean(), {
    title: 'No export',
    description:
      'Nobody can save what the program holds, its activity or its rules to a file, nor print the log from the command, nor forward it to a file of their own.',
    category: 'data',
    example: true,
  }),
  Telemetry: policy(z.literal('off'), {
    title: 'Telemetry',
    description: 'The only value is "off": there is no telemetry in this program.',
    category: 'data',
    example: 'off',
  }),
} as const;

export const systemPolicies = {
  ForceStartAtLogin: policy(z.boolean(), {
    title: 'Start at login',
    description:
      'The program starts in the tray when its user signs in. As a recommendation: until the person chooses.',
    category: 'system',
    example: true,
    recommendable: true,
  }),
  DisableStartAtLogin: policy(z.boolean(), {
    title: 'No start at login',
    description: 'The program never starts by itself. Contradicts ForceStartAtLogin.',
    category: 'system',
    example: true,
  }),
  ForceContentProtection: policy(z.boolean(), {
    title: 'Keep the window out of screen sharing',
    description:
      'As far as the system can; on Linux it can’t. As a recommendation: until the person chooses.',
    category: 'system',
    example: true,
    recommendable: true,
  }),
  ProxyMode: policy(z.enum(proxyModes), {
    title: 'Proxy',
    description:
      'How the app reaches the network: "system" (as the system says; the default), "direct", "auto_detect", "pac_script" (needs ProxyPacUrl), "fixed_servers" (needs ProxyServer).',
    category: 'system',
    example: 'system',
    recommendable: true,
    atStart: true,
  }),
  ProxyPacUrl: policy(z.url({ protocol: /^https?$/, error: 'write an http or https address' }), {
    title: 'Address of the proxy script',
    description: 'For ProxyMode "pac_script".',
    category: 'system',
    example: 'https://proxy.acme.com/proxy.pac',
    recommendable: true,
    atStart: true,
  }),
  ProxyServer: policy(z.string().regex(/^[\w.:;=/[\]-]{1,500}$/), {
    title: 'Proxy server',
    description: 'For ProxyMode "fixed_servers", as Chromium writes proxy rules.',
    category: 'system',
    example: 'proxy.acme.com:8080',
    recommendable: true,
    atStart: true,
  }),
  DisableUpdates: policy(z.boolean(), {
    title: 'No updates by the program itself',
    description: 'The program neither looks for updates nor installs them.',
    category: 'system',
    example: true,
    inert: `${noUpdater} This is so whether it is set or not.`,
  }),
  UpdateFeed: policy(httpsAddress, {
    title: 'Where updates come from',
    description:
      'An https address from which updates are to be taken, in a build that updates itself.',
    category: 'system',
    example: 'https://updates.acme.com/umbra/',
    inert: `${noUpdater} Nothing is ever asked of this address.`,
  }),
  UpdateChannel: policy(z.enum(['stable', 'beta']), {
    title: 'Channel of updates',
    description: 'Which updates are to be taken, in a build that updates itself.',
    category: 'system',
    example: 'stable',
    inert: `${noUpdater} It has no effect.`,
    recommendable: true,
  }),
} as const;
