/** Where Google signs people in (accounts.google.com/.well-known/openid-configuration). */
export interface GoogleEndpoints {
  readonly authorize: string;
  readonly token: string;
  readonly revoke: string;
  readonly issuers: readonly string[];
  /** API root, without a version. */
  readonly api: string;
}

export const googleEndpoints: GoogleEndpoints = {
  authorize: 'https://accounts.google.com/o/oauth2/v2/auth',
  token: 'https://oauth2.googleapis.com/token',
  revoke: 'https://oauth2.googleapis.com/revoke',
  issuers: ['https://accounts.google.com', 'accounts.google.com'],
  api: 'https://www.googleapis.com',
};
