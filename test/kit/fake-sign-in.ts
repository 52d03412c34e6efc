import type { SignIn, SignInResult } from '../../electron/ports/sign-in.ts';
import type { Account, ProviderKind } from '../../shared/model/account.ts';

/** Signs in whoever is next in line, and remembers whom it forgot. */
export class FakeSignIn implements SignIn {
  readonly next: SignInResult[] = [];
  readonly asked: { readonly provider: ProviderKind; readonly label: string }[] = [];
  readonly again: string[] = [];
  readonly forgotten: string[] = [];
  /** Bearer tokens by address. */
  readonly tokensOf: Record<string, string> = {};

  signIn = (provider: ProviderKind, label: string): Promise<SignInResult> => {
    this.asked.push({ provider, label });
    return this.#take();
  };
  signInAgain = (account: Account): Promise<SignInResult> => {
    this.again.push(account.label);
    return this.#take();
  };
  tokens: SignIn['tokens'] = ({ email }) => ({
    token: () => Promise.resolve({ kind: 'token', token: this.tokensOf[email] ?? '' }),
  });
  forget = ({ label }: Account): Promise<void> => {
    this.forgotten.push(label);
    return Promise.resolve();
  };

  #take(): Promise<SignInResult> {
    const result = this.next.shift();
    return result === undefined
      ? Promise.reject(new Error('Nobody is next in line'))
      : Promise.resolve(result);
  }
}
