/** What the guards listen to; Electron's `app` fits. */
export interface NetworkQuestions {
  on(
    event: 'select-client-certificate',
    listener: (
      event: { preventDefault(): void },
      contents: unknown,
      url: string,
      certificates: readonly unknown[],
      choose: (certificate?: undefined) => void,
    ) => void,
  ): unknown;
  on(
    event: 'login',
    listener: (
      event: { preventDefault(): void },
      contents: unknown,
      details: unknown,
      info: { readonly isProxy: boolean },
      reply: (user?: string, password?: string) => void,
    ) => void,
  ): unknown;
}

/** Where a proxy's user and password come from; null where there are none. */
export type ProxyLogin = () => { readonly user: string; readonly password: string } | null;

/**
 * Answers what the network asks people (security.md E5). Unanswered, Electron would show a server the first certificate of
 * the user's store, and a stranger would learn a name: we show none. Only a proxy is ever given a password, never a server.
 */
export function answerNetworkQuestions(app: NetworkQuestions, proxyLogin: ProxyLogin): void {
  app.on('select-client-certificate', (event, _contents, _url, _certificates, choose) => {
    event.preventDefault();
    choose();
  });
  app.on('login', (event, _contents, _details, { isProxy }, reply) => {
    event.preventDefault();
    const login = isProxy ? proxyLogin() : null;
    if (login === null) reply();
    else reply(login.user, login.password);
  });
}
