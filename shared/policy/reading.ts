export type PolicyLevel = 'mandatory' | 'recommended';
export type PolicyScope = 'machine' | 'user';

/** What one place where an administrator can leave policies holds now. Places that hold nothing have no reading. */
export interface PolicyReading {
  readonly level: PolicyLevel;
  readonly scope: PolicyScope;
  /** The place as administrators know it: a file, a registry key. */
  readonly origin: string;
  readonly content:
    | { readonly kind: 'values'; readonly values: Readonly<Record<string, unknown>> }
    /** Something is there that can't be understood: whoever put it there wanted something. */
    | { readonly kind: 'unreadable'; readonly reason: string }
    /** Somebody else than an administrator can write there: it counts for nothing. */
    | { readonly kind: 'untrusted'; readonly reason: string };
}
