import { z } from 'zod';

/** What the vault keeps of a Google account. */
const secret = z.strictObject({ refreshToken: z.string().min(1) });

export function printGoogleSecret(refreshToken: string): string {
  return JSON.stringify({ refreshToken } satisfies z.infer<typeof secret>);
}

/** Null where it is none. */
export function readGoogleSecret(text: string): string | null {
  try {
    return secret.parse(JSON.parse(text)).refreshToken;
  } catch {
    return null;
  }
}
