import { z } from 'zod';

/** At least so many characters; scrypt slows down whoever guesses, and does not stop them. */
const passphrase = z.string().max(1_000);

export const secondDeviceCalls = {
  /** Through the system's own file dialog; false where the user cancelled. */
  exportVault: {
    input: z.strictObject({ passphrase }),
    output: z.strictObject({ saved: z.boolean() }),
  },
  /** The user chooses the file; false where none was chosen. */
  importVault: {
    input: z.strictObject({ passphrase }),
    output: z.strictObject({ taken: z.boolean() }),
  },
} as const;
