import type { AdminRequest } from './sign-in-outcome.ts';

/** A letter to the administrator: who asks for what, why, and what does not happen. No address, no token. */
export function adminRequest(options: {
  readonly clientId: string;
  readonly permissions: readonly string[];
  readonly link: string;
  /** Where to click, one step per line. */
  readonly steps: readonly string[];
}): AdminRequest {
  const text = [
    'Hello,',
    '',
    'I would like to use Umbra with my work account. It writes blocks that say "Busy" between my own calendars, so that nobody books me twice. It runs on my computer only and talks to the provider directly; no other server is involved.',
    '',
    'Our organisation asks an administrator to allow it first:',
    `- Application (client) ID: ${options.clientId}`,
    `- Delegated permissions, for my own mailbox only: ${options.permissions.join(', ')}`,
    ...options.steps.map((step) => `- ${step}`),
    '',
    `Link: ${options.link}`,
    '',
    'Thank you.',
    '',
  ].join('\n');
  return { text, link: options.link };
}
