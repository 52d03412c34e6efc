import type {
  NewAccount,
  SignIn,
  SignInResult,
  TokenKeeping,
} from '../../electron/ports/sign-in.ts';
import type { Account } from '../../shared/model/account.ts';

/** Signs in whoever is next in line, and remembers whom it forgot. */
export class FakeSignIn implements SignIn {
  readonly next: SignInResult[] = [];
  readonly asked: NewAccount[] = [];
  readonly again: string[] = [];
  /** What each second sign-in asked for. */
  readonly againFor: string[] = [];
  kept: TokenKeeping = 'protected';
  settled = 0;
  reconsidered = 0;
  readonly forgotten: string[] = [];
  /** Bearer tokens by address. */
  readonly tokensOf: Record<string, string> = {};

  signIn = (wanted: NewAccount): Promise<SignInResult> => {
    this.asked.push(wanted);
    return this.#take();
  };
  signInAgain = (account: Account, access: string): Promise<SignInResult> => {
    this.again.push(account.label);
    this.againFor.push(access);
    return this.#take();
  };
  tokens: SignIn['tokens'] = ({ email }) => ({
    token: () => Promise.resolve({ kind: 'token', token: this.tokensOf[email] ?? '' }),
  });
  forget: SignIn['forget'] = ({ label, credential }) => {
    this.forgotten.push(label);
    const consentPage = 'https://myapplications.example/';
    const signedIn = credential.kind === 'oauth';
    return Promise.resolve(signedIn ? { atProvider: 'byHand', consentPage } : null);
  };

  /** Labels of those whose tokens a start has kept, by start. */
  readonly swept: string[][] = [];
  sweep: SignIn['sweep'] = (known) => {
    this.swept.push(known.map(({ label }) => label));
    return Promise.resolve();
  };

  settle = (): Promise<void> => {
    this.settled += 1;
    return Promise.resolve();
  };
  adminRequest: SignIn['adminRequest'] = ({ credential, label }) =>
    credential.kind === 'oauth'
      ? { text: `Please allow ${label}.`, link: 'https://login.example/adminconsent' }
      : null;
  keeping = (): TokenKeeping => this.kept;
  reconsider = (): Promise<void> => {
    this.reconsidered += 1;
    return Promise.resolve();
  };

  #take(): Promise<SignInResult> {
    const result = this.next.shift();
    return result === undefined
      ? Promise.reject(new Error('Nobody is next in line'))
      : Promise.resolve(result);
  }
}
